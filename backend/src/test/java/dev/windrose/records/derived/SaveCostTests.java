package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What computed fields add to a save; prints the figures. */
@Tag("long")
@WindroseTest
class SaveCostTests {

    private static final int SAVES = 400;

    @Test
    void tenFormulasAndFiveRollUpsCostAFewMilliseconds() {
        double plain = median(RecordWorld.fresh(), "plain");
        var rich = RecordWorld.fresh();
        SchemaWorld.define(rich, "deal", "Weight", "number");
        for (int n = 0; n < 8; n++) {
            formula(rich, "deal", "Own " + n, "amount(deal_amount) * %d + size(name)".formatted(n));
        }
        formula(rich, "deal", "Account", "upper(company_id.name)");
        formula(rich, "deal", "Group", "company_id.parent_company.name");
        rollup(rich, "Deals", "count", null, null);
        rollup(rich, "Total", "sum", "deal_amount", null);
        rollup(rich, "Largest", "max", "deal_amount", null);
        rollup(rich, "Own", "sum", "c_own_1", null);
        rollup(rich, "Newest", "last", "name", null);
        double computed = median(rich, "10 formulas, 5 roll-ups");
        assertThat(computed).isLessThan(plain + 60);
    }

    private static double median(RecordWorld world, String what) {
        var group = world.create("company", Map.of("name", "Group"));
        var company = world.create("company", Map.of("name", "Mill", "parent_company", group));
        UUID deal = world.create("deal", Map.of("name", "Deal", "company_id", company));
        for (int n = 0; n < 20; n++) {
            world.create("deal", Map.of("name", "Deal " + n, "company_id", company));
        }
        double[] times = new double[SAVES];
        for (int n = 0; n < SAVES; n++) {
            long start = System.nanoTime();
            world.update("deal", deal, Map.of("deal_amount", Map.of("amount", n, "currency", "EUR")));
            times[n] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(times, SAVES / 2, SAVES);
        Arrays.sort(warm);
        System.out.printf(
                "save, %s: p50 %.1f ms, p95 %.1f ms%n", what, warm[warm.length / 2], warm[warm.length * 95 / 100]);
        return warm[warm.length / 2];
    }
}
