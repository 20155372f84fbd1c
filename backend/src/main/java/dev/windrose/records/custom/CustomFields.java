package dev.windrose.records.custom;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldCheck;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TypeSet;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fields that the workspace in scope has added, and values it has added to built-in choice fields. Checks no permissions. */
@Component
public class CustomFields {

    /** Of one record type, without the removed ones. */
    static final int MOST = 500;

    private final DefinitionStore store;
    private final Descriptors descriptors;
    private final MeasureImpact measure;
    private final ApplyDefinition apply;
    private final ObjectProvider<DerivedFields> derived;
    private final ObjectProvider<FieldCheck> conditions;
    private final Clock clock;

    CustomFields(
            DefinitionStore store,
            Descriptors descriptors,
            MeasureImpact measure,
            ApplyDefinition apply,
            ObjectProvider<DerivedFields> derived,
            ObjectProvider<FieldCheck> conditions,
            Clock clock) {
        this.store = store;
        this.descriptors = descriptors;
        this.measure = measure;
        this.apply = apply;
        this.derived = derived;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** @param type null for all types; removed fields are among them */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> list(@Nullable String type) {
        return store.fields(ActorScope.current().tenant()).stream()
                .filter(field -> type == null || field.recordType().equals(type))
                .map(DefinitionJson::of)
                .toList();
    }

    @Transactional
    public SchemaAnswer create(Map<String, ? extends @Nullable Object> json, boolean dryRun) {
        begin(dryRun);
        var field = new ReadFieldDefinition(types()).created(json, Ids.next(), now());
        var type = type(field.recordType());
        requireRoom(type);
        requireFreeName(type, field);
        return finish(type, null, field, dryRun, "%s: field %s added".formatted(type.label(), field.label()), null);
    }

    /** @param id of a definition, or {@code <type>.<field>} of a built-in choice field */
    @Transactional
    public SchemaAnswer change(String id, Map<String, ? extends @Nullable Object> json, boolean dryRun) {
        begin(dryRun);
        var before = find(id);
        if (before.isEmpty()) {
            return addChoices(id, json, dryRun);
        }
        if (!before.get().addsChoices()) {
            requireThere(before.get());
        }
        var after = new ReadFieldDefinition(types()).changed(before.get(), json);
        return finish(before.get(), after, dryRun, null);
    }

    /** Values are kept, and nobody sees them. */
    @Transactional
    public SchemaAnswer remove(UUID id, boolean dryRun) {
        begin(dryRun);
        var before = get(id);
        requireThere(before);
        return finish(before, before.asRemoved(now()), dryRun, null);
    }

    @Transactional
    public SchemaAnswer restore(UUID id, boolean dryRun) {
        begin(dryRun);
        var before = get(id);
        if (!before.removed()) {
            throw new AppException(CommonError.CONFLICT, "%s is not removed.".formatted(before.label()));
        }
        return finish(before, before.asRemoved(null), dryRun, null);
    }

    /** Makes a field again what it was before a change, which must be the last one of the field. */
    SchemaAnswer rollBack(SchemaChange change) {
        var current = get(change.subjectId());
        if (!DefinitionJson.field(change.after()).equals(current)) {
            throw new AppException(CommonError.CONFLICT, "%s has been changed since.".formatted(current.label()));
        }
        var target = change.before() == null ? current.asRemoved(now()) : DefinitionJson.field(change.before());
        return finish(current, target, false, change.id());
    }

    /** What a summary and a check of a transition need is known from the two definitions. */
    private SchemaAnswer finish(
            FieldDefinition before, FieldDefinition after, boolean dryRun, @Nullable UUID rollsBack) {
        var type = type(before.recordType());
        if (before.removed() && !after.removed()) {
            requireRoom(type);
        }
        if (!after.removed() && !after.addsChoices()) {
            requireFreeLabel(type, after);
        }
        String what = rollsBack != null
                ? "rolled back"
                : after.removed() ? "removed" : before.removed() ? "restored" : DescribeChange.of(before, after);
        return finish(
                type, before, after, dryRun, "%s: field %s %s".formatted(type.label(), after.label(), what), rollsBack);
    }

    private SchemaAnswer finish(
            Descriptor type,
            @Nullable FieldDefinition before,
            FieldDefinition wanted,
            boolean dryRun,
            String summary,
            @Nullable UUID rollsBack) {
        var field = wanted.removed() || wanted.addsChoices() ? wanted : checked(type, wanted);
        var impact = measure.of(types(), type, before, field);
        if (dryRun) {
            return new SchemaAnswer(DefinitionJson.of(field), impact, null);
        }
        requireConditionsReadable(type, before, field);
        boolean claims = field.unique() && !field.removed() && before != null && (!before.unique() || before.removed());
        if (claims && impact.invalid() > 0) {
            throw new AppException(
                    SchemaError.VALUES_NOT_UNIQUE,
                    "%d records have a value that another has too. Change them first.".formatted(impact.invalid()),
                    "unique",
                    Map.of("impact", DefinitionJson.of(impact)));
        }
        if (before != null && IndexFieldJob.needed(before, field, impact)) {
            var job = apply.later(before, field, summary, rollsBack);
            return new SchemaAnswer(DefinitionJson.of(before), impact, null, job);
        }
        if (before != null && ConvertFieldJob.needed(before, field, impact)) {
            var job = apply.rewritten(before, field, summary, rollsBack);
            return new SchemaAnswer(DefinitionJson.of(before), impact, null, job);
        }
        var change = apply.field(type, before, field, impact, summary, rollsBack);
        return new SchemaAnswer(DefinitionJson.of(field), impact, change);
    }

    /** Nobody is kept from writing by a condition that cannot be read, so no change of the schema may leave one behind. */
    private void requireConditionsReadable(Descriptor type, @Nullable FieldDefinition before, FieldDefinition field) {
        if (before == null || field.addsChoices() || !field.removed() && before.kind() == field.kind()) {
            return;
        }
        var changed = field.removed() ? type : ApplyDefinition.with(type, OverlayTypes.descriptor(field));
        var broken = conditions.stream()
                .flatMap(check -> check.broken(changed, field.name(), field.removed()).stream())
                .toList();
        if (!broken.isEmpty()) {
            throw new AppException(
                    SchemaError.READ_BY_CONDITION,
                    "The condition of %s reads %s. Change the condition first."
                            .formatted(String.join(" and of ", broken), field.label()));
        }
    }

    private FieldDefinition checked(Descriptor type, FieldDefinition field) {
        var described = OverlayTypes.descriptor(field);
        var changed = ApplyDefinition.with(type, described);
        if (field.validation() != null) {
            conditions.forEach(check -> check.requireSound(changed, field.validation()));
        }
        if (!field.derived()) {
            return field;
        }
        return derived.stream()
                .findFirst()
                .map(fields -> fields.check(changed, described))
                .map(outcome -> computing(field, outcome))
                .orElseThrow(() -> Given.bad("kind", "Nothing here computes fields."));
    }

    private static FieldDefinition computing(FieldDefinition field, DerivedFields.Outcome outcome) {
        boolean listed = outcome.stored() && outcome.kind() != FieldKind.LONG_TEXT && outcome.kind() != FieldKind.JSON;
        return field.computing(
                outcome.kind(),
                listed && field.filter(),
                listed && field.sort() && !outcome.kind().isJson());
    }

    private SchemaAnswer addChoices(String id, Map<String, ? extends @Nullable Object> json, boolean dryRun) {
        String[] path = id.split("\\.");
        var type = path.length == 2 ? types().find(path[0]) : Optional.<Descriptor>empty();
        var field = type.flatMap(one -> one.field(path[1])).filter(one -> one.custom() == null);
        if (type.isEmpty() || field.isEmpty() || !choosable(field.get())) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such field.");
        }
        var after = new ReadFieldDefinition(types()).addedChoices(type.get(), path[1], Ids.next(), now(), json);
        String summary = "%s: choices of %s added".formatted(type.get().label(), after.label());
        return finish(type.get(), null, after, dryRun, summary, null);
    }

    private static boolean choosable(FieldDescriptor field) {
        return field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.MULTI_CHOICE;
    }

    private Optional<FieldDefinition> find(String id) {
        return store.fields(ActorScope.current().tenant()).stream()
                .filter(field -> field.id().toString().equals(id)
                        || field.addsChoices() && (field.recordType() + "." + field.name()).equals(id))
                .findFirst();
    }

    private FieldDefinition get(UUID id) {
        return store.field(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such field."));
    }

    private void begin(boolean dryRun) {
        if (!dryRun) {
            store.lock();
        }
        descriptors.hold();
    }

    private TypeSet types() {
        return new TypeSet(List.copyOf(descriptors.all()));
    }

    private Descriptor type(String name) {
        return descriptors
                .find(name)
                .orElseThrow(() -> Given.bad("record_type", "There is no record type \"%s\".".formatted(name)));
    }

    private static void requireThere(FieldDefinition field) {
        if (field.removed()) {
            throw new AppException(
                    CommonError.CONFLICT, "%s has been removed. Restore it first.".formatted(field.label()));
        }
    }

    private static void requireRoom(Descriptor type) {
        long fields = type.fields().values().stream()
                .filter(field -> field.custom() != null)
                .count();
        if (fields >= MOST) {
            throw new AppException(
                    SchemaError.TOO_MANY,
                    "%s has %d fields of its own, which is the most there can be.".formatted(type.label(), fields));
        }
    }

    private void requireFreeName(Descriptor type, FieldDefinition field) {
        for (var other : store.fields(ActorScope.current().tenant())) {
            if (other.recordType().equals(type.name()) && other.name().equals(field.name())) {
                throw new AppException(
                        CommonError.ALREADY_EXISTS,
                        other.removed()
                                ? "A removed field has the name %s. Restore it, or choose another name."
                                        .formatted(other.name())
                                : "%s has a field %s already.".formatted(type.label(), other.name()),
                        "name");
            }
        }
        requireFreeLabel(type, field);
    }

    private static void requireFreeLabel(Descriptor type, FieldDefinition field) {
        for (var other : type.fields().values()) {
            if (!other.name().equals(field.name())
                    && other.label()
                            .toLowerCase(Locale.ROOT)
                            .equals(field.label().toLowerCase(Locale.ROOT))) {
                throw new AppException(
                        CommonError.ALREADY_EXISTS,
                        "%s has a field called \"%s\" already.".formatted(type.label(), other.label()),
                        "label");
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
