package dev.windrose.records.custom;

import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldCheck;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldUses;
import dev.windrose.records.TypeSet;
import dev.windrose.records.store.ValueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what a change of a field means for the records there are, and finds where the field is used. */
@Component
class MeasureImpact {

    private final ValueStore values;
    private final ObjectProvider<FieldUses> uses;
    private final ObjectProvider<DerivedFields> derived;
    private final ObjectProvider<FieldCheck> conditions;

    MeasureImpact(
            ValueStore values,
            ObjectProvider<FieldUses> uses,
            ObjectProvider<DerivedFields> derived,
            ObjectProvider<FieldCheck> conditions) {
        this.conditions = conditions;
        this.values = values;
        this.uses = uses;
        this.derived = derived;
    }

    Impact of(TypeSet types, Descriptor type, @Nullable FieldDefinition before, FieldDefinition after) {
        long records = values.records(type);
        var failing = failing(type, before, after);
        Long checked = failing != null && failing.looked() < records ? failing.looked() : null;
        long refused = failing == null ? 0 : failing.failing();
        if (before == null) {
            return new Impact(records, 0, (after.required() ? records : 0) + refused, checked, List.of());
        }
        var field = after.addsChoices()
                ? Objects.requireNonNull(type.fields().get(after.name()))
                : OverlayTypes.descriptor(before);
        long held = values.values(type, field);
        return new Impact(
                records,
                held,
                invalid(type, field, before, after, records - held) + refused,
                checked,
                usedIn(types, type, after.name()));
    }

    /** A condition that is new or another one is tried on the records there are. */
    private FieldCheck.@Nullable Failing failing(
            Descriptor type, @Nullable FieldDefinition before, FieldDefinition after) {
        boolean fresh = before == null || !Objects.equals(before.validation(), after.validation());
        if (after.removed() || after.addsChoices() || after.validation() == null || !fresh) {
            return null;
        }
        var field = OverlayTypes.descriptor(after);
        return conditions.stream()
                .findFirst()
                .map(check -> check.failing(ApplyDefinition.with(type, field), field))
                .orElse(null);
    }

    private long invalid(
            Descriptor type, FieldDescriptor field, FieldDefinition before, FieldDefinition after, long without) {
        if (after.removed()) {
            return 0;
        }
        if (after.addsChoices()) {
            var all = new ArrayList<>(field.choices());
            all.removeAll(before.choices());
            all.addAll(after.choices());
            return values.outside(type, field, all);
        }
        var changed = OverlayTypes.descriptor(after);
        long invalid = 0;
        if (after.required() && !before.required()) {
            invalid += without;
        }
        if (after.unique() && (!before.unique() || before.removed())) {
            invalid += values.duplicates(type, changed);
        }
        if (after.kind() != before.kind() && !after.derived()) {
            invalid += values.unfit(type, field, changed);
        } else if (!after.choices().containsAll(before.choices())) {
            invalid += values.outside(type, changed, after.choices());
        }
        return invalid;
    }

    List<FieldUses.Use> usedIn(TypeSet types, Descriptor type, String name) {
        var found = new ArrayList<FieldUses.Use>();
        uses.orderedStream().forEach(place -> found.addAll(place.of(type.name(), name)));
        derived.ifAvailable(fields -> {
            for (var other : types.all()) {
                for (var field : other.fields().values()) {
                    var custom = field.custom();
                    if (custom != null
                            && field.derived()
                            && fields.reads(other, field, type).contains(name)) {
                        found.add(new FieldUses.Use(
                                custom.formula() == null ? "rollup" : "formula",
                                custom.id().toString(),
                                "%s: %s".formatted(other.label(), field.label())));
                    }
                }
            }
        });
        return List.copyOf(found);
    }
}
