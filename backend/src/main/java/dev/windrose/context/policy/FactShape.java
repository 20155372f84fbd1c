package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The facts as the expression language sees them: the fields of one record. */
final class FactShape {

    static final Descriptor TYPE = type();

    private FactShape() {}

    private static Descriptor type() {
        var fields = new LinkedHashMap<String, FieldDescriptor>();
        for (var fact : Fact.values()) {
            fields.put(fact.key(), field(fact));
        }
        return new Descriptor(
                "policy_fact",
                "policy_facts",
                "policy_facts",
                "Fact",
                "Facts",
                "",
                Fact.ACTION.key(),
                Set.of(),
                fields,
                null,
                null);
    }

    private static FieldDescriptor field(Fact fact) {
        var kind =
                switch (fact.form()) {
                    case PERCENT, COUNT, NUMBER, MONEY -> FieldKind.NUMBER;
                    case NAME, CHOICE -> FieldKind.TEXT;
                    case TRUTH -> FieldKind.BOOLEAN;
                    case LIST -> FieldKind.MULTI_CHOICE;
                };
        return new FieldDescriptor(
                fact.key(),
                fact.label(),
                kind,
                false,
                false,
                false,
                false,
                false,
                500,
                List.of(),
                null,
                null,
                "",
                false,
                null,
                true,
                "",
                0,
                "",
                null);
    }
}
