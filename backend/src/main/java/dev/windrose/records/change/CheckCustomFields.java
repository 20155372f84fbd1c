package dev.windrose.records.change;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.CustomField;
import dev.windrose.records.FieldCheck;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.ParseValue;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Defaults and conditions of the fields that the workspace has added. */
@Component
class CheckCustomFields {

    private final ObjectProvider<FieldCheck> conditions;

    CheckCustomFields(ObjectProvider<FieldCheck> conditions) {
        this.conditions = conditions;
    }

    /** New records get the defaults of the fields they do not name. */
    void complete(PlannedOperation planned) {
        if (planned.draft.op() != Op.CREATE) {
            return;
        }
        for (var field : planned.type.fields().values()) {
            var custom = field.custom();
            if (custom != null && custom.defaultValue() != null && !planned.parsed.containsKey(field.name())) {
                putDefault(planned, field, custom);
            }
        }
    }

    private static void putDefault(PlannedOperation planned, FieldDescriptor field, CustomField custom) {
        try {
            Object value = ParseValue.of(field, custom.defaultValue());
            if (value != null) {
                planned.after.put(field.name(), value);
            }
        } catch (BadValue outdated) {
            planned.problems.add(outdated.of(field.name()));
        }
    }

    void check(PlannedOperation planned) {
        if (planned.draft.op() != Op.CREATE && planned.draft.op() != Op.UPDATE || !planned.problems.isEmpty()) {
            return;
        }
        for (var field : planned.type.fields().values()) {
            var custom = field.custom();
            if (custom != null && custom.validation() != null) {
                conditions.stream()
                        .map(condition -> condition.problem(planned.type, field, planned.after))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(problem -> planned.problem(CommonError.BAD_VALUE, field.name(), problem));
            }
        }
    }
}
