package dev.windrose.context.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.tree.TreeEdits.Spot;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class MessageTreeShapeTests {

    @Autowired
    MessageTrees trees;

    @Autowired
    TreeEdits edits;

    @Autowired
    BestVariants variants;

    @Autowired
    Changes changes;

    private RecordWorld world;
    private UUID product;
    private UUID tree;
    private UUID headline;

    @BeforeEach
    void plant() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Tern Pro"));
        tree = world.create("message_tree", Map.of("headline", "Know every litre", "product_id", product));
        headline = world.in(() -> trees.get(product)).nodes().getFirst().id();
    }

    private UUID node(String kind, String title, @Nullable UUID parent, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("category", "message_tree", "kind", kind, "title", title, "tree_id", tree, "status", "live"));
        if (parent != null) {
            values.put("parent_id", parent);
        }
        values.putAll(more);
        return world.create("context_entry", values);
    }

    private ChangeSet apply(ScopedValue.CallableOp<ChangeDraft, RuntimeException> draft) {
        return world.in(() -> changes.apply(draft.call()));
    }

    /** Titles in order, each with those under it in brackets. */
    private String shape() {
        return shape(world.in(() -> trees.get(tree)).nodes());
    }

    private static String shape(List<TreeNode> nodes) {
        return String.join(
                " ",
                nodes.stream()
                        .map(node ->
                                node.title() + (node.children().isEmpty() ? "" : "(" + shape(node.children()) + ")"))
                        .toList());
    }

    @Test
    void movesANodeWithAllUnderItInOneChangeSetThatIsUndoneAsOne() {
        var a = node("value_prop", "A", headline, Map.of());
        var b = node("value_prop", "B", headline, Map.of());
        var c = node("value_prop", "C", headline, Map.of());
        node("demonstrable_value", "a1", a, Map.of());
        node("demonstrable_value", "a2", a, Map.of());
        assertThat(shape()).isEqualTo("Know every litre(A(a1 a2) B C)");
        var set = apply(() -> edits.move(tree, a, new Spot(headline, null, c), null));
        assertThat(shape()).isEqualTo("Know every litre(B C A(a1 a2))");
        apply(() -> edits.move(tree, c, new Spot(headline, b, null), null));
        assertThat(shape()).isEqualTo("Know every litre(C B A(a1 a2))");
        assertThat(set.operations()).as("others need not move").hasSize(1);
        world.undo(set);
        apply(() -> edits.move(tree, b, new Spot(null, null, null), null));
        assertThat(shape()).contains("B").doesNotContain("(B");
    }

    @Test
    void makesRoomWhereThereIsNone() {
        for (String title : List.of("A", "B", "C")) {
            node("value_prop", title, headline, Map.of("position", 1));
        }
        var last = node("value_prop", "D", headline, Map.of());
        var first =
                world.in(() -> trees.get(tree)).nodes().getFirst().children().getFirst();
        apply(() -> edits.move(tree, last, new Spot(headline, null, first.id()), null));
        assertThat(shape()).isEqualTo("Know every litre(A D B C)");
    }

    @Test
    void saysWhatMayStandUnderWhat() {
        var spec = node("technical_spec", "DN 15", headline, Map.of());
        refused(
                "parent_id",
                "A value proposition stands at the top of the tree or under a headline, not under a technical fact.",
                () -> node("value_prop", "A", spec, Map.of()));
        refused("parent_id", "above", () -> apply(() -> edits.move(tree, spec, new Spot(spec, null, null), null)));
    }

    @Test
    void refusesACircleAlsoWhenTwoPeopleMoveAtOnce() throws Exception {
        var one = node("technical_spec", "one", headline, Map.of());
        var two = node("technical_spec", "two", headline, Map.of());
        var start = new CountDownLatch(1);
        var done = new CountDownLatch(2);
        var moved = new AtomicInteger();
        var refused = new AtomicInteger();
        for (var pair : List.of(List.of(one, two), List.of(two, one))) {
            Thread.ofVirtual()
                    .start(() -> ActorScope.run(world.actor(), () -> {
                        try {
                            start.await();
                            changes.apply(edits.move(tree, pair.get(0), new Spot(pair.get(1), null, null), null));
                            moved.incrementAndGet();
                        } catch (AppException circle) {
                            refused.incrementAndGet();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        } finally {
                            done.countDown();
                        }
                    }));
        }
        start.countDown();
        done.await();
        assertThat(moved.get()).isEqualTo(1);
        assertThat(refused.get()).isEqualTo(1);
        assertThat(world.in(() -> trees.get(tree)).all()).hasSize(3);
    }

    @Test
    void asksBeforeASecondHeadlineGoesLive() {
        var second = node("headline", "See every litre", null, Map.of("status", "draft"));
        refused(
                "status",
                "\"Know every litre\" is the live headline for the same language",
                () -> apply(() -> edits.publish(tree, second, false, null)));
        apply(() -> edits.publish(tree, second, true, null));
        assertThat(world.get("context_entry", headline).value("status")).isEqualTo("archived");
        assertThat(world.get("message_tree", tree).value("headline")).isEqualTo("See every litre");
        node("headline", "Jeder Liter", null, Map.of("language", "de"));
        node("headline", "For utilities", null, Map.of("segments", List.of("Utilities"), "variant_of_id", second));
        assertThat(world.get("message_tree", tree).value("headline")).isEqualTo("See every litre");
    }

    @Test
    void keepsAHeadline() {
        refused(
                "kind",
                "A message tree keeps a headline.",
                () -> world.apply(
                        dev.windrose.records.change.Cause.person(),
                        dev.windrose.records.change.DraftOperation.delete("context_entry", headline)));
    }

    @Test
    void choosesTheWordingThatFitsAndSaysWhy() {
        node("headline", "Jeder Liter zählt", null, Map.of("variant_of_id", headline, "language", "de"));
        node("headline", "For utilities", null, Map.of("variant_of_id", headline, "segments", List.of("Utilities")));
        node(
                "headline",
                "Für Stadtwerke",
                null,
                Map.of(
                        "variant_of_id",
                        headline,
                        "language",
                        "de",
                        "segments",
                        List.of("Utilities"),
                        "channel",
                        "email"));
        node("headline", "A draft", null, Map.of("variant_of_id", headline, "language", "fr", "status", "draft"));
        assertThat(best(null, null, null)).isEqualTo("Know every litre");
        assertThat(best("utilities", null, "en")).isEqualTo("For utilities");
        assertThat(best("Food", "page", "de-AT")).isEqualTo("Jeder Liter zählt");
        assertThat(best("Utilities", "email", "de")).isEqualTo("Für Stadtwerke");
        assertThat(best("Food", null, "fr")).isEqualTo("Know every litre");
        var why = world.in(() -> variants.best(new ProductId(product), "Utilities", "email", "de"))
                .getFirst()
                .why();
        assertThat(why)
                .containsExactly(
                        "It is in the language asked for, de.",
                        "It is written for the segment Utilities.",
                        "It is written for the channel email.");
    }

    private String best(@Nullable String segment, @Nullable String channel, @Nullable String language) {
        return world.in(() -> variants.best(new ProductId(product), segment, channel, language))
                .getFirst()
                .node()
                .title();
    }

    @Test
    void badgesSayWhatAProofLacks() {
        var today = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
        node(
                "customer_proof",
                "Saved 12 %",
                headline,
                Map.of(
                        "details",
                        Map.of("citation", "refused"),
                        "effective_to",
                        today.plusDays(5).toString()));
        node(
                "customer_proof",
                "Saved 15 %",
                headline,
                Map.of("details", Map.of("citation", "granted"), "sensitivity", "public", "source", "Study of 2025"));
        var proofs = world.in(() -> trees.get(tree)).nodes().getFirst().children();
        assertThat(proofs.get(0).badges().stream().map(badge -> badge.code().wire()))
                .containsExactly("expiring", "no_source", "not_citable");
        assertThat(proofs.get(1).badges()).isEmpty();
        assertThat(Proofs.citable(proofs.get(1).entry(), today)).isTrue();
        assertThat(Proofs.whyNotCitable(proofs.get(0).entry(), today))
                .contains("The customer does not want to be named.");
    }

    @Test
    void writesDownTheNumbersThatAMessageStates() {
        var id = node("demonstrable_value", "Up to 60X faster than before, at 400 plants", headline, Map.of());
        assertThat(claims(id)).hasSize(2);
        assertThat(claims(id).get(0)).containsEntry("comparator", "up_to").containsEntry("unit", "x");
        assertThat(claims(id).get(1)).containsEntry("comparator", "exactly").containsEntry("unit", "plants");
        world.update("context_entry", id, Map.of("title", "Up to 70X faster than before"));
        assertThat(claims(id)).hasSize(1);
        var own = List.of(Map.of("measure", "speed", "value", 69, "comparator", "about"));
        world.update("context_entry", id, Map.of("details", Map.of("claims", own)));
        world.update("context_entry", id, Map.of("title", "Up to 80X faster than before"));
        assertThat(claims(id).getFirst())
                .as("what a person has put right stays")
                .containsEntry("measure", "speed");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> claims(UUID id) {
        return (List<Map<String, Object>>)
                ((Map<String, Object>) world.get("context_entry", id).value("details")).get("claims");
    }

    private static void refused(String field, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AppException.class, error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.getMessage()).contains(words);
        });
    }
}
