package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Records;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;

/** Rows as the release before wrote them become nodes that make the same columns. */
@WindroseTest
class UpgradedTreeTests {

    private static final String MIGRATION = "db/migration/context/V210__nodes_of_message_trees.sql";

    @Autowired
    Environment environment;

    @Autowired
    MessageTrees trees;

    private RecordWorld world;
    private UUID product;

    @BeforeEach
    void makeAWorkspace() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Tern Pro"));
    }

    private UUID row(String headline, String narrative, String props, String specs) throws SQLException {
        var id = Ids.next();
        try (var connection = DatabaseOwner.connect(environment);
                var insert = connection.prepareStatement("""
                        select set_config('app.tenant', ?, false);
                        insert into message_trees (tenant_id, id, created_at, updated_at, product_id, headline, headline_key, founding_narrative,
                            value_props, technical_specs)
                        values (?::uuid, ?::uuid, now(), now(), ?::uuid, ?, lower(?), ?, ?::jsonb, ?::jsonb)
                        """)) {
            String tenant = world.actor().tenant().toString();
            int at = 1;
            for (String value : new String[] {
                tenant, tenant, id.toString(), product.toString(), headline, headline, narrative, props, specs
            }) {
                insert.setString(at++, value);
            }
            insert.execute();
        }
        return id;
    }

    private void migrate() throws IOException {
        DatabaseOwner.run(environment, new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8));
    }

    private Map<String, List<String>> titles(ProductTree tree) {
        return tree.originals()
                .collect(Collectors.groupingBy(
                        node -> node.kind().wire(), Collectors.mapping(TreeNode::title, Collectors.toList())));
    }

    @Test
    void losesNothingAndMakesTheSameColumns() throws Exception {
        String longText = "Ours carries its own reference, ä ß 😀. ".repeat(25).strip();
        var plain = row(
                "See a bad reading",
                "Made with operators.\n\nAn alarm says what to do.",
                "[\"All sites on one page\", \"The report that the authority wants\"]",
                "{\"cloud\": \"EU\", \"box\": true}");
        var odd = row(
                "Ünïcode 😀",
                longText,
                "[\"" + longText
                        + "\", \"  padded \", null, \"\", 4.5, {\"text\": \"With a name\", \"n\": 1}, [1, 2], \"two\\nlines\"]",
                "\"just a text\"");
        var empty = row("Only a headline", null, "[]", null);
        migrate();
        migrate();
        world.in(() -> {
            var first = trees.get(plain);
            assertThat(titles(first))
                    .containsEntry("problem", List.of("Made with operators."))
                    .containsEntry("change", List.of("An alarm says what to do."))
                    .containsEntry(
                            "value_prop", List.of("All sites on one page", "The report that the authority wants"));
            assertThat(first.nodes()).hasSize(3);
            assertThat(trees.get(empty).all()).hasSize(1);
            return null;
        });
        columnsFollow(plain, List.of(Map.of("cloud", "EU", "box", true)), "value_props", null);
        columnsFollow(
                odd,
                List.of(
                        longText,
                        "padded",
                        new java.math.BigDecimal("4.5"),
                        Map.of("text", "With a name", "n", 1),
                        List.of(1, 2),
                        "two\nlines"),
                "technical_specs",
                longText);
        assertThat(world.get("message_tree", odd).value("founding_narrative")).isEqualTo(longText);
    }

    /** A change of the headline makes every column anew from the nodes; those that said the same stay as they are. */
    private void columnsFollow(UUID tree, List<?> expected, String other, String narrative) {
        var nodes = ActorScope.call(world.actor(), () -> trees.entries(tree));
        var headline = nodes.stream()
                .filter(node -> "headline".equals(node.value("kind")))
                .findFirst()
                .orElseThrow();
        assertThat(headline.value("product_ids")).isEqualTo(List.of(product));
        world.update("context_entry", headline.id(), Map.of("title", "A new headline"));
        RecordData record = ActorScope.call(Actor.system(world.actor().tenant()), () -> Workspaces.bean(Records.class)
                .get("message_tree", tree));
        assertThat(record.value("headline")).isEqualTo("A new headline");
        assertThat(record.value(other.equals("value_props") ? "technical_specs" : "value_props"))
                .usingRecursiveComparison()
                .isEqualTo(expected);
        if (narrative != null) {
            assertThat(record.value("founding_narrative")).isEqualTo(narrative);
        }
    }
}
