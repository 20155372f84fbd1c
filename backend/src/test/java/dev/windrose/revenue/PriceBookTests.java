package dev.windrose.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class PriceBookTests {

    private RecordWorld world;
    private UUID product;

    @BeforeEach
    void startWithAProduct() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Kiln Watch"));
    }

    @Test
    void isCalledByProductTierAndCurrency() {
        var id = price(Map.of("tier", "Workshop", "min_quantity", 1, "max_quantity", 9));
        assertThat(world.get("price_book_entry", id).title()).isEqualTo("Kiln Watch Workshop EUR");
    }

    @Test
    void keepsReductionsByMonths() {
        var id = price(Map.of("term_reduction_percent", Map.of("24", 5, "36", 10)));
        assertThat((Map<?, ?>) world.get("price_book_entry", id).value("term_reduction_percent"))
                .hasToString("{24=5, 36=10}");
    }

    @Test
    void refusesRangesThatEndBeforeTheyBegin() {
        assertThatThrownBy(() -> price(Map.of("min_quantity", 10, "max_quantity", 9)))
                .isInstanceOf(AppException.class);
        assertThatThrownBy(() -> price(Map.of("valid_from", "2026-02-01", "valid_to", "2026-01-31")))
                .isInstanceOf(AppException.class);
    }

    @Test
    void refusesReductionsNobodyCanReckonWith() {
        assertThatThrownBy(() -> price(Map.of("term_reduction_percent", Map.of("long", 5))))
                .isInstanceOf(AppException.class);
        assertThatThrownBy(() -> price(Map.of("term_reduction_percent", Map.of("24", 120))))
                .isInstanceOf(AppException.class);
    }

    private UUID price(Map<String, Object> more) {
        var fields = new HashMap<String, Object>(
                Map.of("product_id", product, "currency", "EUR", "list_price", 120, "per", "year"));
        fields.putAll(more);
        return world.create("price_book_entry", fields);
    }
}
