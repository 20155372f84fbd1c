package dev.windrose.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WindroseTest
class MessageTreeTests {

    @Test
    void becomesTheTreeOfAProductWithoutOne() {
        var world = RecordWorld.fresh();
        var product = world.create("product", Map.of("name", "Tern Pro"));
        var tree = world.create(
                "message_tree",
                Map.of("headline", "Know every litre", "product_id", product, "value_props", List.of("Fast", "Exact")));
        world.create("message_tree", Map.of("headline", "Another", "product_id", product));
        assertThat(world.get("product", product).reference("message_tree_id")).isEqualTo(tree);
        assertThat(world.get("message_tree", tree).value("value_props")).isEqualTo(List.of("Fast", "Exact"));
    }
}
