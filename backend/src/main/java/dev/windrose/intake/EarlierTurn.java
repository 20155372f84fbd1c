package dev.windrose.intake;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.reading.Message.Earlier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the message before in a thread was about, so that "make it 20k" and "no, the other one" find their record. */
final class EarlierTurn {

    private EarlierTurn() {}

    static Earlier of(Map<String, @Nullable Object> decision, KnownRecords known) {
        var about = decision.get("about") instanceof Map<?, ?> map ? map : Map.of();
        return new Earlier(
                find(known, "company", about.get("company_id")),
                find(known, "deal", about.get("deal_id")),
                find(known, "contact", about.get("contact_id")),
                wrote(decision, "deal_amount"),
                wrote(decision, "deal_expected_signing_date"));
    }

    private static @Nullable KnownRecord find(KnownRecords known, String type, @Nullable Object id) {
        return id == null ? null : known.find(type, id.toString()).orElse(null);
    }

    private static boolean wrote(Map<String, @Nullable Object> decision, String field) {
        return decision.get("operations") instanceof List<?> operations
                && operations.stream()
                        .anyMatch(operation -> operation instanceof Map<?, ?> map
                                && map.get("fields") instanceof Map<?, ?> fields
                                && fields.containsKey(field));
    }

    /** @param question that the text answers */
    record Choice(UUID question, String type, UUID record) {}

    /** The question that offers the record; empty where none does. */
    static String question(Map<String, @Nullable Object> decision, UUID record) {
        return decision.get("questions") instanceof List<?> questions
                ? questions.stream()
                        .map(question -> (Map<?, ?>) question)
                        .filter(question ->
                                String.valueOf(question.get("options")).contains(record.toString()))
                        .map(question -> String.valueOf(question.get("text")))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** The record that answers a question of the last decision, if the text is one of the options offered. */
    static Optional<Choice> chosen(Map<String, @Nullable Object> decision, String text, KnownRecords known) {
        if (!(decision.get("questions") instanceof List<?> questions)) {
            return Optional.empty();
        }
        var wanted = text.strip();
        return questions.stream()
                .map(question -> (Map<?, ?>) question)
                .flatMap(question -> ((List<?>) question.get("options"))
                        .stream()
                                .map(option -> (Map<?, ?>) option)
                                .filter(option -> wanted.equalsIgnoreCase(String.valueOf(option.get("label")))
                                        || wanted.equals(String.valueOf(option.get("value"))))
                                .flatMap(option ->
                                        choice(question, String.valueOf(option.get("value")), known).stream()))
                .findFirst();
    }

    private static Optional<Choice> choice(Map<?, ?> question, String value, KnownRecords known) {
        if (value.startsWith(ProposeEntries.OPTION)) {
            return Optional.of(new Choice(
                    UUID.fromString(String.valueOf(question.get("id"))),
                    ContextEntry.TYPE,
                    UUID.fromString(value.substring(ProposeEntries.OPTION.length()))));
        }
        return type(value, known)
                .map(type ->
                        new Choice(UUID.fromString(String.valueOf(question.get("id"))), type, UUID.fromString(value)));
    }

    /** The type of a record by its id; empty for what is none. */
    static Optional<String> type(String value, KnownRecords known) {
        return value.matches("[0-9a-fA-F-]{36}")
                ? List.of("company", "deal", "contact").stream()
                        .filter(type -> known.find(type, value).isPresent())
                        .findFirst()
                : Optional.empty();
    }
}
