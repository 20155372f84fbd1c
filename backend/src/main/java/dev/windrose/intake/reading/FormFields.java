package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a form, whatever they are called in the languages that forms come in. */
record FormFields(Map<String, String> values, Map<String, Span> places) {

    private static final Pattern LINE = Pattern.compile(
            "^[\\s•*|-]*([\\p{L}][\\p{L} _./?'’-]{1,40}?)(?:[ \\t]*[:=|][ \\t]*|\\t+)(.*?)[ \\t|]*$",
            Pattern.MULTILINE);
    private static final Map<String, Pattern> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(
                "first",
                key(
                        "first ?name|first|given ?name|given|vorname|prenom|firstname|primeiro nome|fornamn|voornaam|fname|fornavn"));
        KEYS.put(
                "last",
                key(
                        "last ?name|last|lname|family|etternavn|surname|family name|nachname|apellidos?|sobrenome|cognome|lastname|"
                                + "efternamn|achternaam|"
                                + "nom de famille"));
        KEYS.put(
                "name",
                key(
                        "name|full ?name|nome|nom|nombre|nom complet|contact ?name|contact|your name|naam|namn|invitee name|"
                                + "ansprechpartner|badge name|nom et prenom|attendee|visitor|person|applicant|customer name|"
                                + "nombre y apellidos?|nome completo|vor und nachname|volledige naam|"
                                + "participant|guest|kontakt|kontaktperson|responsable"));
        KEYS.put(
                "email",
                key(
                        "(?:work |business |company |contact )?e ?mail(?: address)?|mail|correo(?: electronico)?|courriel|"
                                + "requester|from|e post|e mail adresse|email addr\\w*|adresse e mail|indirizzo e mail|epost|sender"));
        KEYS.put(
                "phone",
                key("(?:work |mobile |cell )?(?:tele)?phone(?: number)?|telefon\\w*|telefone|telefono|mobile|tel|handy|"
                        + "celular|movil|telefoon|cell|phone no|tel no|tel nr|rufnummer|portable|whatsapp|direct line|"
                        + "contact number|fon|ruckruf\\w*|telemovel|telemoveis|gsm|mob|mobil\\w*|cellulare|tlf|puhelin|"
                        + "telephone (?:portable|mobile|fixe)|telefono (?:movil|cellulare|celular)|numero de (?:telefono|"
                        + "telefone)|mobile no|cell no|call me on|reach me on"));
        KEYS.put(
                "company",
                key("company(?: name)?|organi[sz]ation|empresa|societe|firma|unternehmen|bedrijf|azienda|foretag|"
                        + "account(?: name)?|org|employer|business(?: name)?|entreprise|compania|firm|biz(?: name)?|club|"
                        + "verein|praxis|klinik\\w*|clinic|school|schule|ecole|escuela|escola|"
                        + "hotel|kanzlei|practice|studio|betrieb|einrichtung|institution|instituicao|institucion|"
                        + "organizacion|organizacao|organisme|association|gemeinde|kommune|municipality|hospital|"
                        + "restaurante?|shop|store|agency|agence|agencia|etablissement|establishment|trust|your (?:company|"
                        + "organi[sz]ation|business)|venue|charity|parish|kanzlei|laden|negocio|tienda|loja|werkstatt|"
                        + "company or org\\w*|nom de l entreprise|nombre de la empresa|nome da empresa|raison sociale|"
                        + "razon social|ragione sociale|virksomhed|yritys|org name"));
        KEYS.put(
                "title",
                key(
                        "(?:job ?)?title|role|position|cargo|poste|fonction|funktion|puesto|job|ruolo|functie|job role|titel|"
                                + "befattning|your role|occupation|job function|beruf|profession|ocupacion|funcao|qualifica|mansione|"
                                + "stilling|function|designation|job designation|rank|what do you do|cargo que ocupa|seu cargo|grade"));
        KEYS.put("country", key("country|land|pays|pais|paese|company country|country code|nation"));
        KEYS.put(
                "place",
                key(
                        "city|town|ort|stadt|standort|ville|ciudad|cidade|citta|plaats|place|where|location|address|adresse|"
                                + "direccion|endereco|city country|city state|based in|hq|sitz|hq city|hq location|head ?office|head ?quarters|based|where based|where are based|city and country|city country|localidad|localidade|poblacion|by"));
        KEYS.put(
                "size",
                key("(?:number of )?employees|company ?size|headcount|effectif|funcionarios|empleados|"
                        + "mitarbeiter(?:zahl)?|size|team ?size|dipendenti|numero de empleados|anzahl mitarbeiter|staff|"
                        + "anstallda|medewerkers|people|mitarbeitende[rn]?|beschaftigte|number of staff|no of employees|"
                        + "headcount approx|how many (?:people|employees)|nombre de salaries|salaries|collaborateurs|colaboradores|"
                        + "n de empleados|plantilla|quadro|ansatte|"
                        + "aantal (?:medewerkers|werknemers)|antal (?:anstallda|medarbejdere)|antall ansatte|"
                        + "anzahl (?:der )?mitarbeiter\\w*|"
                        + "numero (?:di dipendenti|de (?:funcionarios|colaboradores|empleados))|effectifs|team|"
                        + "employee count|staff count|assalariados|trabalhadores|trabajadores|asalariados|agents|etp|fte|"
                        + "ftes|personal|belegschaft"));
        KEYS.put(
                "website",
                key(
                        "web ?site|url|site|web|webseite|homepage|site web|sitio web|domain|biz url|company url|your website|"
                                + "web address|internet|sito|sito web|pagina web"));
        KEYS.put(
                "industry",
                key(
                        "industry|sector|branche|secteur|industria|setor|settore|vertical|line of business|type of business|rubro|"
                                + "ramo|giro|sparte|type d activite"));
    }

    private static Pattern key(String names) {
        return Pattern.compile(names);
    }

    static FormFields of(String text) {
        var values = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<String, Span>();
        if (Payload.isJson(text)) {
            Payload.leaves(text).forEach((path, value) -> {
                var last = path.substring(path.lastIndexOf('.') + 1);
                var inner = path.matches(".*\\b(?:invoice|product|item|user|agent|assignee|owner)\\.name");
                boolean house = path.matches(OF_HOUSE);
                boolean nobody = last.equals("title") && !house && !ofAPerson(text, path);
                put(
                        values,
                        places,
                        inner || nobody ? "-" : house ? "company" : last.replaceAll("(?<=[a-z])(?=[A-Z])", " "),
                        value,
                        new Span(Math.max(0, text.indexOf(value)), Math.max(0, text.indexOf(value)) + value.length()));
            });
        } else {
            var lines = LINE.matcher(text);
            while (lines.find()) {
                put(values, places, lines.group(1), lines.group(2), new Span(lines.start(2), lines.end(2)));
            }
        }
        if (values.containsKey("first") && !values.containsKey("last") && values.containsKey("name")) {
            values.put("last", values.remove("name"));
        }
        return new FormFields(values, places);
    }

    private static final String OF_HOUSE =
            "(?i)(?:.*\\.)?(?:organi[sz]ation|company|account|org|firm|employer|business)\\.(?:title|name|label|display_?name|legal_?name)";

    /** Beside a name or an address: the head of an appointment is no post that somebody holds. */
    private static boolean ofAPerson(String text, String path) {
        var parent = path.substring(0, path.length() - "title".length());
        return Payload.leaves(text).keySet().stream()
                .filter(other -> other.startsWith(parent))
                .map(other -> other.substring(parent.length()).toLowerCase(java.util.Locale.ROOT))
                .anyMatch(
                        other -> other.matches(
                                "(?:full|first|last|given|your|contact)?[ _-]?name|(?:work|business)?[ _-]?e-?mail|phone|mobile"));
    }

    private static void put(
            Map<String, String> values, Map<String, Span> places, String written, String value, Span place) {
        var plain = Fold.inPlace(written).replaceAll("[^a-z]+", " ").strip();
        if (!known(values, places, plain, value, place)) {
            var bare = plain(plain);
            if (!bare.equals(plain) && !bare.isEmpty()) {
                known(values, places, bare, value, place);
            }
        }
    }

    private static boolean known(
            Map<String, String> values, Map<String, Span> places, String label, String value, Span place) {
        for (var key : KEYS.entrySet()) {
            if (key.getValue().matcher(label).matches() && !values.containsKey(key.getKey())) {
                values.put(key.getKey(), value);
                places.put(key.getKey(), place);
                return true;
            }
        }
        return false;
    }

    /** A label without what only says whose it is or that it is counted: "your work mail", "n.o de colaboradores". */
    private static String plain(String label) {
        if (NAME_OF.matcher(label).find()) {
            return "company";
        }
        boolean house = label.matches(".*\\b(?:name|nome|nom|nombre|naam|namn)\\b.*");
        return java.util.Arrays.stream(label.split(" "))
                .filter(word -> word.length() > 1
                        && !FILLING.matcher(word).matches()
                        && (house || !HOUSE.matcher(word).matches()))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static final Pattern NAME_OF = Pattern.compile(
            "\\b(?:name|nome|nom|nombre|naam|namn)\\b.*\\b(?:company|organi[sz]ation|firm|firma|business|empresa|societe|entreprise|"
                    + "azienda|bedrijf|employer)\\b");
    private static final Pattern HOUSE =
            Pattern.compile("company|firm|business|contact|empresa|societe|firmen|kontakt");
    private static final Pattern FILLING = Pattern.compile(
            "work|biz|are|office|personal|your|my|full|primary|main|best|direct|professional|corporate|current|preferred|of|the|no|nr|num|"
                    + "number|numero|anzahl|antal|antall|aantal|"
                    + "de|du|da|do|der|die|das|des|la|le|il|el|seu|sua|su|tu|votre|ton|ihr|ihre|dein|deine|jouw|uw|din|ditt|how|many|"
                    + "total|at|in|and|we|approx|approximate|ca|geschaftlich\\w*|dienstlich\\w*|"
                    + "profissional|profesional|professionnel\\w*|travail|trabajo|trabalho|required|optional|pflichtfeld|obligatorio|"
                    + "obligatoire");

    Optional<String> get(String field) {
        return Optional.ofNullable(values.get(field))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.matches("(?i)n/?a|none|-|unknown"));
    }

    Optional<String> person() {
        var whole = get("first").flatMap(first -> get("last").map(last -> first + " " + last));
        return whole.or(() -> get("name"))
                .map(name -> name.replaceAll(
                        "^(?i:(?:dr|prof|mr|mrs|ms|herr|frau|mme|m|sr|sra|dra|ing|dipl-ing|don|dona)\\.? )+", ""))
                .filter(name -> name.matches("[\\p{L}.'’ -]{3,60}"));
    }

    @Nullable
    Span place(String field) {
        return places.get(field);
    }
}
