package dev.windrose.records.custom;

import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.CustomValueStore;
import dev.windrose.records.store.ValueStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes a changed definition hold: kept, told, and followed by what is kept of its values. */
@Component
class ApplyDefinition {

    private final DefinitionStore definitions;
    private final TellSchemaChange tell;
    private final CustomValueStore customValues;
    private final ValueStore values;
    private final Descriptors descriptors;
    private final ObjectProvider<DerivedFields> derived;
    private final Jobs jobs;

    ApplyDefinition(
            DefinitionStore definitions,
            TellSchemaChange tell,
            CustomValueStore customValues,
            ValueStore values,
            Descriptors descriptors,
            ObjectProvider<DerivedFields> derived,
            Jobs jobs) {
        this.jobs = jobs;
        this.definitions = definitions;
        this.tell = tell;
        this.customValues = customValues;
        this.values = values;
        this.descriptors = descriptors;
        this.derived = derived;
    }

    /** @return the id of the change */
    UUID field(
            Descriptor type,
            @Nullable FieldDefinition before,
            FieldDefinition after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack) {
        return field(type, before, after, impact, summary, rollsBack, _ -> {});
    }

    /** @param seen is told how many values have been rewritten */
    UUID field(
            Descriptor type,
            @Nullable FieldDefinition before,
            FieldDefinition after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack,
            LongConsumer seen) {
        definitions.save(after);
        descriptors.changed();
        if (!after.addsChoices()) {
            follow(type, before, after, seen);
        }
        return told(before, after, impact, summary, rollsBack);
    }

    /** @return the job that rewrites the values */
    JobId rewritten(FieldDefinition before, FieldDefinition after, String summary, @Nullable UUID rollsBack) {
        return jobs.enqueue(ConvertFieldJob.request(before, after, summary, rollsBack));
    }

    /** @return the job that goes through the values first */
    JobId later(FieldDefinition before, FieldDefinition after, String summary, @Nullable UUID rollsBack) {
        return jobs.enqueue(IndexFieldJob.request(before, after, summary, rollsBack));
    }

    /** Of a field whose values have been gone through before. */
    void indexed(
            Descriptor type,
            FieldDefinition before,
            FieldDefinition after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack) {
        definitions.save(after);
        descriptors.changed();
        if (before.removed()) {
            derived.ifAvailable(fields -> fields.follow(type, after.name()));
        }
        told(before, after, impact, summary, rollsBack);
    }

    private UUID told(
            @Nullable FieldDefinition before,
            FieldDefinition after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack) {
        return tell.record(
                "field",
                after.id(),
                before == null ? null : DefinitionJson.of(before),
                DefinitionJson.of(after),
                impact,
                summary,
                rollsBack);
    }

    UUID entity(
            @Nullable EntityDefinition before,
            EntityDefinition after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack) {
        definitions.save(after);
        descriptors.changed();
        if (before != null && before.removed() != after.removed()) {
            derived.ifAvailable(fields -> fields.follow(OverlayTypes.type(after), null));
        }
        return tell.record(
                "entity",
                after.id(),
                before == null ? null : DefinitionJson.of(before),
                DefinitionJson.of(after),
                impact,
                summary,
                rollsBack);
    }

    private void follow(Descriptor type, @Nullable FieldDefinition before, FieldDefinition after, LongConsumer seen) {
        var field = OverlayTypes.descriptor(after);
        if (before != null && (before.removed() != after.removed() || before.kind() != after.kind())) {
            derived.ifAvailable(fields -> fields.follow(type, after.name()));
        }
        if (after.removed()) {
            customValues.forget(after.id());
            return;
        }
        if (before != null) {
            keepUp(type, before, after, field, seen);
        }
        if (after.derived() && (before == null || !sameComputation(before, after))) {
            derived.ifAvailable(fields -> fields.recompute(with(type, field), field));
        }
    }

    private void keepUp(
            Descriptor type, FieldDefinition before, FieldDefinition after, FieldDescriptor field, LongConsumer seen) {
        boolean otherKind = before.kind() != after.kind();
        if (otherKind && !after.derived()) {
            values.convert(type, OverlayTypes.descriptor(before), field, seen);
        }
        boolean listed = before.filter() || before.sort();
        if (otherKind
                || before.removed()
                || before.unique() != after.unique()
                || listed != (after.filter() || after.sort())) {
            customValues.rebuild(type, field);
        }
    }

    private static boolean sameComputation(FieldDefinition before, FieldDefinition after) {
        return !before.removed()
                && Objects.equals(before.formula(), after.formula())
                && Objects.equals(before.rollup(), after.rollup());
    }

    static Descriptor with(Descriptor type, FieldDescriptor field) {
        Map<String, FieldDescriptor> fields = new LinkedHashMap<>(type.fields());
        fields.put(field.name(), field);
        return type.with(new ArrayList<>(fields.values()));
    }
}
