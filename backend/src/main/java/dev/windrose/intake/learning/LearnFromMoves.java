package dev.windrose.intake.learning;

import dev.windrose.intake.learning.ExampleStore.Decided;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Op;
import dev.windrose.records.query.Records;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message said of one record belongs to another: the words that stood for the first mean the second from now on. */
final class LearnFromMoves {

    private static final Set<String> NAMED = Set.of("company", "contact");
    private static final int SHORTEST = 3;

    private final Examples examples;
    private final ExampleStore store;
    private final Records records;

    LearnFromMoves(Examples examples, ExampleStore store, Records records) {
        this.examples = examples;
        this.store = store;
        this.records = records;
    }

    /** @param whole the record was made of these words and is gone, so that its whole name is free for another */
    private record Moved(String type, String title, UUID right, boolean whole) {}

    void follow(AppliedChange change) {
        var message = change.cause().id();
        if (change.cause().kind() != CauseKind.MESSAGE || message == null) {
            return;
        }
        for (var wrong : change.operations()) {
            var right = target(change, wrong);
            if (right.isPresent()) {
                reading(UUID.fromString(message), wrong).ifPresent(reading -> moved(wrong, right.get())
                        .ifPresent(moved -> learn(change, reading, moved)));
            }
        }
    }

    /** The record that now holds what this one is rid of. */
    private static Optional<UUID> target(AppliedChange change, ChangeOperation wrong) {
        var others = change.operations().stream()
                .filter(other -> other.op() == Op.UPDATE && !other.recordId().equals(wrong.recordId()))
                .toList();
        return switch (wrong.op()) {
            case CREATE, RESTORE -> Optional.empty();
            case UPDATE ->
                others.stream()
                        .filter(other -> other.recordType().equals(wrong.recordType()) && takenOver(wrong, other))
                        .map(ChangeOperation::recordId)
                        .findFirst();
            case DELETE ->
                Stream.concat(
                                others.stream()
                                        .filter(other -> other.recordType().equals(wrong.recordType()))
                                        .map(ChangeOperation::recordId),
                                others.stream()
                                        .flatMap(other -> other.fields().stream())
                                        .filter(field ->
                                                wrong.recordId().toString().equals(text(field.before())))
                                        .flatMap(field -> id(text(field.after())).stream()))
                        .findFirst();
        };
    }

    private static boolean takenOver(ChangeOperation wrong, ChangeOperation right) {
        return !right.fields().isEmpty()
                && right.fields().stream().allMatch(field -> wrong.fields().stream()
                        .anyMatch(gone -> gone.field().equals(field.field())
                                && Objects.equals(text(gone.before()), text(field.after()))));
    }

    /** The reading of the message that wrote the record. */
    private Optional<Decided> reading(UUID message, ChangeOperation wrong) {
        return store.readings(message).stream()
                .filter(reading -> LearnFromChanges.operations(reading).stream()
                        .anyMatch(operation -> operation.get("record") instanceof Map<?, ?> record
                                && wrong.recordId().toString().equals(text(record.get("id")))))
                .findFirst();
    }

    private Optional<Moved> moved(ChangeOperation wrong, UUID right) {
        var type = wrong.recordType();
        boolean gone = wrong.op() == Op.DELETE;
        if (NAMED.contains(type)) {
            return Optional.of(new Moved(type, wrong.recordTitle(), right, gone));
        }
        var from = gone ? Optional.<UUID>empty() : company(type, wrong.recordId());
        var to = company(type, right);
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : records.find("company", from.get())
                        .map(company -> new Moved("company", company.title(), to.get(), false));
    }

    private Optional<UUID> company(String type, UUID record) {
        return records.find(type, record).flatMap(found -> id(text(found.value("company_id"))));
    }

    private void learn(AppliedChange change, Decided reading, Moved moved) {
        var name = NameEntry.words(moved.title());
        var words = LearnFromChanges.run(said(reading.promptLog()), name);
        boolean itsOwn = !moved.whole() && List.of(words.split(" ")).equals(name);
        if (words.length() < SHORTEST || itsOwn || Stream.of(words.split(" ")).allMatch(ReadMessage::everyday)) {
            return;
        }
        examples.add(new NewExample(
                ExampleKind.ALIAS,
                null,
                moved.type(),
                null,
                words,
                null,
                null,
                moved.type(),
                moved.right(),
                reading.engine(),
                reading.promptLog(),
                reading.at(),
                change.id().value()));
    }

    private String said(UUID promptLog) {
        return records.find("user_prompt_log", promptLog)
                .map(log -> text(log.value("raw_input")))
                .orElse("");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
