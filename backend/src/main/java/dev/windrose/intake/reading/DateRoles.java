package dev.windrose.intake.reading;

import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a date of a statement is the date of, by the nearest word that says so. */
final class DateRoles {

    enum Role {
        SIGN,
        START,
        END,
        OTHER,
        NONE
    }

    private static final Map<Role, Pattern> CUES = new EnumMap<>(Role.class);

    static {
        CUES.put(
                Role.SIGN,
                Pattern.compile(
                        "\\b(?:doch erst|fruhestens|at the earliest|au plus tot|como (?:muy )?pronto|no minimo em|execution|"
                                + "execute[sd]?|countersign\\w*|decid\\w*|decides?|entscheid\\w*|entschied\\w*|tranche\\w*|"
                                + "conclu\\w*|signe|cerrar\\w*|cierra\\w*|"
                                + "cerramos|fechar\\w*|fecha|fechamos|boucl\\w*|over the line|across the line|"
                                + "order form(?: comes| arrives| due)?|(?:the )?order(?: comes| by)|verdict|answer by|bestell\\w*|"
                                + "commande\\w*|pedido|abschlies\\w*|slid\\w*|drift\\w*|dragg\\w+|kick(?:ed|s)?(?= (?:to|out|into|"
                                + "back|down))|roll(?:s|ed|ing)? (?:over|into|to)|shift\\w*|"
                                + "geschoben|schieb\\w*|verleg\\w*|vertag\\w*|vorgezogen|zieht|zurrt|avanc\\w*|glisse\\w*|adelant\\w*|"
                                + "posterg\\w*|atras\\w*|antecip\\w*|empurr\\w*|jogar|joga|get (?:it|this|that) (?:done|signed)|"
                                + "fic(?:a|ou|ara) (?:para|pra|pro|p/)|se va (?:a|para)|done by|put (?:his|her|their|a|our) (?:name|"
                                + "pen|signature|hand) (?:to|on|under)|dotted line|pen to paper|past the \\p{L}+|"
                                + "looking like|looks like|(?:paper|contract|signed copy) by|(?:the |their )?(?:po|purchase order)|"
                                + "order (?:should |will |to |is )?(?:come|due|expected|arriv)\\w*|target\\w*|realistic\\w*|"
                                + "extended (?:our )?decision|due to close|wrap(?:ped)? up|inked|"
                                + "in the bag|finali[sz]e\\w*|go-?ahead|green light|contract back|paperwork|po by|order by|"
                                + "bestellung (?:bis|am|kommt)|clos(?:e|es|ing|ed)|sign(?:s|ing|ature|atures|ed)?|ink|slip\\w*|"
                                + "push(?:ed|es|ing)?(?: back| "
                                + "out)?|postpon\\w+|delayed|delay|mov(?:e|es|ed|ing)(?: up| out| back)?|bump(?:ed)?(?: out| back)?|"
                                + "pulled in|new date|(?<!end |start |begin |due |delivery )date|sign-?off|decision|commit\\w*|"
                                + "land(?:s|ing)?|won't make it|"
                                + "unterschrift\\w*|unterschreib\\w*|unterschrieben|unterzeichn\\w*|abschluss|verschieb\\w*|verschoben|"
                                + "rutscht|zeichnung|signature|signer|signent|signera|signeront|signons|reporte(?:e|es|s|r)?|"
                                + "repouss\\w*|decal\\w*|cloture|firma|"
                                + "firmar\\w*|firman|firmamos|firmaremos|firmaran?|cierre|aplaz\\w*|retras\\w*|pospon\\w*|chiusura|"
                                + "slitta\\w*|rinvi\\w*|"
                                + "assin\\w*|fecham\\w*|adia\\w*|teken\\w*|onderteken\\w*|schuift|verschuift|siktar|sikter|signer\\w*|"
                                + "underskrift\\w*|paskrift\\w*|skriv\\w* (?:pa|under)|skjut\\w*|utsatt|udskudt)\\b"));
        CUES.put(
                Role.START,
                Pattern.compile(
                        "\\b(?:runs? (?:from|as of)|lauft ab|laufen ab|court (?:a partir|des)|corre desde|vale a partir|vigencia desde|"
                                + "(?:up and|be) running|in (?:place|use|production|operation) (?:by|on|from)|operational|(?:vertrags|"
                                + "projekt)(?:beginn|start)|"
                                + "einsetzen|in betrieb|produktiv\\w*|loslegen|en service|mise en service|operativ\\w*|rodando|em uso|"
                                + "comec\\w*|partir|"
                                + "arrancamos|use it (?:from|as of)|as of|switch(?:ed|ing)? (?:on|over)|cut-?over|in force|wirksam|"
                                + "gilt ab|losgeht|geht(?:'s| es)? los|gestartet|commence\\w*|puesta en marcha|(?:entra|entrada|"
                                + "entrar) en vigor|entra em vigor|no ar|start date(?: for [\\p{L} ]{2,24}?)?(?: is| now| moved|"
                                + " to| will| be)*|first day|start(?:s|ing|ed|date|en|et)?|go(?:es|ing)?[ -]?live|be live|live|"
                                + "kick(?:s|ing)?[ -]?off(?! (?:day|call|meeting|mtg|workshop|session|party|event))|operationn\\w*|"
                                + "begin(?:s|ning)?|commenc\\w*|effective|roll-?outs?|roll out|from|beginn\\w*|laufzeit ab|ab|demarr\\w*|"
                                + "debut\\w*|a partir d[eu]|comienz\\w*|comenz\\w*|empez\\w*|inici\\w*|inizi\\w*|arranc\\w*|desde|"
                                + "ingang\\w*|vanaf|borja\\w*|fran och med|fra)\\b"));
        CUES.put(
                Role.END,
                Pattern.compile(
                        "\\b(?:(?:contract|term|agreement|subscription|licen[cs]e|vertrag|laufzeit|contrat|contrato|abonnement)(?: is|"
                                + " runs| goes| valid| ok)? "
                                + "(?:until|till|through|to|up to|bis|jusqu'au|jusqu'a|hasta|ate)(?: the| zum| el| o)?|(?:extends?|"
                                + "extended|renewed|renovado|renouvele\\w*|prorrogue\\w*|"
                                + "prolonged|renewed|verlangert|prolonge|prorrogado|prorroge\\w*) (?:to|until|till|through|bis|"
                                + "jusqu'au|hasta|ate)|ends(?! of)|ende(?= (?:am |zum )?\\d)|end(?= \\d)|fin(?= (?:le |el )?\\d)|"
                                + "fim(?= (?:em )?\\d)|ending|end date|expir\\w*|laps\\w+|ablauf\\w*|echeance|"
                                + "vencimiento|vencimento|runs? (?:out|until|till|through|to)|(?<!came |come |comes |went |go |"
                                + "goes |got |walked |walk |way |all |aino |it |her |him |them |\\w{3} )through|"
                                + "terminat\\w*|valid until|endet|laufzeit bis|lauft bis|lauft|fin (?:de|du|del) contrat\\w*|"
                                + "(?:termino|fim|final) do contrato|fine contratto|einde contract|vertragsende|laufzeitende|"
                                + "lauft aus|se termine|vence\\w*|"
                                + "termina|scad\\w*|loopt|eindigt|lopper ut|contract end|cancel\\w*|kundig\\w*|notice)\\b"));
        CUES.put(
                Role.OTHER,
                Pattern.compile(
                        "\\b(?:call(?:ed)?(?! it)|meeting|met|mtg|demo\\w*|lunch|visit\\w*|spoke|walked|showed|came through|payment|"
                                + "booked|scheduled|vacation|holiday|"
                                + "leave|out of office|audit|exam|board meets|opening|since|training|webinar|conference|invoice\\w*|"
                                + "paid|payment|due|quote|proposal|deck|send\\w*|sent|remind|follow|review|call back|went|phase|"
                                + "report(?:s|ing)?|"
                                + "deadline|retir\\w*|hire[ds]?|last|ago|telefonat|gesprach|termin|rechnung|angebot|schick\\w*|"
                                + "envo\\w*|envi\\w*|rappel\\w*|reunion|llamada|pilot|trial|fixed|solved|sorted|ticket|issue|release|"
                                + "works?)\\b"));
    }

    private DateRoles() {}

    static Role of(Statement statement, FoundDate date) {
        if (FOR_SIGNING.matcher(statement.after(date.span(), 40)).find()) {
            return Role.SIGN;
        }
        var joined = joined(statement, date);
        if (joined != Role.NONE) {
            return joined;
        }
        var clause = statement.clause(date.span());
        var inside = shifted(statement, date, clause, nearest(statement, date, clause));
        if (inside == Role.OTHER
                && AT.matcher(statement.between(clause.start(), date.span().start()))
                        .find()) {
            return Role.SIGN;
        }
        if (inside != Role.NONE) {
            return inside;
        }
        if (NAMED_AFTER.matcher(statement.after(date.span(), 50)).find()) {
            return Role.SIGN;
        }
        var left = nearest(
                statement,
                date,
                new Span(
                        Math.max(statement.span().start(), date.span().start() - 100),
                        date.span().start()));
        return left == Role.OTHER || left == Role.START && statement.dates.size() > 1 ? Role.NONE : left;
    }

    /** "From one day to the other" is a begin and an end. */
    private static Role joined(Statement statement, FoundDate date) {
        int at = statement.dates.indexOf(date);
        if (at + 1 < statement.dates.size()
                && !statement.has(SHIFT)
                && RUNS.matcher(statement.folded).find()
                && TO.matcher(statement.between(
                                date.span().end(),
                                statement.dates.get(at + 1).span().start()))
                        .matches()) {
            return Role.START;
        }
        if (at > 0) {
            var earlier = statement.dates.get(at - 1);
            boolean joined = !statement.has(SHIFT)
                    && TO.matcher(statement.between(
                                    earlier.span().end(), date.span().start()))
                            .matches();
            if (joined && of(statement, earlier) == Role.START) {
                return Role.END;
            }
        }
        return Role.NONE;
    }

    /** Words before a date weigh more than words after it. */
    private static Role nearest(Statement statement, FoundDate date, Span within) {
        var best = Role.NONE;
        int distance = Integer.MAX_VALUE;
        for (var cue : CUES.entrySet()) {
            for (var place : statement.all(cue.getValue())) {
                boolean crossed = statement.dates.stream()
                        .anyMatch(other -> other.span().overlaps(place)
                                || other != date
                                        && between(place, other.span(), date.span())
                                        && place.end() <= date.span().start()
                                        && cue.getKey() != Role.SIGN);
                if (!within.holds(place) || crossed) {
                    continue;
                }
                if (weak(statement, place, date)
                        || cue.getKey() == Role.START
                                && SOMEBODY.matcher(statement.before(place, 30)).find()) {
                    continue;
                }
                boolean before = place.end() <= date.span().start();
                int away = place.distanceTo(date.span()) + (before ? 0 : 12) + (cue.getKey() == Role.OTHER ? 4 : 0);
                boolean joint = statement.between(place.start(), place.end()).matches("from|ab|fra|desde")
                        && (place.distanceTo(date.span()) > 3
                                || date.date().equals(date.past())
                                        && statement
                                                .between(
                                                        date.span().start(),
                                                        date.span().end())
                                                .matches("today|now|heute|hoy|oggi"));
                if (away < distance && !joint) {
                    distance = away;
                    best = cue.getKey();
                }
            }
        }
        return best;
    }

    /** "From June" starts a contract only where a contract, its price or its term is spoken of. */
    private static boolean weak(Statement statement, Span cue, FoundDate date) {
        var word = statement.between(cue.start(), cue.end());
        if (word.startsWith("mov")
                && PLACE.matcher(statement.between(cue.end(), date.span().start()))
                        .find()) {
            return true;
        }
        boolean from = word.matches("from|as of|ab|fra|desde|vanaf|a partir d[eu]|effective|fran och med");
        return from && (date.period() || !CONTRACT.matcher(statement.folded).find());
    }

    /** People, courses and seasons start too. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b(?:replacement|successor|new hire|she|he|who|colleague|nachfolger(?:in)?|kolleg\\w+|manager|"
                    + "director|cto|cfo|ceo|coo|training|meeting|call|webinar|project|season|leave|vacation|holiday|"
                    + "audit)(?: [\\w']+){0,2} $");

    /** "They decide at the meeting on the 22nd": what happens at the meeting counts. */
    private static final Pattern AT = Pattern.compile(
            "\\b(?:decid\\w*|sign|signs|signing|close|closes|approv\\w*|vote|votes|entscheid\\w*|unterschreib\\w*|tranch\\w*|signent|"
                    + "firman|firmaran|deciden|decidem|assinam|besluit\\w*) (?:(?:it|this|on it|that|lo|la|o|le) )?(?:at|in|during|"
                    + "on|bei|beim|auf|lors|a|au|en|na|no|op)\\b[^.;]{0,40}$");

    /** "The 15th, that would be the signing". */
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "^ (?:and|,|und|et|y|e) (?:they |it |he |she |dann |alors |entonces )?(?:(?:will|wird|werden|va|vont|"
                    + "van a) )?(?:decides?|signs?|votes?|entscheidet|entscheiden|"
                    + "unterschreibt|tranche|decide|signe|vota|firma|assina)\\b|"
                    + "^,? ?(?:that|this|which|it|das|esa|eso|ese|ahi|ce|cela|essa|isso|dat) (?:would be|will be|is|'s|ware|ist|wird|"
                    + "seria|es|"
                    + "sera|serait|e|is) (?:(?:the|our|my|their|your|new|unser\\w*|neue\\w*|notre|nouvelle|nuestra|nueva|nossa|nova|"
                    + "la|die|der|das|a|o|le|de) )*"
                    + "(?:firma|signing|signature|unterschrift|assinatura|date|close|closing|cierre|abschluss|ondertekening)\\b");

    /** "12 June for signing". */
    private static final Pattern FOR_SIGNING = Pattern.compile(
            "^,? (?:for|as|zur|zum|fur die|pour|para|per) (?:(?:the|our|their|new|la|le|el|o|a|die|das) )*(?:signing|signature|sign-?off|"
                    + "closing|unterschrift|unterzeichnung|abschluss|signer|firma|firmar|cierre|assinatura|assinar|fechamento)\\b");

    static final Pattern SHIFT = Pattern.compile(
            "\\b(?:slip\\w*|slid\\w*|drift\\w*|dragg\\w+|kick(?:ed|s)|rolled|shift\\w*|geschoben|verleg\\w*|vertag\\w*|vorgezogen|"
                    + "glisse\\w*|adelant\\w*|posterg\\w*|atras\\w*|antecip\\w*|push\\w*|postpon\\w+|delay\\w*|mov(?:e|es|ed|ing)|"
                    + "bump\\w*|verschieb\\w*|verschoben|rutscht|repouss\\w*|decal\\w*|reporte\\w*|"
                    + "aplaz\\w*|retras\\w*|pospon\\w*|slitta\\w*|rinvi\\w*|adia\\w*|schuift|verschuift|changed?)\\b");
    private static final Pattern START_MOVES = Pattern.compile(
            "\\b(?:start|start date|go-?live|kick-?off|launch|roll-?out|beginn|projektstart|demarrage|debut|mise en service|inicio|"
                    + "arranque|avvio)\\b[^,;.]{0,24}$");
    private static final Pattern END_MOVES = Pattern.compile(
            "\\b(?:end|end date|contract end|vertragsende|laufzeitende|fin de contrat|fin del contrato|fim do contrato)\\b[^,;.]{0,24}$");

    /** "The start slips to May": what is moved is the start. */
    private static Role shifted(Statement statement, FoundDate date, Span clause, Role found) {
        if (found != Role.SIGN) {
            return found;
        }
        var before = statement.between(clause.start(), date.span().start());
        var shift = SHIFT.matcher(before);
        if (!shift.find()) {
            return found;
        }
        var subject = before.substring(0, shift.start());
        return START_MOVES.matcher(subject).find()
                ? Role.START
                : END_MOVES.matcher(subject).find() ? Role.END : found;
    }

    private static final Pattern RUNS = Pattern.compile(
            "\\b(?:runs?|running|lauft|laufen|court|corre|service|services|support|maintenance|vigencia|vigor|contract|term|"
                    + "agreement|subscription|licen[cs]e|vertrag|laufzeit|contrat|contrato|abonnement|avtal|contratto)\\b");
    private static final Pattern TO = Pattern.compile(
            "[ ,]*(?:to|until|till|through|thru|bis(?: zum)?|-|–|jusqu'au|au|al|hasta(?: el)?|ate(?: o)?|a|t/m|til)(?: the)? ");

    /** Somebody moves to another plant or role; only a date is moved to a date. */
    private static final Pattern PLACE = Pattern.compile(
            "^ (?:in)?to (?:the |a |an |our |their |his |her |its )?(?:new )?(?!date|end|start|close|mid|next|q\\d)[a-z]\\w+ .*\\w");

    private static final Pattern CONTRACT = Pattern.compile(
            "\\b(?:contract\\w*|term|months?|years?|yrs?|yr|billing|billed|invoic\\w*|licen\\w*|subscription|"
                    + "start\\w*|live|deal|signed|seats?|vertrag\\w*|laufzeit|monate?n?|jahre?|contrat\\w*|mois|ans|meses|"
                    + "anos|avtal\\w*|maanden)\\b");

    private static boolean between(Span cue, Span other, Span date) {
        return cue.end() <= other.start() && other.end() <= date.start()
                || date.end() <= other.start() && other.end() <= cue.start();
    }
}
