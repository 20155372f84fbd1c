package dev.windrose.revenue;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A price has a name, a range that is none of nothing, and reductions that can be reckoned with. */
@Component
class PriceRules implements RecordRule {

    private static final String REDUCTION = "term_reduction_percent";

    @Override
    public String type() {
        return "price_book_entry";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (write.value("name") == null) {
            write.set("name", name(write));
        }
        PossibleTerms.whole(write, "min_quantity", 0);
        PossibleTerms.whole(write, "max_quantity", 1);
        PossibleTerms.currency(write, "currency");
        inOrder(write);
        if (!reductions(write.value(REDUCTION))) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    REDUCTION,
                    "Give the percent off by months, for example {\"24\": 5, \"36\": 10}.");
        }
    }

    private static void inOrder(Write write) {
        if (write.value("min_quantity") instanceof Number from
                && write.value("max_quantity") instanceof Number to
                && to.longValue() < from.longValue()) {
            write.refuse(CommonError.BAD_VALUE, "max_quantity", "The range ends before it begins.");
        }
        if (write.value("valid_from") instanceof LocalDate from
                && write.value("valid_to") instanceof LocalDate to
                && to.isBefore(from)) {
            write.refuse(CommonError.BAD_VALUE, "valid_to", "The price ends before it begins.");
        }
    }

    private static boolean reductions(@Nullable Object given) {
        return given == null
                || given instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .allMatch(
                                        entry -> String.valueOf(entry.getKey()).matches("[1-9]\\d{0,2}")
                                                && entry.getValue() instanceof Number percent
                                                && PossibleTerms.isPercent(percent));
    }

    private static String name(Write write) {
        return Stream.concat(
                        write.refs("product_id").stream().map(RecordRef::title),
                        Stream.of("tier", "currency").map(write::value).map(value -> value == null ? "" : value + ""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
