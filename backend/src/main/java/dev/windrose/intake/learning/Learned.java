package dev.windrose.intake.learning;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Understanding;
import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace has taught, for the length of one message; remembers what of it played a part. */
public final class Learned {

    /** Marks what somebody chose once for one message: it counts for them alone. */
    static final String CHOSEN = "chosen";

    private static final int LONGEST_NAME = 6;
    private static final double SURE = 0.9;

    private final List<Example> examples;
    private final Map<String, Example> aliases = new HashMap<>();
    private final Map<UUID, Use> used = new LinkedHashMap<>();

    /** An example that played a part, and how it is told. */
    public record Use(Example example, String label) {

        public Map<String, Object> json() {
            return Map.of(
                    "kind", example.kind().wire(),
                    "text", example.words(),
                    "label", label,
                    "example_id", example.id().toString());
        }
    }

    /** @param newestFirst so that what was taught later counts */
    Learned(List<Example> newestFirst, @Nullable UUID reader) {
        this.examples = newestFirst;
        newestFirst.stream()
                .filter(example -> example.kind() == ExampleKind.ALIAS && example.record() != null)
                .filter(example -> !CHOSEN.equals(example.op()) || Objects.equals(example.person(), reader))
                .forEach(example -> aliases.putIfAbsent(example.key(), example));
    }

    public static Learned nothing() {
        return new Learned(List.of(), null);
    }

    /** The record that the words from a place on mean here, and how many words. */
    public Optional<KnownRecords.Alias> alias(List<String> words, int from, KnownRecords known) {
        if (aliases.isEmpty()) {
            return Optional.empty();
        }
        for (int count = Math.min(LONGEST_NAME, words.size() - from); count > 0; count--) {
            var example = aliases.get(String.join(" ", words.subList(from, from + count)));
            if (example == null) {
                continue;
            }
            var record = known.find(Objects.requireNonNull(example.recordType()), String.valueOf(example.record()));
            if (record.isPresent()) {
                used.put(example.id(), new Use(example, record.get().name()));
                return Optional.of(new KnownRecords.Alias(record.get(), count));
            }
        }
        return Optional.empty();
    }

    /** Values that people have set right before, set right at once. */
    public Understanding applied(Understanding read, KnownRecords known) {
        if (examples.stream().noneMatch(example -> example.kind() == ExampleKind.VALUE)) {
            return read;
        }
        var operations = new ArrayList<Operation>();
        for (var operation : read.operations()) {
            var fields = operation.fields().stream()
                    .map(field -> right(operation, field, known))
                    .filter(field -> !restates(operation, field))
                    .toList();
            if (operation.isCreate() || !fields.isEmpty()) {
                operations.add(operation.with(fields));
            }
        }
        return read.with(operations);
    }

    private FieldValue right(Operation operation, FieldValue field, KnownRecords known) {
        var key = Fold.words(field.evidence().quote());
        for (var example : examples) {
            if (example.kind() == ExampleKind.VALUE
                    && example.entity().equals(operation.entity())
                    && field.field().equals(example.field())
                    && field.value().toString().equalsIgnoreCase(example.read())
                    && says(key, example.key())) {
                var value = value(example, known);
                if (value.isPresent()) {
                    used.put(example.id(), new Use(example, value.get()));
                    return new FieldValue(field.field(), value.get(), field.evidence(), SURE);
                }
            }
        }
        return field;
    }

    private static Optional<String> value(Example example, KnownRecords known) {
        var right = Objects.requireNonNull(example.right());
        var named =
                switch (String.valueOf(example.field())) {
                    case "product" -> known.products();
                    case "assignee" -> known.people();
                    default -> null;
                };
        return named == null
                ? Optional.of(right)
                : named.stream()
                        .filter(record -> record.id().equals(right))
                        .map(KnownRecord::name)
                        .findFirst();
    }

    private static boolean restates(Operation operation, FieldValue field) {
        @Nullable KnownRecord record = operation.record();
        return record != null && field.value().toString().equalsIgnoreCase(record.textOr(field.field(), ""));
    }

    /** The example of a change of this kind that somebody took back. */
    public Optional<Example> unwanted(Operation operation) {
        var key = Fold.words(operation.evidence().quote());
        var found = examples.stream()
                .filter(example -> example.kind() == ExampleKind.UNWANTED
                        && operation.op().equals(example.op())
                        && operation.entity().equals(example.entity())
                        && says(key, example.key()))
                .findFirst();
        found.ifPresent(example -> used.put(example.id(), new Use(example, example.entity())));
        return found;
    }

    private static boolean says(String key, String taught) {
        return !taught.isEmpty() && (key.equals(taught) || taught.length() > 7 && key.contains(taught));
    }

    public List<Use> used() {
        return List.copyOf(used.values());
    }

    /** In words, for another reader. */
    public List<String> told(int most) {
        return examples.stream()
                .filter(example -> example.kind() == ExampleKind.VALUE || example.kind() == ExampleKind.UNWANTED)
                .limit(most)
                .map(example -> example.kind() == ExampleKind.VALUE
                        ? "\"%s\": %s of a %s is %s, not %s"
                                .formatted(
                                        example.words(),
                                        example.field(),
                                        example.entity(),
                                        example.right(),
                                        example.read())
                        : "\"%s\": no %s of a %s".formatted(example.words(), example.op(), example.entity()))
                .toList();
    }
}
