package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Defects, outages, access and billing troubles of customers. They are understood; records of them come later. */
final class ReadIssues implements Grammar {

    static final Pattern DEFECT = Pattern.compile(
            "\\b(?:(?:please|pls|bitte|merci de|por favor) (?:correct|fix|korrigier\\w*|corriger|corrig\\w*)|incorrect|"
                    + "invoice (?:is |was )?(?:wrong|too high)|overcharged|charged (?:us|them) (?:twice|too much)|stuck|blank|white screen|unable to|not able to|rejected|refused|disappear\\w*|vanish\\w*|"
                    + "no longer (?:works?|syncs?|loads?|opens?|prints?)|(?:isn't|aren't|not|stopped|doesn't|does not|"
                    + "won't) (?:updat|sync|load|show|print|open|work|respond|sav|send|receiv|arriv)\\w*|is down(?! to| by| from)|are down(?! to| by| from)|"
                    + "went down|outage|(?:cannot|can not|can't|cant|couldn't) (?:\\w+ )?(?:log|open|load|access|export|"
                    + "print|sign|see|find|save|use|connect|send|download|upload|take|book|scan|get in|reach|enter)\\w*|"
                    + "abgesturzt|hangt sich|lasst sich nicht|lassen sich nicht|wird nicht (?:angezeigt|geladen|"
                    + "gespeichert)|werden nicht|kann sich nicht|konnen sich nicht|storung|plante|bloque\\w*|impossible de|"
                    + "ne s'affich\\w*|ne se charge|erreur|deux fois|en double|doppelt|no (?:puede|pueden|podemos|puedo|"
                    + "deja|abre|carga|funcionan)|se cae|caid[oa]|bloquead[oa]s?|no carga|rechaza|nao (?:consegu\\w+|abre|"
                    + "carrega|entra|funciona\\w*)|trava\\w*|recusad[oa]|fora do ar|duplicad[oa]|non (?:riesc\\w*|carica|"
                    + "si apre)|lukt niet|doet het niet|storing|fungerar ej|kraschar|virker ikke|bug|crash\\w*|broken|fails?|failing|failed to|error\\w*|doesn't (?:work|load|sync|open|save|"
                    + "send)|doesnt work|not working|(?:nobody|no one|none of (?:us|them|our \\w+|their \\w+|the \\w+)) (?:can|is able to)|can no longer|isn't working|stopped working|won't (?:load|open|sync|start|save)|"
                    + "can't (?:log|open|load|access|export|print|sign) ?(?:in|on)?|hasn't loaded|"
                    + "times? out|timing out|freezes|keeps freezing|hangs|drops|dropping|lag(?:s|ging)?|wrong (?:time|"
                    + "number|total|data|values?)|duplicate\\w*|twice|missing (?:data|records|emails)|shows? (?:the "
                    + ")?wrong|login loop|locked out|no access|"
                    + "funktioniert nicht|geht nicht|fehler(?:meldung)?|sturzt ab|bricht ab|kaputt|ne (?:marche|"
                    + "fonctionne) (?:pas|plus)|en panne|no funciona|falla\\w*|no carga|non funziona|werkt niet|kapot|"
                    + "fungerar inte|nao funciona)\\b");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:(?:open|raise|create|log|file|put in|submit|make) (?:\\w+ ){0,4}(?:ticket|issue|bug|case|incident|"
                    + "feature request)|(?:bitte|pls|please) ticket|ticket,? (?:bitte|pls|please|por favor|svp)|(?:abre|"
                    + "abrir|crea|crear|cria|criar|abra) (?:un |uma? )?(?:ticket|incidencia|chamado)|(?:ouvre|ouvrir|creer|"
                    + "cree)[rz]? (?:un |le )?ticket|maak een ticket|skapa (?:ett )?arende|log (?:it|this|that) as|"
                    + "as a (?:bug|feature request|ticket)|(?:open|raise|create|log|file) (?:a |an |the )?(?:\\w+ )?(?:ticket|issue|bug|case|incident)|"
                    + "ticket (?:aufmachen|anlegen|erstellen)|raising this|raise (?:this|that)|ouvrir un ticket|abrir un "
                    + "ticket|feature request|onboarding issue)\\b");
    private static final Pattern HOW_TO = Pattern.compile(
            "\\b(?:how (?:can|do|should|could) (?:i|we)|how to|is (?:it|there) (?:possible|a way)|where (?:can|do) (?:i|we)|wie (?:kann|konnen|geht)|wo (?:kann|finde)|comment (?:puis|peut|faire|on)|como (?:puedo|podemos|posso|podemos|se|faco|fazemos)|"
                    + "come (?:posso|si)|hoe (?:kan|kunnen)|hur (?:kan|gor))\\b");
    private static final Map<String, Pattern> TYPES = new LinkedHashMap<>();
    private static final Map<String, Pattern> PRIORITIES = new LinkedHashMap<>();

    static {
        TYPES.put(
                "outage",
                Pattern.compile(
                        "\\b(?:outage|everything is down|is down(?! to| by| from)|are down(?! to| by| from)|went down|whole \\w+ (?:is|are) |nobody (?:can|is able)|no one can|none of (?:us|them|our)|"
                                + "alle (?:nutzer|kollegen|mitarbeiter)|niemand kann|personne ne peut|nadie puede|ninguem consegue|fora do ar|niemand kan|nessuno|all (?:our )?(?:users|agents|sites)|for (?:any|"
                                + "all) of|nobody can|completely down|system down|ausfall|en panne|caido)\\b"));
        TYPES.put(
                "billing",
                Pattern.compile(
                        "\\b(?:(?<!export |print |send |open |see |create )invoices?(?! export)|overcharged|charged|billing|billed|refund|credit note|rechnung(?:en)?|facture|factura|fattura|fatura|faktura|cobrad[oa])\\b"));
        TYPES.put(
                "access",
                Pattern.compile(
                        "\\b(?:log ?in|login|password|permission\\w*|access|api key|seats?|sso|locked out|zugang\\w*|zugriff|anmeld\\w*|passwort|einloggen|senha|contrasena|mot de passe|acesso|entrar no|iniciar sesion|connexion|inloggen|wachtwoord|acceso|acces)\\b"));
        TYPES.put(
                "feature_request",
                Pattern.compile(
                        "\\b(?:feature request|funktionswunsch|demande d'evolution|wants? (?:a |an |the )?\\w+ (?:mode|view|export|import|integration|connector|field|filter|button)|would love (?:a|an|to)|would be (?:nice|great|lovely)|be able to|wish|could you add|add support)\\b"));
        TYPES.put("onboarding", Pattern.compile("\\b(?:onboarding|training|set-?up help|einschulung)\\b"));
        TYPES.put("bug", DEFECT);
        TYPES.put("question", HOW_TO);
        PRIORITIES.put(
                "urgent",
                Pattern.compile(
                        "\\b(?:urgent\\w*|asap|immediately|critical|dringend|sofort|urgente?|fix (?:it |this )?now|business (?:has )?stopped|production (?:is )?(?:down|stopped)|"
                                + "can't (?:take|process|ship|sell|invoice|bill) (?:any|payments?|orders?)|nobody can (?:take|process|work|log|ship|sell|pay)|stillstand|a l'arret)\\b"));
        PRIORITIES.put(
                "high",
                Pattern.compile(
                        "\\b(?:high prio\\w*|prio(?:rity)? high|haute priorite|alta prioridad|prioridade alta|prio hoch|priority high|treat as high|hoch|hohe prio\\w*|high)\\b"));
        PRIORITIES.put("medium", Pattern.compile("\\b(?:medium|mittlere prio)\\b"));
        PRIORITIES.put(
                "low",
                Pattern.compile(
                        "\\b(?:no (?:hurry|rush)|nice to have|whenever|low prio\\w*|priority low|keine eile|niedrig)\\b"));
    }

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            var cue = statement
                    .find(ASKED)
                    .or(() -> howTo(reading, statement) ? statement.find(HOW_TO) : Optional.empty())
                    .or(() -> statement.find(DEFECT))
                    .filter(place -> !Clauses.denied(statement, place));
            boolean customer = statement.company != null
                    && (reading.message.fromOutside()
                            || statement.has(ASKED)
                            || !statement.company.textOr("customer_state", "").matches("exploring|buying|dormant"));
            if (cue.isEmpty() && customer) {
                cue = meant(reading, statement);
            }
            if (cue.isEmpty()
                    || !customer
                    || statement.is(Mode.HEARSAY)
                    || statement.part.kind() == Part.Kind.SUBJECT
                    || reading.taken.contains(statement) && !statement.has(ASKED)
                    || ours(reading, statement)
                    || settled(statement)) {
                continue;
            }
            reading.intents.add("report_issue");
            reading.taken.add(statement);
            if (written(reading, statement)) {
                continue;
            }
            draft(reading, statement, cue.get());
        }
    }

    /** A trouble told in words that no rule knows. */
    private static Optional<Span> meant(Reading reading, Statement statement) {
        boolean open = statement.part.kind() == Part.Kind.OWN
                && !reading.taken.contains(statement)
                && !Clauses.denies(statement.folded)
                && !statement.is(Mode.CONDITION)
                && !statement.is(Mode.UNSURE);
        return open && !written(reading, statement)
                ? ByMeaning.plain(reading, statement, "issue", ByMeaning.LIKELY)
                        .filter(likely -> !likely.value().equals("question") || reading.message.fromOutside())
                        .map(_ -> statement.span())
                : Optional.empty();
    }

    /** A second sentence about the same trouble opens no second issue. */
    private static boolean written(Reading reading, Statement statement) {
        var before = reading.drafts.stream()
                .filter(draft -> draft.entity.equals("issue")
                        && draft.record == null
                        && statement.company != null
                        && statement.company.sameAs(draft.company))
                .toList();
        if (before.isEmpty()
                || statement.has(
                        Pattern.compile("\\b(?:also|another|second|too|ausserdem|zudem|aussi|tambien|tambem)\\b"))
                || statement.sentence.bullet()) {
            return false;
        }
        first(PRIORITIES, statement)
                .filter(_ -> !before.getLast().has("priority"))
                .ifPresent(priority ->
                        before.getLast().set("priority", priority, reading.evidence(statement.span()), 0.75));
        return true;
    }

    /** What a customer who uses the product asks about its use. */
    static boolean howTo(Reading reading, Statement statement) {
        return reading.message.fromOutside()
                && statement.company != null
                && statement.has(HOW_TO)
                && (statement.company.textOr("customer_state", "").equals("using")
                        || reading.of(statement.company, "deal").stream()
                                .anyMatch(deal -> "won".equals(deal.text("stage"))));
    }

    private static boolean settled(Statement statement) {
        return statement.has(Pattern.compile(
                "\\b(?:fixed|resolved|solved|working again|works again|close (?:this|the)|behoben|gelost|unless|"
                        + "roadmap|demo|deal|quote|screenshare)\\b"));
    }

    /** What went wrong on our own side of the sale is no issue of the product. */
    private static boolean ours(Reading reading, Statement statement) {
        return !reading.message.fromOutside()
                && !statement.has(ASKED)
                && statement.contacts.isEmpty()
                && statement.products.isEmpty()
                && statement.companies.isEmpty();
    }

    private static void draft(Reading reading, Statement statement, Span cue) {
        var about = about(reading, statement);
        var draft = reading.create("issue", statement.company, statement.span()).key("title", about.raw.strip());
        draft.set("company", Reading.companyName(statement.company), reading.evidence(statement.span()), 0.8);
        first(TYPES, statement)
                .or(() -> first(TYPES, about))
                .filter(type -> !type.equals("bug"))
                .or(() -> ByMeaning.choice(reading, about, "issue"))
                .or(() -> first(TYPES, about))
                .ifPresent(type -> draft.set("issue_type", type, reading.evidence(cue), 0.75));
        first(PRIORITIES, statement)
                .or(() -> first(PRIORITIES, about))
                .or(() -> next(reading, statement).flatMap(next -> first(PRIORITIES, next)))
                .ifPresent(priority -> draft.set("priority", priority, reading.evidence(statement.span()), 0.75));
        statement.dates.stream()
                .filter(date -> date.date().isAfter(reading.message.day())
                        && statement
                                .before(date.span(), 12)
                                .matches("(?s).*\\b(?:by|before|until|due|bis|avant) (?:the )?$"))
                .findFirst()
                .ifPresent(date -> draft.set("due_date", date.date().toString(), reading.evidence(date.span()), 0.8));
        statement.people.stream()
                .findFirst()
                .ifPresent(
                        person -> draft.set("assignee", person.record().name(), reading.evidence(person.span()), 0.75));
    }

    /** "It drops calls. Please raise a ticket": what the ticket is about stands before the asking. */
    private static Statement about(Reading reading, Statement statement) {
        boolean bare = statement.has(ASKED) && !statement.has(DEFECT) && statement.folded.length() < 70
                || statement.folded.length() < 26;
        return bare
                ? reading.before(statement)
                        .filter(before -> statement.company != null
                                && statement.company.sameAs(before.company)
                                && (before.has(DEFECT) || statement.folded.length() < 26))
                        .orElse(statement)
                : statement;
    }

    private static Optional<Statement> next(Reading reading, Statement statement) {
        int next = reading.statements.indexOf(statement) + 1;
        return next < reading.statements.size()
                        && reading.statements.get(next).folded.length() < 60
                ? Optional.of(reading.statements.get(next))
                : Optional.empty();
    }

    private static Optional<String> first(Map<String, Pattern> cues, Statement statement) {
        return cues.entrySet().stream()
                .filter(cue -> statement.has(cue.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
