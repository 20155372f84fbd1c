package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.CompileFilter;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolves the definition of a roll-up against the record types. */
@Component
class ReadRollup {

    /** They compare with the day of the question, or with who asks. */
    private static final Set<FilterOp> RELATIVE =
            EnumSet.of(FilterOp.WITHIN_LAST, FilterOp.WITHIN_NEXT, FilterOp.OLDER_THAN);

    private final Descriptors descriptors;
    private final CompileFilter compileFilter;

    ReadRollup(Descriptors descriptors, CompileFilter compileFilter) {
        this.descriptors = descriptors;
        this.compileFilter = compileFilter;
    }

    /** @throws AppException naming "rollup" */
    Rollup of(Descriptor type, CustomField.Rollup given) {
        var child = descriptors
                .find(given.type())
                .orElseThrow(() -> bad("There is no record type \"%s\".".formatted(given.type())));
        var via = child.field(given.via())
                .filter(field -> field.kind() == FieldKind.REFERENCE
                        && field.stored()
                        && type.name().equals(field.ref()))
                .orElseThrow(() -> bad("%s has no field \"%s\" that refers to one %s."
                        .formatted(child.label(), given.via(), type.label())));
        var op = RollupOp.of(given.op()).orElseThrow(() -> bad("A roll-up is count, sum, min, max or last."));
        var value = op == RollupOp.COUNT ? null : value(child, given.field());
        if (value != null && op.over(value.kind()).isEmpty()) {
            throw bad("%s of %s cannot be worked out.".formatted(given.op(), value.label()));
        }
        var filter = Filter.of(given.filter());
        var reads = new LinkedHashSet<String>();
        collect(child, filter, reads);
        compileFilter.of(child, filter, "t");
        if (value != null) {
            reads.add(value.name());
            if (value.currencyField() != null) {
                reads.add(value.currencyField());
            }
        }
        return new Rollup(child, via, op, value, filter, Set.copyOf(reads));
    }

    private static FieldDescriptor value(Descriptor child, @Nullable String name) {
        return child.field(String.valueOf(name))
                .filter(FieldDescriptor::stored)
                .orElseThrow(() -> bad("%s has no stored field \"%s\".".formatted(child.label(), name)));
    }

    private static void collect(Descriptor child, Filter filter, Set<String> reads) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(part -> collect(child, part, reads));
            case Filter.Or or -> or.parts().forEach(part -> collect(child, part, reads));
            case Filter.Not not -> collect(child, not.part(), reads);
            case Filter.Compare compare -> {
                var field = child.field(compare.field())
                        .orElseThrow(() -> bad("The filter of a roll-up names fields of %s itself, not \"%s\"."
                                .formatted(child.label(), compare.field())));
                if (RELATIVE.contains(compare.op()) || !fixed(field, compare.value())) {
                    throw bad("The filter of a roll-up cannot depend on today or on who asks: %s."
                            .formatted(field.label()));
                }
                reads.add(field.name());
            }
        }
    }

    private static boolean fixed(FieldDescriptor field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(one -> fixed(field, one));
        }
        if (!(value instanceof String text)) {
            return true;
        }
        return field.kind().isTime()
                ? text.matches("\\d{4}-.*")
                : field.kind() != FieldKind.PERSON || text.length() == 36;
    }

    private static AppException bad(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "rollup");
    }
}
