package dev.windrose.workspace.archive;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.workspace.archive.TrainingStore.Input;
import dev.windrose.workspace.archive.TrainingStore.Later;
import dev.windrose.workspace.archive.TrainingStore.Operation;
import dev.windrose.workspace.archive.TrainingStore.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** One JSON object a line for each text that was read: the text, the decision, what people corrected, and how it ended. */
@Component
class WriteTraining {

    private static final int AT_ONCE = 200;

    private final TrainingStore store;

    WriteTraining(TrainingStore store) {
        this.store = store;
    }

    void to(OutputStream out, JobContext job) throws IOException {
        long total = store.count();
        long done = 0;
        var hidden = store.hidden();
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var some = store.inputs(null, AT_ONCE);
        while (!some.isEmpty()) {
            for (var line : new Batch(store, some, hidden).lines()) {
                lines.write(ReadArchive.JSON.writeValueAsString(line));
                lines.write('\n');
            }
            done += some.size();
            job.progress(Math.min(done, total - 1), total, "Inputs");
            some = store.inputs(some.getLast().id(), AT_ONCE);
        }
        lines.flush();
        job.progress(total, total, null);
    }

    /** Some texts, with all that belongs to them read at once. */
    private static final class Batch {

        private final List<Input> inputs;
        private final Set<String> hidden;
        private final Map<UUID, List<Operation>> operations;
        private final Map<UUID, List<Later>> later;
        private final Map<UUID, List<TrainingLine.Taught>> examples;
        private final Map<UUID, Outcome> outcomes;
        private final Set<UUID> withoutConsent;

        Batch(TrainingStore store, List<Input> inputs, Set<String> hidden) {
            this.inputs = inputs;
            this.hidden = hidden;
            var sets = inputs.stream().flatMap(Batch::sets).toList();
            this.operations = store.operations(sets).stream().collect(Collectors.groupingBy(Operation::changeSet));
            var written = operations.values().stream()
                    .flatMap(List::stream)
                    .map(Operation::record)
                    .collect(Collectors.toSet());
            this.examples = store.examples(inputs.stream().map(Input::id).toList()).stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            this.later = store.later(written).stream().collect(Collectors.groupingBy(Later::record));
            var deals = new HashSet<>(written);
            inputs.stream().map(Input::deal).filter(Objects::nonNull).forEach(deals::add);
            this.outcomes =
                    store.outcomes(deals).stream().collect(Collectors.toMap(Outcome::deal, Function.identity()));
            this.withoutConsent =
                    store.withoutConsent(inputs.stream().flatMap(this::contacts).collect(Collectors.toSet()));
        }

        private static Stream<UUID> sets(Input input) {
            return Stream.of(input.changeSet(), input.proposed()).filter(Objects::nonNull);
        }

        private List<Operation> operations(Input input) {
            return sets(input)
                    .flatMap(set -> operations.getOrDefault(set, List.of()).stream())
                    .toList();
        }

        private Stream<UUID> contacts(Input input) {
            var named = new ArrayList<UUID>();
            if (input.contact() != null) {
                named.add(input.contact());
            }
            for (var operation : operations(input)) {
                if (operation.recordType().equals("contact")) {
                    named.add(operation.record());
                }
                ids(operation.fields().path("contact_id").path("after"), named);
                operation.fields().path("contacts").path("after").forEach(id -> ids(id, named));
            }
            return named.stream();
        }

        private static void ids(JsonNode value, List<UUID> into) {
            if (value.isString() && value.asString().length() == 36) {
                into.add(UUID.fromString(value.asString()));
            }
        }

        List<TrainingLine> lines() {
            return inputs.stream()
                    .filter(input -> contacts(input).noneMatch(withoutConsent::contains))
                    .map(this::line)
                    .toList();
        }

        private TrainingLine line(Input input) {
            var own = operations(input);
            boolean tells = own.stream().anyMatch(operation -> operation.fields().propertyNames().stream()
                    .anyMatch(field -> isHidden(operation, field)));
            return new TrainingLine(
                    input.id(),
                    input.at(),
                    input.channel(),
                    tells ? null : input.text(),
                    tells ? "The text tells the value of a hidden field." : null,
                    input.employee(),
                    new TrainingLine.About(input.company(), input.contact(), input.deal()),
                    tells ? null : input.decision(),
                    own.stream().map(this::shown).toList(),
                    own.stream()
                            .flatMap(operation -> corrections(input, operation))
                            .toList(),
                    tells
                            ? List.of()
                            : examples.getOrDefault(input.id(), List.of()).stream()
                                    .filter(example -> !hidden.contains(example.recordType() + "." + example.field()))
                                    .toList(),
                    outcome(input, own));
        }

        private TrainingLine.Written shown(Operation operation) {
            return new TrainingLine.Written(
                    operation.changeSet(),
                    operation.setStatus(),
                    operation.op(),
                    operation.recordType(),
                    operation.record(),
                    operation
                            .fields()
                            .propertyStream()
                            .filter(field -> !isHidden(operation, field.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    operation.status(),
                    operation.confidence(),
                    operation.reason());
        }

        /** Later values of the fields that the text had set. */
        private Stream<TrainingLine.Correction> corrections(Input input, Operation operation) {
            return later.getOrDefault(operation.record(), List.of()).stream()
                    .filter(change -> change.at().isAfter(input.at())
                            && !sets(input).toList().contains(change.changeSet()))
                    .flatMap(change -> operation.fields().propertyNames().stream()
                            .filter(field -> !isHidden(operation, field))
                            .filter(field ->
                                    change.before().has(field) || change.after().has(field))
                            .filter(field -> same(
                                    change.before().get(field),
                                    operation.fields().path(field).get("after")))
                            .map(field -> new TrainingLine.Correction(
                                    change.at(),
                                    change.undo() ? "undone" : "edited",
                                    operation.recordType(),
                                    operation.record(),
                                    field,
                                    change.before().get(field),
                                    change.after().get(field))));
        }

        private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
            return Objects.equals(one, other);
        }

        private TrainingLine.@Nullable Ended outcome(Input input, List<Operation> own) {
            return Stream.concat(
                            Stream.ofNullable(input.deal()),
                            own.stream()
                                    .filter(operation -> operation.recordType().equals("deal"))
                                    .map(Operation::record))
                    .map(outcomes::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(deal -> new TrainingLine.Ended(
                            deal.deal(),
                            hidden.contains("deal.stage") ? null : deal.stage(),
                            hidden.contains("deal.deal_state") || hidden.contains("deal.stage") ? null : deal.state(),
                            hidden.contains("deal.deal_signing_date") ? null : deal.signed()))
                    .orElse(null);
        }

        private boolean isHidden(Operation operation, String field) {
            return hidden.contains(operation.recordType() + "." + field);
        }
    }
}
