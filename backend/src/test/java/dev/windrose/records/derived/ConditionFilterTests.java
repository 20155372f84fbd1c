package dev.windrose.records.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expressions;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Values;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A condition that can be a filter finds the same records as when it is evaluated for each of them. */
@WindroseTest
class ConditionFilterTests {

    private static final List<String> PARTS = List.of(
            "stage == \"won\"",
            "stage in [\"won\", \"lost\"]",
            "stage != \"lost\"",
            "next_step_due < date(\"2026-03-10\")",
            "next_step_due >= add_days(date(\"2026-03-01\"), 5)",
            "is_empty(next_step_due)",
            "next_step_due != null",
            "date(\"2026-03-08\") > next_step_due",
            "company_id == null");

    @Autowired
    Records records;

    @Autowired
    Expressions expressions;

    @Autowired
    Descriptors descriptors;

    @Test
    void filtersExactlyWhatItHoldsFor() throws BadExpression {
        var world = RecordWorld.fresh();
        var random = new Random(7);
        world.apply(
                Cause.person(),
                IntStream.range(0, 40)
                        .mapToObj(n -> {
                            var values = new HashMap<String, Object>();
                            values.put("name", "Deal " + n);
                            if (random.nextInt(4) > 0) {
                                values.put("next_step_due", LocalDate.of(2026, 3, 1 + random.nextInt(14)));
                            }
                            return DraftOperation.create("deal", values);
                        })
                        .toArray(DraftOperation[]::new));
        var moment = Moment.utc(Instant.parse("2026-03-10T10:00:00Z"));
        for (int round = 0; round < 60; round++) {
            String text = condition(random, 3);
            var expression = world.in(() -> expressions.compiled(descriptors.get("deal"), text));
            var filter = expression.asFilter(moment).orElseThrow(() -> new AssertionError(text));
            var all = world.in(() -> records.query(RecordQuery.of("deal").limit(100)));
            var expected = all.stream()
                    .filter(record -> expression.holds(Values.of(record.values()), moment))
                    .map(RecordData::id)
                    .toList();
            var found = world.in(
                    () -> records.query(RecordQuery.of("deal").where(filter).limit(100)));
            assertThat(found).extracting(RecordData::id).as(text).containsExactlyInAnyOrderElementsOf(expected);
        }
        for (String text : List.of("name == \"a\"", "deal_amount > 5", "next_step_due + 1 == date(\"2026-03-05\")")) {
            var left = world.in(() -> expressions.compiled(descriptors.get("deal"), text));
            assertThat(left.asFilter(moment)).as(text).isEmpty();
        }
    }

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return PARTS.get(random.nextInt(PARTS.size()));
        }
        return switch (random.nextInt(3)) {
            case 0 -> "(%s && %s)".formatted(condition(random, depth - 1), condition(random, depth - 1));
            case 1 -> "(%s || %s)".formatted(condition(random, depth - 1), condition(random, depth - 1));
            default -> "!(%s)".formatted(condition(random, depth - 1));
        };
    }
}
