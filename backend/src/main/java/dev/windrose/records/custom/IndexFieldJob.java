package dev.windrose.records.custom;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.TypeSet;
import dev.windrose.records.store.CustomValueStore;
import dev.windrose.records.store.ValueStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a field with many values one that lists filter and sort by, or whose values are unique. Values are gone through while people write; the
 * last step waits for them for a moment, goes through what has changed since, and makes the definition hold.
 */
@Component
class IndexFieldJob implements JobHandler {

    private static final String TYPE = "index-field";
    /** Fewer are gone through in the request itself. */
    private static final int MANY = 10_000;
    /** Another process may have begun to write before this one began to read, by a clock of its own. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Descriptors descriptors;
    private final DefinitionStore definitions;
    private final ValueStore values;
    private final CustomValueStore customValues;
    private final MeasureImpact measure;
    private final ApplyDefinition apply;
    private final Clock clock;

    IndexFieldJob(
            Descriptors descriptors,
            DefinitionStore definitions,
            ValueStore values,
            CustomValueStore customValues,
            MeasureImpact measure,
            ApplyDefinition apply,
            Clock clock) {
        this.descriptors = descriptors;
        this.definitions = definitions;
        this.values = values;
        this.customValues = customValues;
        this.measure = measure;
        this.apply = apply;
        this.clock = clock;
    }

    record Begun(Instant at, long values) {}

    record Place(@Nullable UUID last, int values) {}

    /** Computed values do not tell when they changed; what gets another kind is rewritten first. */
    static boolean needed(FieldDefinition before, FieldDefinition after, Impact impact) {
        boolean listed = after.filter() || after.sort();
        boolean more = before.removed()
                ? listed || after.unique()
                : listed && !(before.filter() || before.sort()) || after.unique() && !before.unique();
        return more
                && impact.values() > MANY
                && !after.removed()
                && !after.derived()
                && !after.addsChoices()
                && before.kind() == after.kind();
    }

    static JobRequest request(FieldDefinition before, FieldDefinition after, String summary, @Nullable UUID rollsBack) {
        return JobRequest.of(TYPE, DefinitionOrder.of(before, after, summary, rollsBack));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var input = job.input(DefinitionOrder.class);
        var after = input.wanted();
        var field = OverlayTypes.descriptor(after);
        var begun = job.step("begin", Begun.class, () -> begin(after, field));
        long done = 0;
        var last = new UUID(0, 0);
        while (last != null) {
            var from = last;
            var place = job.step("after " + from, Place.class, () -> prepare(after, field, from));
            last = place.last();
            done += place.values();
            job.progress(done, Math.max(done, begun.values()), null);
        }
        job.step("hold", () -> hold(input, after, field, begun.at().minus(MARGIN)));
        return Map.of("field_id", after.id().toString(), "values", done);
    }

    /** What an earlier attempt has left is of no use. */
    private Begun begin(FieldDefinition after, FieldDescriptor field) {
        customValues.forget(after.id());
        return new Begun(clock.instant(), values.values(type(after), field));
    }

    private Place prepare(FieldDefinition after, FieldDescriptor field, UUID from) {
        var kept = values.after(type(after), field.name(), from);
        customValues.prepare(field, kept);
        return new Place(kept.isEmpty() ? null : kept.getLast().record(), kept.size());
    }

    private void hold(DefinitionOrder input, FieldDefinition after, FieldDescriptor field, Instant since) {
        definitions.lock();
        descriptors.hold();
        var before = input.unchanged(definitions);
        var type = type(after);
        long twice = after.unique() && !before.unique() ? values.duplicates(type, field) : 0;
        if (twice > 0) {
            throw new AppException(
                    SchemaError.VALUES_NOT_UNIQUE,
                    "%d records have a value that another has too. Change them first.".formatted(twice),
                    "unique");
        }
        customValues.catchUp(type, field, since);
        if (after.unique() && customValues.claims(after.id()) < values.values(type, field)) {
            // A value was free again after somebody else's had been passed over for it.
            customValues.rebuild(type, field);
        }
        var impact = measure.of(new TypeSet(List.copyOf(descriptors.all())), type, before, after);
        apply.indexed(type, before, after, impact, input.summary(), input.rollsBack());
    }

    private Descriptor type(FieldDefinition field) {
        return descriptors.get(field.recordType());
    }
}
