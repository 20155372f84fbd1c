package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Defects, outages, access and billing troubles of customers. They are understood; records of them come later. */
final class ReadIssues implements Grammar {

    static final Pattern DEFECT = Pattern.compile(
            "\\b(?:bug|crash\\w*|broken|fails?|failing|failed to|error\\w*|doesn't (?:work|load|sync|open|save|"
                    + "send)|doesnt work|not working|isn't working|stopped working|won't (?:load|open|sync|start|save)|"
                    + "can't (?:log|open|load|access|export|print|sign) ?(?:in|on)?|hasn't loaded|"
                    + "times? out|timing out|freezes|keeps freezing|hangs|drops|dropping|lag(?:s|ging)?|wrong (?:time|"
                    + "number|total|data|values?)|duplicate\\w*|twice|missing (?:data|records|emails)|shows? (?:the "
                    + ")?wrong|login loop|locked out|no access|"
                    + "funktioniert nicht|geht nicht|fehler(?:meldung)?|sturzt ab|bricht ab|kaputt|ne (?:marche|"
                    + "fonctionne) (?:pas|plus)|en panne|no funciona|falla\\w*|no carga|non funziona|werkt niet|kapot|"
                    + "fungerar inte|nao funciona)\\b");
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:(?:open|raise|create|log|file) (?:a |an |the )?(?:\\w+ )?(?:ticket|issue|bug|case|incident)|"
                    + "ticket (?:aufmachen|anlegen|erstellen)|raising this|raise (?:this|that)|ouvrir un ticket|abrir un "
                    + "ticket|feature request|onboarding issue)\\b");
    private static final Map<String, Pattern> TYPES = new LinkedHashMap<>();
    private static final Map<String, Pattern> PRIORITIES = new LinkedHashMap<>();

    static {
        TYPES.put(
                "outage",
                Pattern.compile(
                        "\\b(?:outage|everything is down|is down|are down|all (?:our )?(?:users|agents|sites)|for (?:any|"
                                + "all) of|nobody can|completely down|system down|ausfall|en panne|caido)\\b"));
        TYPES.put(
                "billing",
                Pattern.compile(
                        "\\b(?:invoice\\w*|charged|billing|billed|refund|credit note|rechnung\\w*|facture|factura|fattura)\\b"));
        TYPES.put(
                "access",
                Pattern.compile(
                        "\\b(?:log ?in|login|password|permission\\w*|access|api key|seats?|sso|locked out|zugang|acceso|acces)\\b"));
        TYPES.put(
                "feature_request",
                Pattern.compile(
                        "\\b(?:feature request|would be (?:nice|great|lovely)|be able to|wish|could you add|add support)\\b"));
        TYPES.put("onboarding", Pattern.compile("\\b(?:onboarding|training|set-?up help|einschulung)\\b"));
        TYPES.put("bug", DEFECT);
        PRIORITIES.put(
                "urgent", Pattern.compile("\\b(?:urgent|asap|immediately|critical|dringend|sofort|urgente?)\\b"));
        PRIORITIES.put(
                "high", Pattern.compile("\\b(?:high prio\\w*|priority high|treat as high|hoch|hohe prio\\w*|high)\\b"));
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
                    .or(() -> statement.find(DEFECT))
                    .filter(place -> !Clauses.denied(statement, place));
            boolean customer = statement.company != null
                    && (reading.message.fromOutside()
                            || statement.has(ASKED)
                            || !statement.company.textOr("customer_state", "").matches("exploring|buying|dormant"));
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
            draft(reading, statement, cue.get());
        }
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
        var draft = reading.create("issue", statement.company, statement.span()).key("title", statement.raw.strip());
        draft.set("company", Reading.companyName(statement.company), reading.evidence(statement.span()), 0.8);
        first(TYPES, statement).ifPresent(type -> draft.set("issue_type", type, reading.evidence(cue), 0.75));
        first(PRIORITIES, statement)
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

    private static Optional<String> first(Map<String, Pattern> cues, Statement statement) {
        return cues.entrySet().stream()
                .filter(cue -> statement.has(cue.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
