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
                    + "ignore my (?:last|previous)|please stop|scrap that)\\b");
    private static final Pattern SAYS = Pattern.compile(
            "\\b(?:set|move[ds]?|update|change|mark|push(?:ed)?|close[ds]?|signed|won|lost|add|new|now|renewal|"
                    + "at risk|paid|slip\\w*|call(?:ed)?|spoke|met|send|remind|log)\\b");

    private final Reading reading;

    Finish(Reading reading) {
        this.reading = reading;
    }

    Understanding understanding() {
        revoked();
        restated();
        doubts();
        var operations = Draft.operations(reading.drafts);
        var intents = intents(operations);
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
        return new Understanding(
                List.copyOf(intents),
                operations,
                List.copyOf(reading.questions),
                reading.answer,
                reading.clarify,
                List.copyOf(mentioned),
                List.copyOf(reading.notes));
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
            boolean content = !statement.moneys.isEmpty()
                    || !statement.dates.isEmpty()
                    || !statement.phones.isEmpty()
                    || !statement.mails.isEmpty()
                    || statement.has(SAYS);
            if (content && statement.firm()) {
                reading.ask(
                        "Which account do you mean by \"" + doubtful.span().of(reading.text()) + "\"?",
                        doubtful.candidates());
                if (reading.intents.isEmpty() && reading.drafts.stream().allMatch(draft -> draft.withdrawn)) {
                    reading.intents.add("update_record");
                }
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
                .forEach(intents::add);
        if (reading.clarify && intents.isEmpty()) {
            intents.add("update_record");
        }
        if (intents.isEmpty()) {
            intents.add("none");
        }
        return intents;
    }

    private static String intent(Operation operation) {
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
