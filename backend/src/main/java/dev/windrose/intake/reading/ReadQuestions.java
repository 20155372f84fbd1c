package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Questions that the record answers, with the records cited; else it is said that the record does not hold it. */
final class ReadQuestions implements Grammar {

    private static final Map<String, Pattern> DEAL = new LinkedHashMap<>();
    private static final Map<String, Pattern> CONTACT = new LinkedHashMap<>();
    private static final Map<String, Pattern> COMPANY = new LinkedHashMap<>();
    private static final Pattern DEAL_WORD = Pattern.compile(
            "\\b(?:deal|deals|opp\\w*|open|status|where (?:are|is|do)|pipeline|contract|renewal|chase)\\b");
    private static final Pattern REQUEST = Pattern.compile(
            "^(?:(?:and|also|so|ok|@?\\w+,?) )?(?:can|could|would|will) (?:you|we|someone|somebody) (?:please |kindly |perhaps |"
                    + "also )?(?!please|kindly|perhaps|also|tell|say|check|"
                    + "remind me what|confirm|explain|let (?:me|us) know|advise|clarify)|"
                    + "^(?:podem|podes|pode|poderiam|podeis|pueden|puedes|podrian|podriais|pourriez[- ]vous|pouvez[- ]vous|"
                    + "konnen sie|konnten sie|konnt ihr|kunnen jullie|potete|"
                    + "potreste|kan ni) (?!.{0,12}\\b(?:dizer|decir|decirme|dire|sagen|mitteilen|zeggen|dirmi|saga|confirm\\w*|"
                    + "explic\\w*|expliqu\\w*|erklar\\w*|bestatig\\w*))|"
                    + "\\b(?:ok\\?|approve)\\b");
    /** Words that ask also without a mark; others begin sentences that tell. */
    private static final Pattern ASKS = Pattern.compile(
            "^(?:(?:and|also|so|ok|hey|hi|btw|quick (?:one|question)|@?\\w+,)[:,]? )*(?:what|what's|whats|when's|who's|whos|where's|"
                    + "wheres|who|where|which|when (?:is|are|do|does|did|was|will)|how (?:much|many|old|"
                    + "long|often)|is there|are there|do we|does \\w+ |tell me|do you know|any idea|remind me|let me know|can (?:you|"
                    + "someone) tell me|wann|wer (?:ist|sind|hat|macht|entscheidet|zahlt)|was (?:ist|kostet|hat|sind)|welche[rs]?|"
                    + "wie viel|wieviel|"
                    + "combien|cuanto|quanto|qual|quais|cual|cuales|quel|quelle|hoeveel)\\b");

    private static final Pattern TICKET = Pattern.compile(
            "\\b(?:tickets?|issues?|cases?|incidents?|bugs?|open problems?|incidencias?|chamados?|storung\\w*|arenden?|meldingen?)\\b");
    private static final Pattern RECORD = Pattern.compile(
            "^(?:@?\\w+,? )?(?:tell me|do (?:you|we) know|any idea|can (?:you|someone) tell me|let me know)\\b|"
                    + "^(?:(?:and|also|so|ok|hey|hi|btw|und|et|y|e) )*(?:qual|quais|cual|cuales|onde|donde|what|what's|whats|when|"
                    + "who|who's|which|where|how (?:much|many)|is|are|do|does|did|remind me "
                    + "(?:what|who|when)|tell me|show me|was|wann|wer|wie|welche|quand|qui|quel|combien|cuando|cuanto|"
                    + "quien|que|quando|quanto|wanneer|wie|hoeveel|nar|vem|vad|anything|any)\\b|\\b(?:do we have|what "
                    + "stage|who is|when is|when does|what's)\\b");

    private static final Pattern SELF = Pattern.compile(
            "^\\W*(?:no|nope|nah|not yet|not quite|yes|yep|yeah|nein|noch nicht|ja|jein|doch|non|pas encore|oui|todavia no|aun no|si|"
                    + "nao|ainda nao|sim)\\b(?! (?:one|idea|rush|hurry|problem|worries))");

    static {
        DEAL.put(
                "deal_expected_signing_date",
                Pattern.compile(
                        "\\b(?:close|closing|close date|expected|sign(?:ing|s)?|supposed to|unterschrift|abschluss|signature|"
                                + "cierre|firma|chiusura)\\b"));
        DEAL.put("deal_signing_date", Pattern.compile("\\b(?:signed|sign)\\b"));
        DEAL.put(
                "deal_amount",
                Pattern.compile(
                        "\\b(?:amount|worth|value|valor|valeur|how much|big|size of the deal|price|paying|pay|acv|arr|betrag|wert|wie "
                                + "viel|montant|combien|monto|cuanto|importe|quanto|hoeveel|belopp)\\b"));
        DEAL.put(
                "stage",
                Pattern.compile(
                        "\\b(?:stage|status|estagio|estado|stade|where (?:are|is|do)|phase|etapa|fase|at\\?$|open)\\b"));
        DEAL.put(
                "deal_end_date",
                Pattern.compile(
                        "\\b(?:run(?:s)? out|end|ends|expire\\w*|renew\\w*|renewal|until|auslauf\\w*|lauft .* aus|endet|"
                                + "expir\\w*|vence|scade|afloop|loopt)\\b"));
        DEAL.put(
                "deal_start_date",
                Pattern.compile("\\b(?:start|starts|begin\\w*|go live|beginn\\w*|debut|empieza|inizia)\\b"));
        DEAL.put(
                "payment_frequency",
                Pattern.compile(
                        "\\b(?:billed|billing|pay(?:ment)? (?:terms|frequency)|how often|invoiced|monthly|annual\\w*)\\b"));
        DEAL.put(
                "deal_payment_status",
                Pattern.compile("\\b(?:paid|unpaid|overdue|payment status|bezahlt|paye|pagado|betaald)\\b"));
        DEAL.put("deal_health", Pattern.compile("\\b(?:health|at risk|healthy)\\b"));
        DEAL.put("lost_reason", Pattern.compile("\\b(?:why did we lose|why .* lost|lost reason|reason)\\b"));
        DEAL.put(
                "product",
                Pattern.compile(
                        "\\b(?:which product|what product|what did they buy|what are they (?:buying|using))\\b"));
        CONTACT.put("email", Pattern.compile("\\b(?:e-?mail|mail|address|reach|contact details|correo)\\b"));
        CONTACT.put(
                "phone",
                Pattern.compile(
                        "\\b(?:phone|number|mobile|cell|call|reach|telefon\\w*|nummer|handy|numero|telefono)\\b"));
        CONTACT.put("title", Pattern.compile("\\b(?:title|role|position|job|does .* do|rolle|poste|cargo|who is)\\b"));
        CONTACT.put("influence_role", Pattern.compile("\\b(?:decision|champion|influence|decides|blocker|budget)\\b"));
        COMPANY.put(
                "employee_size",
                Pattern.compile(
                        "\\b(?:employees|how many people|headcount|how big|size|mitarbeiter|empleados|salaries)\\b"));
        COMPANY.put("website_url", Pattern.compile("\\b(?:website|url|web ?site|homepage)\\b"));
        COMPANY.put("country_hq", Pattern.compile("\\b(?:where .* based|country|headquarter\\w*|hq)\\b"));
        COMPANY.put(
                "customer_state",
                Pattern.compile("\\b(?:state|customer\\?|are they (?:a )?(?:customer|using)|churned|live)\\b"));
        COMPANY.put("industry_vertical", Pattern.compile("\\b(?:industry|vertical|sector|branche)\\b"));
        COMPANY.put("customer_segment_label", Pattern.compile("\\bsegment\\b"));
    }

    @Override
    public void read(Reading reading) {
        var lines = new LinkedHashSet<String>();
        var cited = new LinkedHashSet<KnownRecord>();
        boolean asked = false;
        boolean doubtful = false;
        for (var statement : reading.statements) {
            if (!isQuestion(reading, statement)) {
                continue;
            }
            asked = true;
            reading.taken.add(statement);
            if (statement.doubtful != null) {
                doubtful = true;
                reading.ask(
                        "Which account do you mean by \""
                                + statement.doubtful.span().of(reading.text()) + "\"?",
                        statement.doubtful.candidates());
                continue;
            }
            if (unclear(reading, statement)) {
                doubtful = true;
                continue;
            }
            answer(reading, statement, lines, cited);
        }
        if (asked) {
            reading.intents.add("ask_question");
            if (!doubtful) {
                reading.answer =
                        new Answer(lines.isEmpty() ? Answer.UNKNOWN : String.join("\n", lines), List.copyOf(cited));
            }
        }
    }

    /** Two people bear the name that is asked about. */
    private static boolean unclear(Reading reading, Statement statement) {
        var mention = statement.contacts.stream()
                .filter(found -> !found.clear() && CONTACT.values().stream().anyMatch(statement::has))
                .findFirst();
        mention.ifPresent(
                found -> reading.ask("Which " + found.span().of(reading.text()) + " do you mean?", found.candidates()));
        return mention.isPresent();
    }

    private static boolean isQuestion(Reading reading, Statement statement) {
        if (!statement.is(Mode.QUESTION)
                || !statement.sentence.question()
                        && !ASKS.matcher(statement.folded).find()
                || reading.taken.contains(statement)
                || answered(reading, statement)
                || ReadIssues.told(reading, statement)
                || REQUEST.matcher(statement.folded).find()
                || statement.part.kind() == Part.Kind.SUBJECT
                || statement.part.passedOn()
                || reading.intents.contains("request_approval")) {
            return false;
        }
        boolean colleague = !reading.message.fromOutside()
                        && statement.folded.matches("(?s)^@?\\w+,? (?:can|could|pls|please)\\b.*")
                || statement.people.stream().anyMatch(mention -> statement
                        .after(mention.span(), 24)
                        .matches("(?s)^,? (?:can|could|would|will) you .*|^,? (?:pls|please|bitte|kannst du|"
                                + "konntest du|peux-tu|pourrais-tu|puedes|podrias|voce pode|pode) .*"));
        boolean record = RECORD.matcher(statement.folded).find()
                || !statement.companies.isEmpty()
                || !statement.products.isEmpty()
                || reading.message.fromOutside();
        boolean concerned = !reading.message.fromOutside()
                && reading.statements.stream()
                        .noneMatch(other -> other.company != null
                                || other.doubtful != null
                                || !other.products.isEmpty()
                                || !other.contacts.isEmpty());
        return record && !colleague && !concerned;
    }

    /** "Fixed? no - still wrong": whoever asks answers as well. */
    private static boolean answered(Reading reading, Statement statement) {
        int next = reading.statements.indexOf(statement) + 1;
        return next < reading.statements.size()
                && reading.statements.get(next).part == statement.part
                && SELF.matcher(reading.statements.get(next).folded).find();
    }

    private static void answer(Reading reading, Statement statement, Set<String> lines, Set<KnownRecord> cited) {
        var contacts = statement.contacts.stream()
                .filter(Mention::clear)
                .map(Mention::record)
                .toList();
        contacts.forEach(contact -> tell(contact, wanted(statement, CONTACT, contact), lines, cited));
        var company = statement.company;
        if (!reading.message.fromOutside() && company != null) {
            tell(company, wanted(statement, COMPANY, company), lines, cited);
            if (statement.has(Pattern.compile(
                            "\\b(?:who|contact|contacts|ansprechpartner\\w*|champion|decision|contato|contacto|"
                                    + "interlocut\\w*|wer|qui|quien|chi|wie)\\b"))
                    && contacts.isEmpty()) {
                people(reading, statement, company, lines, cited);
            }
            issues(reading, statement, company, lines, cited);
            for (var deal : deals(reading, statement, company)) {
                var fields = wanted(statement, DEAL, deal);
                tell(
                        deal,
                        fields.isEmpty() && statement.has(DEAL_WORD)
                                ? List.of("stage", "deal_amount", "deal_expected_signing_date")
                                : fields,
                        lines,
                        cited);
            }
        }
        products(reading, statement, lines, cited);
    }

    private static void issues(
            Reading reading, Statement statement, KnownRecord company, Set<String> lines, Set<KnownRecord> cited) {
        var one = KnownIssues.best(reading, statement, company, 2);
        if (one.isPresent() || statement.has(TICKET)) {
            one.map(List::of)
                    .orElseGet(() -> reading.of(company, "issue"))
                    .forEach(issue -> tell(
                            issue, List.of("status", "priority", "assignee", "due_date", "resolution"), lines, cited));
        }
    }

    private static List<KnownRecord> deals(Reading reading, Statement statement, KnownRecord company) {
        var deals = reading.of(company, "deal");
        return statement.products.isEmpty()
                ? deals
                : deals.stream()
                        .filter(deal -> statement.products.stream()
                                .anyMatch(product -> product.record().name().equalsIgnoreCase(deal.text("product"))))
                        .toList();
    }

    private static List<String> wanted(Statement statement, Map<String, Pattern> fields, KnownRecord record) {
        var out = new ArrayList<String>();
        fields.forEach((field, cue) -> {
            if (statement.has(cue) && record.text(field) != null) {
                out.add(field);
            }
        });
        return out;
    }

    private static void people(
            Reading reading, Statement statement, KnownRecord company, Set<String> lines, Set<KnownRecord> cited) {
        for (var contact : reading.of(company, "contact")) {
            var fields = new ArrayList<>(List.of("title", "email", "phone", "influence_role"));
            fields.removeIf(field -> contact.text(field) == null);
            if (fields.isEmpty()) {
                lines.add(contact.name());
                cited.add(contact);
            } else {
                tell(contact, fields, lines, cited);
            }
        }
    }

    /** What a product can do is told in the words of its record. */
    private static void products(Reading reading, Statement statement, Set<String> lines, Set<KnownRecord> cited) {
        var asked = statement.products.isEmpty()
                ? reading.known.products()
                : statement.products.stream().map(Mention::record).toList();
        for (var product : asked) {
            product.fields().forEach((field, value) -> {
                var words = dev.windrose.llm.language.Fold.words(field + " " + value)
                        .split(" ");
                boolean hit = java.util.Arrays.stream(words)
                        .anyMatch(word -> word.length() > 3 && !Words.common(word) && statement.folded.contains(word));
                if (hit && !field.equals("name") && !field.equals("id")) {
                    lines.add(product.name() + ": " + field.replace('_', ' ') + " " + value + ".");
                    cited.add(product);
                }
            });
        }
    }

    private static void tell(KnownRecord record, List<String> fields, Set<String> lines, Set<KnownRecord> cited) {
        var said = fields.stream()
                .filter(field -> record.text(field) != null)
                .map(field -> label(field) + " " + value(record, field))
                .toList();
        if (!said.isEmpty()) {
            var name = record.is("deal")
                    ? record.textOr("company", "") + ", " + record.textOr("product", record.name())
                    : record.name();
            lines.add(name + ": " + String.join(", ", said) + ".");
            cited.add(record);
        }
    }

    private static String value(KnownRecord record, String field) {
        return field.equals("deal_amount")
                ? record.textOr(field, "") + " " + record.textOr("deal_amount_currency", "")
                : record.textOr(field, "");
    }

    private static String label(String field) {
        return switch (field) {
            case "deal_amount" -> "amount";
            case "deal_expected_signing_date" -> "expected to sign on";
            case "deal_signing_date" -> "signed on";
            case "deal_end_date" -> "ends on";
            case "deal_start_date" -> "starts on";
            default -> field.replace("deal_", "").replace('_', ' ');
        };
    }
}
