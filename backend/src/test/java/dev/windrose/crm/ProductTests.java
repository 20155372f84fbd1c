package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Money;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WindroseTest
class ProductTests {

    @Test
    void keepsWhatItIsAndCosts() {
        var world = RecordWorld.fresh();
        var product = world.create(
                "product",
                Map.of(
                        "name",
                        "Tern Pro",
                        "series",
                        "Tern",
                        "description",
                        "For teams",
                        "list_price",
                        Map.of("amount", 3900, "currency", "USD")));
        assertThat(world.get("product", product).values())
                .containsEntry("series", "Tern")
                .containsEntry("list_price", new Money(new BigDecimal(3900), "USD"));
    }
}
