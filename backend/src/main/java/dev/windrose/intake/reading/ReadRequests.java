package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Requests that other parts of the product serve: here only their kind is told. */
final class ReadRequests implements Grammar {

    private static final Map<String, Pattern> CUES = new LinkedHashMap<>();

    static {
        CUES.put(
                "request_approval",
                Pattern.compile(
                        "\\b(?:(?:need|want) a yes\\b|(?:say|answer|reply) (?:yes|no) or (?:no|yes)|yes or no (?:pls|please)|"
                                + "brauche? ein ja|besoin d'un oui|necesito un si|preciso de um sim|need(?:s)? (?:your|@?\\w+'s|an?|"
                                + "the) (?:ok|okay|approval|sign-?off|go-?ahead|blessing)|"
                                + "approv(?:e|al) (?:for|of|on|this|that|it|needed|please|pls)|(?:can|could) (?:you|we|someone|somebody|"
                                + "anyone) (?:please |pls )?approve|need(?:s|ing)? (?:an |some )?approval|asking (?:for )?approval|"
                                + "requesting approval|approve \\d+|"
                                + "(?:preciso|precisamos|falta) (?:\\w+ ){0,3}?(?:ok|okay|aval|aprovacao|autorizacao)|aprova\\?|"
                                + "por favor,? aprov\\w+|aprova,? por favor|"
                                + "(?:brauch\\w*|fehlt\\w*) (?:\\w+ ){0,3}?(?:freigabe|genehmigung|ok|okay|zustimmung|segen)|"
                                + "bitte freigeben|"
                                + "(?:besoin|me faut|nous faut|manque) (?:\\w+ |d'|de l'|l'|ton |ta ){0,3}?(?:ok|accord|aval|feu vert|"
                                + "validation)|merci de valider|"
                                + "(?:necesito|necesitamos|falta) (?:\\w+ ){0,3}?(?:ok|okay|visto bueno|aprobacion|autorizacion)|"
                                + "^(?:@\\w+ )?(?:pls |please )?approve|please approve|pls approve|sign off on (?:this|the|my)|"
                                + "ok(?:ay)? (?:with|for) you|is (?:that|this) ok|your ok|"
                                + "freigabe (?:fur|von|bitte|bis)|bitte (?:um )?freigabe|genehmig\\w*|kannst du .{0,30} freigeben|"
                                + "validation de|tu valides|aprobacion|apruebas|approvazione|goedkeuring|akkoord\\?|godkann\\w*)\\b|"
                                + "(?:^|\\. )ok\\?|\\bapproval (?:for|on)\\b"));
        CUES.put(
                "run_report",
                Pattern.compile(
                        "\\b(?:report: |^report |(?:report|liste|auswertung) (?:\\w+ )?(?:ziehen|machen|erstellen)|(?:einen|"
                                + "nen) report|(?:get|run|pull|give me|need|want|show me|send me|build|create|make|generate|export) (?:me "
                                + ")?(?:a |an |the |us )?(?:\\w+ ){0,3}(?:report|breakdown|forecast by|dashboard|overview of|list of "
                                + "all|export of)|report (?:of|on|by)|bericht (?:uber|zu|der)|auswertung|rapport (?:sur|des)|informe "
                                + "de|relatorio d|overzicht van)\\b"));
        CUES.put(
                "draft_content",
                Pattern.compile(
                        "\\b(?:(?:draft|write|compose|prepare) (?:me |us |up )?(?:a |an |the |some )?(?:\\w+ "
                                + "){0,3}(?:e-?mail|mail|post|blog|article|reply|message|copy|follow-?up|newsletter|case study|"
                                + "one-?pager|note to|linkedin|text|script|summary)|entwurf (?:fur|einer)|schreib\\w* (?:mir )?(?:eine|"
                                + "einen)|redige\\w*|redacta\\w*|escribe (?:un|una)|scrivi (?:una|un)|schrijf een|skriv ett)\\b"));
        CUES.put(
                "schedule_meeting",
                Pattern.compile(
                        "\\b(?:(?:book|schedule|set up|arrange|find|block|organi[sz]e|setup|plan) (?:me |us |in )?(?:a |an |"
                                + "the |some |another )?(?:\\d+ ?(?:min\\w*|hours?|h|mins)|call|meeting|demo|time|slot|mtg|session|30|"
                                + "intro|walkthrough|workshop|lunch)|put .{0,30} on (?:the|my|our) calendar|termin (?:mit|machen|"
                                + "vereinbaren|ausmachen)|planifi\\w*|organise un rendez-vous|agenda(?:r|me)? una|reunion con "
                                + ".{0,30}agend\\w*|fissa\\w* (?:un|una)|plan een|boka (?:ett|en|in))\\b"));
        CUES.put(
                "price_quote",
                Pattern.compile(
                        "\\b(?:(?:need|send|prepare|want|get|make|do|give|generate|create|require|share) (?:me |us |them |"
                                + "him |her )?(?:a |an |the |your )?(?:\\w+ ){0,2}(?:quote|quotation|price quote|pricing|price "
                                + "list)(?! (?:is|was|went|to \\w+ by))|quote (?:for|on) \\d+|(?:send|give|make|prepare) us (?:a |an |"
                                + "your )?(?:\\w+ )?(?:offer|proposal)|how much (?:would|for|does|is)|what (?:would|does) (?:it|"
                                + "\\d+).{0,30}cost|price for \\d+|orcamento|cotizacion (?:para|de)|presupuesto para|angebot (?:fur|"
                                + "uber) \\d+|devis (?:pour|de)|preventivo per|offerte voor|offert (?:pa|for))\\b"));
        CUES.put(
                "update_company_context",
                Pattern.compile(
                        "\\b(?:message tree|(?:make|set|add) (?:that|this|it) (?:as )?(?:the |our |a )?(?:policy|rule)|new "
                                + "policy|policy:?|from now on|headline|tagline|positioning|value prop\\w*|elevator pitch|brand voice|"
                                + "tone of voice|icp\\b|our ideal customer|ab sofort gilt|neue richtlinie|company context|going "
                                + "forward (?:all|any|every|no)|discount (?:policy|rule|limit))\\b"));
    }

    private static final Lexicon ARRANGE = Lexicon.of("arrange");
    private static final Lexicon APPROVAL = Lexicon.of("asks approval");
    private static final Lexicon MAY = Lexicon.of("may i");
    private static final Pattern CONCESSION = Pattern.compile(
            "\\d ?%|\\bnet[- ]?\\d|\\b\\d+ (?:days|tage|jours|dias)\\b|\\b(?:discount|off|free|rabatt|nachlass|skonto|gratis|remise|rabais|"
                    + "gratuit\\w*|descuento|rebaja|desconto|payment terms|zahlungsziel)\\b");
    /** What holds for every sale is a rule. */
    private static final Pattern RULE = Pattern.compile(
            "\\b(?:any|anything|every|all discounts|all deals|from now on|ab sofort|jede[rsnm]?|toute?s?|"
                    + "todos|todas|cada|qualquer|cualquier)\\b");
    /** "With Ruth" takes part; a name that stands alone is asked to do it. */
    private static final Pattern ALONG =
            Pattern.compile("(?s).*(?:\\b(?:with|w|and|mit|und|avec|et|con|com|y|e)|w/|[&+]) @?$");

    private static final int LONG = 200;
    private static final int OPENING = 14;
    private static final int NEAR = 40;
    private static final double PLAIN = 0.85;

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.part.passedOn() || statement.is(Mode.HEARSAY)) {
                continue;
            }
            CUES.forEach((intent, cue) -> statement
                    .find(cue)
                    .filter(place -> meant(reading, statement, intent) && !Clauses.denied(statement, place))
                    .ifPresent(place -> {
                        reading.intents.add(intent);
                        if (!intent.equals("price_quote")
                                && statement.raw.length() < 200
                                && !intent.equals("request_approval")) {
                            reading.taken.add(statement);
                        }
                    }));
            asked(reading, statement);
            meantBy(reading, statement);
        }
    }

    /** A verb of asking and close behind it what is wanted: a text, figures, a meeting, a price. */
    private static void asked(Reading reading, Statement statement) {
        boolean outside = reading.message.fromOutside();
        if (statement.part.kind() == Part.Kind.SUBJECT) {
            return;
        }
        if (!outside && asksApproval(statement.folded)) {
            reading.intents.add("request_approval");
        }
        if (!outside && pair(statement, "write", "text")) {
            take(reading, statement, "draft_content");
        }
        if (!outside && pair(statement, "fetch", "report")) {
            take(reading, statement, "run_report");
        }
        boolean own = statement.people.stream().allMatch(person -> ALONG.matcher(statement.before(person.span(), 8))
                        .matches())
                && statement.is(Mode.UNSURE) == outside;
        if (pair(statement, "arrange", "meet") && (own || outside) && meant(reading, statement, "schedule_meeting")
                || statement
                                .find(Lexicon.of("asks to meet"))
                                .filter(place -> !Clauses.denied(statement, place))
                                .isPresent()
                        && statement.firm()
                        && meant(reading, statement, "schedule_meeting")) {
            reading.intents.add("schedule_meeting");
        }
        if (pair(statement, "make", "quote") && meant(reading, statement, "price_quote")) {
            reading.intents.add("price_quote");
        }
    }

    /** Is somebody asked to allow what is said, or whether a concession may be made? */
    static boolean asksApproval(String folded) {
        return !RULE.matcher(folded).find()
                        && APPROVAL.find(folded)
                                .filter(place -> !Clauses.denies(folded.substring(0, place.start())))
                                .isPresent()
                || MAY.find(folded).isPresent() && CONCESSION.matcher(folded).find();
    }

    /** "Book them for a visit": what follows is yet to come. */
    static boolean arranges(Statement statement) {
        int first = statement.span().start();
        return statement.all(ARRANGE).stream()
                .anyMatch(act -> act.start() - first < OPENING
                        && statement
                                .before(act, OPENING)
                                .matches(
                                        "\\W*(?:(?:please|pls|plz|bitte|por favor|svp|stp|also|can you|could you|let's|und|"
                                                + "and|et|y|e)\\W+)*"));
    }

    private static void take(Reading reading, Statement statement, String intent) {
        reading.intents.add(intent);
        if (statement.raw.length() < LONG) {
            reading.taken.add(statement);
        }
    }

    private static boolean pair(Statement statement, String verb, String object) {
        var first = statement.span().start();
        return statement.all(Lexicon.of(verb)).stream()
                .filter(act -> act.start() - first < OPENING || breaks(statement, act))
                .filter(act -> !Clauses.denied(statement, act))
                .anyMatch(act -> statement.all(Lexicon.of(object)).stream()
                        .anyMatch(thing -> thing.start() >= act.start() && thing.start() - act.end() < NEAR));
    }

    /** The verb begins a clause or follows a please or an and. */
    private static boolean breaks(Statement statement, Span act) {
        return statement
                .before(act, 12)
                .matches(
                        "(?s).*(?:[,;:.!?-] ?|\\b(?:and|also|pls|please|und|bitte|auch|et|y|e|tambien|tambem|en|och|then|can you|"
                                + "could you|i) )$");
    }

    /** A request in words that no rule knows. */
    private static void meantBy(Reading reading, Statement statement) {
        boolean open = CUES.values().stream().noneMatch(statement::has) && !reading.message.fromOutside();
        boolean bare = statement.dates.isEmpty() && statement.moneys.isEmpty();
        if (open) {
            ByMeaning.plain(reading, statement, "intent", bare ? ByMeaning.LIKELY : PLAIN)
                    .map(likely -> likely.value())
                    .filter(intent -> !(intent.equals("run_report") && statement.is(Mode.QUESTION)))
                    .filter(intent -> CUES.containsKey(intent) && meant(reading, statement, intent))
                    .ifPresent(reading.intents::add);
        }
    }

    /** Outsiders ask for prices and dates; approvals, reports and texts are for colleagues. */
    private static boolean meant(Reading reading, Statement statement, String intent) {
        if (reading.message.fromOutside()) {
            boolean offer = statement.has(Pattern.compile(
                    "\\b(?:send|give|make|prepare) us (?:a |an |your )?(?:\\w+ )?(?:offer|proposal|quote)\\b"));
            if (offer && intent.equals("price_quote")) {
                reading.taken.add(statement);
            }
            return intent.equals("price_quote")
                    || intent.equals("schedule_meeting")
                            && reading.message.channel().equals("email");
        }
        if (intent.equals("price_quote")) {
            return statement.people.isEmpty()
                    && !(statement.is(Mode.QUESTION) && statement.company != null)
                    && !statement.has(
                            Pattern.compile("\\b(?:i |me\\b|by \\w+|she|he|they) ?(?:asked|wants?|send|by)?\\b.*quote"))
                    && statement.dates.isEmpty();
        }
        if (intent.equals("update_company_context")) {
            return reading.statements.stream().allMatch(other -> other.companies.isEmpty() && other.contacts.isEmpty());
        }
        return true;
    }
}
