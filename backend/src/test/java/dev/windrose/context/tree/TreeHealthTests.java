package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class TreeHealthTests {

    @Autowired
    TreeHealth health;

    @Test
    void namesWhatIsWrongWithTrees() {
        var world = RecordWorld.fresh();
        world.create("product", Map.of("name", "Harbor Console"));
        var tree = world.create(
                "message_tree", Map.of("headline", "One", "demonstrable_value", List.of("Half the alarms")));
        var end = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2);
        var second = world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "headline",
                        "title",
                        "Two",
                        "tree_id",
                        tree,
                        "status",
                        "live",
                        "segments",
                        List.of("Food")));
        assertThat(world.in(health::findings))
                .extracting(finding -> finding.code())
                .containsExactlyInAnyOrder("proof_without_source", "product_without_tree");
        assertThatThrownBy(() -> world.update("context_entry", second, Map.of("segments", List.of())))
                .isInstanceOf(AppException.class);
        var other = world.create("message_tree", Map.of("headline", "Elsewhere"));
        var moved = world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "headline",
                        "title",
                        "Three",
                        "tree_id",
                        other,
                        "status",
                        "live",
                        "language",
                        "de",
                        "effective_to",
                        end.toString()));
        var german = world.create(
                "context_entry",
                Map.of(
                        "category",
                        "message_tree",
                        "kind",
                        "headline",
                        "title",
                        "Vier",
                        "tree_id",
                        tree,
                        "status",
                        "live",
                        "language",
                        "de"));
        world.update("context_entry", moved, Map.of("tree_id", tree));
        var found = world.in(health::findings).stream()
                .filter(finding -> finding.code().equals("two_headlines"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().entries()).extracting(id -> id.value()).containsExactlyInAnyOrder(moved, german);
    }
}
