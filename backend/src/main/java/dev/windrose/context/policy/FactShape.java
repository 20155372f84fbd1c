package dev.windrose.context.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The facts as the expression language sees them: the fields of one record. */
final class FactShape {

    private static final Cache<Set<Fact>, Descriptor> TYPES =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private FactShape() {}

    /** With the facts that only this condition names; the same one for the same facts. */
    static Descriptor of(Condition condition) {
        var own = new TreeSet<Fact>();
        condition.facts().stream().filter(Fact::own).forEach(own::add);
        return TYPES.get(own, FactShape::type);
    }

    private static Descriptor type(Set<Fact> own) {
        var fields = new LinkedHashMap<String, FieldDescriptor>();
        for (var fact : Fact.all()) {
            fields.put(fact.key(), field(fact));
        }
        own.forEach(fact -> fields.put(fact.key(), field(fact)));
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
