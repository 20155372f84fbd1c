package dev.windrose.records.custom;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.records.Descriptors;
import dev.windrose.records.TypeSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a field with many values another kind. Values are rewritten in batches of one transaction, since nobody may meet half of them in one kind
 * and half in the other: cancelling it, or a crash, leaves everything as it was.
 */
@Component
class ConvertFieldJob implements JobHandler {

    private static final String TYPE = "convert-field";
    /** Fewer are rewritten in the request itself. */
    private static final int MANY = 5_000;

    private final Descriptors descriptors;
    private final DefinitionStore definitions;
    private final MeasureImpact measure;
    private final ApplyDefinition apply;

    ConvertFieldJob(
            Descriptors descriptors, DefinitionStore definitions, MeasureImpact measure, ApplyDefinition apply) {
        this.descriptors = descriptors;
        this.definitions = definitions;
        this.measure = measure;
        this.apply = apply;
    }

    static boolean needed(FieldDefinition before, FieldDefinition after, Impact impact) {
        return before.kind() != after.kind()
                && impact.values() > MANY
                && !after.removed()
                && !after.derived()
                && !after.addsChoices();
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
        // Reads every value, while people still write.
        var impact = job.step("measure", Impact.class, () -> measure(input, after));
        job.step("convert", () -> convert(input, after, impact, job));
        return Map.of("field_id", after.id().toString());
    }

    private Impact measure(DefinitionOrder input, FieldDefinition after) {
        var types = new TypeSet(List.copyOf(descriptors.all()));
        return measure.of(types, descriptors.get(after.recordType()), input.unchanged(definitions), after);
    }

    private void convert(DefinitionOrder input, FieldDefinition after, Impact impact, JobContext job) {
        definitions.lock();
        descriptors.hold();
        var before = input.unchanged(definitions);
        job.progress(0, impact.values() + 1, null);
        apply.field(
                descriptors.get(after.recordType()),
                before,
                after,
                impact,
                input.summary(),
                input.rollsBack(),
                seen -> job.progress(Math.min(seen, impact.values()), impact.values() + 1, null));
    }
}
