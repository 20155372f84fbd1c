package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what was drafted into shape: nothing restated, nothing contradictory, questions where something is in doubt. */
final class Finish {

    private static final Pattern REVOKED = Pattern.compile(
            "\\b(?:hold on|have not agreed|haven't agreed|nothing gets signed|not so fast|disregard (?:my|that)|"
                    + "ignore my (?:last|previous)|please stop|scrap that|"
                    + "(?:i am|i'm|we are|we're) (?:certainly |definitely |absolutely )?not (?:fine|ok|okay|happy|on board|"
                    + "in agreement|signing|going ahead|aware)|i (?:have not|haven't|did not|didn't|never) (?:agreed|agree|approved|"
                    + "approve|said|say|signed off)|"
                    + "(?:that|this|it)(?:'s| is) (?:not (?:true|so|correct|right|agreed|what (?:i|we) (?:said|agreed))|news to me|"
                    + "wrong)|i said so|over my dead body|nobody asked me|"
                    + "(?:bin|sind) (?:damit )?(?:nicht|keineswegs) einverstanden|habe (?:dem |das )?(?:nie|nicht) (?:zugestimmt|"
                    + "freigegeben|genehmigt)|stimmt (?:so )?nicht|davon weiss ich nichts|"
                    + "(?:pas|jamais) (?:d'accord|valide|approuve)|c'est faux|no estoy de acuerdo|(?:no|nunca) (?:he aprobado|aprobe|"
                    + "autorice)|no es (?:cierto|verdad|asi)|nao (?:concordo|aprovei|autorizei|e verdade|e assim)|non sono d'accordo)\\b");
    private static final Pattern SAYS = Pattern.compile(
            "\\b(?:set|move[ds]?|update|change|mark|push(?:ed)?|close[ds]?|signed|won|lost|add|new|now|renewal|"
                    + "at risk|paid|slip\\w*|call(?:ed)?|spoke|met|send|remind|log)\\b");

    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b(?:they|they've|he|she|it|the deal|the contract|that deal|this deal|sie|er|der deal|der vertrag|ils|elle|il|"
                    + "le contrat|firmaron|el contrato|eles|ele|ela|o contrato|assinaram)\\b");

    private final Reading reading;

    Finish(Reading reading) {
        this.reading = reading;
    }

    /** The same, with the question whom a name means. */
    Understanding asking(Understanding read, Mention doubtful, List<String> supposed) {
        which(doubtful);
        var intents = new java.util.LinkedHashSet<>(read.intents());
        intents.remove("none");
        if (intents.isEmpty()) {
            intents.addAll(supposed);
            intents.remove("none");
        }
        if (intents.isEmpty()) {
            intents.add("update_record");
        }
        return new Understanding(
                List.copyOf(intents),
                read.operations(),
                List.copyOf(reading.questions),
                read.answer(),
                true,
                read.mentioned(),
                read.notes(),
                read.told());
    }

    Understanding understanding() {
        revoked();
        new Guards(reading).apply();
        new Refused(reading).withdraw();
        new NotHeld(reading).withdraw();
        new MereTalk(reading).withdraw();
        new Uncommitted(reading).withdraw();
        new Disputed(reading).ask();
        new EitherOf(reading).ask();
        new WhoIsMeant(reading).ask();
        new Sources(reading).ask();
        new Conflicts(reading).ask();
        restated();
        doubts();
        people();
        colleagues();
        nobody();
        nothingToSign();
        new Unheeded(reading).ask();
        new OtherLanguage(reading).ask();
        var operations = Draft.operations(reading.drafts);
        var intents = intents(operations);
        return new Understanding(
                List.copyOf(intents),
                operations,
                List.copyOf(reading.questions),
                reading.answer,
                reading.clarify,
                mentioned(),
                List.copyOf(reading.notes),
                new ToldRules(reading, operations).all());
    }

    private List<KnownRecord> mentioned() {
        var mentioned = new LinkedHashSet<KnownRecord>();
        reading.statements.forEach(statement -> {
            statement.companies.stream()
                    .filter(Mention::clear)
                    .map(Mention::record)
                    .forEach(mentioned::add);
            statement.contacts.stream()
                    .filter(Mention::clear)
                    .map(Mention::record)
                    .forEach(mentioned::add);
            if (statement.company != null) {
                mentioned.add(statement.company);
            }
        });
        return List.copyOf(mentioned);
    }

    /** Two people of the customer contradict each other: nothing about the deal is written, a person decides. */
    private void revoked() {
        boolean revoked = reading.statements.stream().anyMatch(statement -> statement.has(REVOKED));
        var deals = reading.drafts.stream()
                .filter(draft -> draft.entity.equals("deal") && draft.record != null)
                .toList();
        if (revoked
                && reading.parts.stream()
                                .filter(part -> part.kind() == Part.Kind.FORWARDED || part.kind() == Part.Kind.OWN)
                                .map(Part::writer)
                                .distinct()
                                .count()
                        > 1
                && !deals.isEmpty()) {
            reading.intents.add("update_record");
            deals.forEach(draft -> draft.withdrawn = true);
            reading.ask(
                    "The message contradicts itself. What should the record say?",
                    deals.stream()
                            .map(draft -> draft.record)
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    private void restated() {
        for (var draft : reading.drafts) {
            var record = draft.record;
            if (record != null) {
                draft.fields.values().removeIf(field -> same(record, field.field(), field.value()));
                draft.withdrawn |= draft.fields.isEmpty();
            }
        }
    }

    private static boolean same(KnownRecord record, String field, Object value) {
        @Nullable String now = field.equals("name") ? record.name() : record.text(field);
        if (now == null) {
            return field.equals("is_primary") && Boolean.FALSE.equals(value);
        }
        var number = record.number(field);
        if (number != null && value instanceof Number) {
            return number.compareTo(new BigDecimal(value.toString())) == 0;
        }
        return now.equalsIgnoreCase(value.toString())
                || field.equals("company") && NameEntry.key(now).equals(NameEntry.key(value.toString()));
    }

    /** A statement that nobody can place asks, where it has something to record. */
    private void doubts() {
        for (var statement : reading.statements) {
            var doubtful = statement.doubtful;
            if (doubtful == null
                    || reading.message.fromOutside()
                    || reading.taken.contains(statement) && reading.clarify) {
                continue;
            }
            if (doubtful.is("contact") && !statement.has(SAYS) && statement.contacts.isEmpty()) {
                continue;
            }
            boolean content = !statement.moneys.isEmpty()
                    || !statement.dates.isEmpty()
                    || !statement.phones.isEmpty()
                    || !statement.mails.isEmpty()
                    || statement.has(SAYS);
            if (content && statement.firm()) {
                withhold(doubtful);
                which(doubtful);
                if (reading.intents.isEmpty() && reading.drafts.stream().allMatch(draft -> draft.withdrawn)) {
                    reading.intents.add("update_record");
                }
            }
        }
    }

    /** What the sentence says of any of those who may be meant waits for the answer. */
    private void withhold(Mention doubtful) {
        reading.statements.stream()
                .filter(statement -> statement.span().holds(doubtful.span()))
                .forEach(statement -> reading.drafts.stream()
                        .filter(draft -> draft.record != null
                                && statement.span().start() <= draft.evidence.start()
                                && draft.evidence.start() < statement.span().end()
                                && reading.companyOf(draft.record)
                                        .filter(company ->
                                                doubtful.candidates().stream().anyMatch(company::sameAs))
                                        .isPresent())
                        .forEach(draft -> draft.withdrawn = true));
    }

    private void which(Mention doubtful) {
        var written = doubtful.span().of(reading.text());
        reading.ask(
                doubtful.is("contact") || doubtful.is("person")
                        ? "Which " + written + " do you mean?"
                        : "Which account do you mean by \"" + written + "\"?",
                doubtful.candidates());
    }

    /** Something is told of a person, and two people of the account bear the name. */
    private void people() {
        for (var statement : reading.statements) {
            boolean told = !statement.phones.isEmpty()
                    || !statement.mails.isEmpty()
                    || statement.has(ReadContactChanges.TOLD)
                    || Roles.in(statement, statement.span()).isPresent();
            if (statement.doubtful == null && statement.firm() && told && !reading.message.fromOutside()) {
                statement.contacts.stream()
                        .filter(mention -> !mention.clear())
                        .findFirst()
                        .ifPresent(this::which);
            }
        }
    }

    /** Two colleagues bear the first name of whoever is to do it. */
    private void colleagues() {
        for (var statement : reading.statements) {
            for (var mention : statement.people) {
                reading.drafts.stream()
                        .filter(draft -> !mention.clear()
                                && draft.record == null
                                && draft.evidence.start() < statement.span().end()
                                && draft.evidence.end() > statement.span().start()
                                && mention.candidates().stream()
                                        .anyMatch(person -> person.name().equals(draft.value("assignee"))))
                        .findFirst()
                        .ifPresent(draft -> {
                            draft.fields.remove("assignee");
                            which(mention);
                        });
            }
        }
    }

    /** An account that has signed and has no deal: what it has signed is not said. */
    private void nothingToSign() {
        for (var statement : reading.statements) {
            if (reading.message.fromOutside()
                    || statement.company == null
                    || !statement.firm()
                    || reading.taken.contains(statement)
                    || !statement.products.isEmpty()
                    || !reading.of(statement.company, "deal").isEmpty()
                    || reading.drafts.stream()
                            .anyMatch(draft -> draft.evidence.start()
                                            < statement.span().end()
                                    && draft.evidence.end() > statement.span().start())) {
                continue;
            }
            statement
                    .find(StageCues.WON)
                    .filter(place -> !Clauses.denied(statement, place) && !Polarity.ahead(statement, place))
                    .ifPresent(_ -> reading.ask(
                            Reading.companyName(statement.company) + " has no deal here. What have they signed?",
                            List.of()));
        }
    }

    /** "They signed!": nothing says who. */
    private void nobody() {
        boolean placed = reading.statements.stream()
                .anyMatch(statement -> statement.company != null
                        || statement.doubtful != null
                        || !statement.strangers.isEmpty()
                        || !statement.products.isEmpty());
        if (placed || reading.message.fromOutside() || reading.clarify) {
            return;
        }
        for (var statement : reading.statements) {
            boolean done = statement
                    .find(StageCues.WON)
                    .or(() -> statement.find(StageCues.SET))
                    .filter(place -> !Clauses.denied(statement, place) && !Polarity.ahead(statement, place))
                    .isPresent();
            if (done && statement.firm() && statement.has(SOMEBODY) && !reading.taken.contains(statement)) {
                reading.ask("Which account is this about?", List.of());
                return;
            }
        }
    }

    private LinkedHashSet<String> intents(List<Operation> operations) {
        var places = new ArrayList<java.util.Map.Entry<Integer, String>>();
        for (var operation : operations) {
            places.add(java.util.Map.entry(operation.evidence().start(), intent(operation)));
        }
        places.sort(java.util.Map.Entry.comparingByKey());
        var intents = new LinkedHashSet<String>();
        places.forEach(place -> intents.add(place.getValue()));
        boolean logged =
                operations.stream().anyMatch(operation -> operation.entity().equals("interaction"));
        reading.intents.stream()
                .filter(intent -> !intent.equals("log_interaction") || logged)
                .filter(intent -> reading.clarify || !allWithdrawn(intent))
                .forEach(intents::add);
        if (reading.clarify && intents.isEmpty()) {
            intents.add("update_record");
        }
        if (intents.isEmpty()) {
            intents.add("none");
        }
        return intents;
    }

    /** It was drafted, and every draft of it had to go. */
    private boolean allWithdrawn(String intent) {
        var drafts = reading.drafts.stream()
                .filter(draft ->
                        draft.record == null && intent(draft.operation()).equals(intent))
                .toList();
        return !drafts.isEmpty() && drafts.stream().allMatch(draft -> draft.withdrawn);
    }

    static String intent(Operation operation) {
        if (!operation.isCreate()) {
            return "update_record";
        }
        return switch (operation.entity()) {
            case "interaction" -> "log_interaction";
            case "task" -> "create_task";
            case "feedback" -> "log_feedback";
            case "objection" -> "log_objection";
            case "issue" -> "report_issue";
            default -> "create_record";
        };
    }
}
