package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class EntryTests {

    @Autowired
    LiveEntries live;

    @Autowired
    Workspaces workspaces;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void startsAsAnInternalDraftForEveryone() {
        var entry = world.get("context_entry", faq("How long is the trial?", Map.of()));
        assertThat(entry.values())
                .containsEntry("status", "draft")
                .containsEntry("sensitivity", "internal")
                .containsEntry("audience", "everyone")
                .containsEntry("language", "en");
    }

    @Test
    void takesKindsOfItsCategoryOnly() {
        refused(
                "kind",
                "headline is no kind of policy. Its kinds are approval",
                () -> entry("policy", "headline", Map.of()));
    }

    @Test
    void namesEverythingThatIsWrongWithDetails() {
        refused(
                "details",
                "claims[0].value takes a number, not \"soon\". claims[0].comparator takes one of exactly, at_least, at_most, about, up_to, not \"near\". "
                        + "colour is unknown: headline has citation, customer_id, claims.",
                () -> entry(
                        "message_tree",
                        "headline",
                        Map.of(
                                "details",
                                ordered(
                                        "claims",
                                        List.of(ordered("value", "soon", "comparator", "near")),
                                        "colour",
                                        "red"))));
        refused(
                "details",
                "There is no competitor",
                () -> entry(
                        "best_practice",
                        "battle_card",
                        Map.of(
                                "details",
                                Map.of("competitor_id", UUID.randomUUID().toString()))));
        refused(
                "details",
                "narrative has no details",
                () -> entry("brand", "narrative", Map.of("details", Map.of("a", 1))));
    }

    @Test
    void isCompleteBeforeItGoesLive() {
        var draft = entry("policy", "approval", Map.of());
        refused("details", "clause is missing.", () -> world.update("context_entry", draft, Map.of("status", "live")));
        world.update(
                "context_entry",
                draft,
                Map.of("status", "live", "details", Map.of("clause", "Discounts above 15 % need the sales lead.")));
        assertThat(found(draft)).isTrue();
    }

    @Test
    void changesItsStatusStepByStep() {
        var id = faq("Trial", Map.of("status", "live"));
        world.update("context_entry", id, Map.of("status", "archived"));
        refused(
                "status",
                "An entry that is archived becomes draft, not live.",
                () -> world.update("context_entry", id, Map.of("status", "live")));
        var expired = faq("Old", Map.of("status", "expired", "effective_to", "2020-01-31"));
        refused(
                "effective_to",
                "The last day of this entry was 2020-01-31.",
                () -> world.update("context_entry", expired, Map.of("status", "live")));
    }

    @Test
    void refusesDatesInTheWrongOrderAndUnknownLanguages() {
        refused(
                "effective_to",
                "The last day, 2026-01-01, is before the first, 2026-02-01.",
                () -> faq("a", Map.of("effective_from", "2026-02-01", "effective_to", "2026-01-01")));
        refused("language", "\"english_\" is no language tag", () -> faq("a", Map.of("language", "english_")));
        assertThat(world.get("context_entry", faq("a", Map.of("language", "pt-br")))
                        .value("language"))
                .isEqualTo("pt-BR");
    }

    @Test
    void hangsOnlyNodesIntoTreesAndNoneAboveItself() {
        var tree = world.create("message_tree", Map.of("headline", "Know every litre"));
        var top = node("technical_spec", Map.of("tree_id", tree));
        var below = node("technical_spec", Map.of("parent_id", top));
        assertThat(world.get("context_entry", below).value("tree_id")).isEqualTo(tree);
        refused(
                "parent_id",
                "above the chosen one already",
                () -> world.update("context_entry", top, Map.of("parent_id", below)));
        refused(
                "parent_id",
                "above the chosen one already",
                () -> world.update("context_entry", top, Map.of("parent_id", top)));
        refused("variant_of_id", "A variant is of the kind", () -> node("problem", Map.of("variant_of_id", below)));
        var variant = node("technical_spec", Map.of("variant_of_id", below));
        refused(
                "variant_of_id",
                "cannot be its variant",
                () -> world.update("context_entry", below, Map.of("variant_of_id", variant)));
        refused("parent_id", "Only entries of a message tree", () -> faq("a", Map.of("parent_id", top)));
        var other = world.create("message_tree", Map.of("headline", "Another"));
        refused(
                "parent_id",
                "another message tree",
                () -> node("technical_spec", Map.of("tree_id", other, "parent_id", top)));
        refused(
                "parent_id",
                "would hang below an entry of another tree",
                () -> world.update("context_entry", top, Map.of("tree_id", other)));
    }

    @Test
    void refusesACircleMadeByOneChangeSet() {
        var one = node("problem", Map.of());
        var two = node("change", Map.of());
        assertThatThrownBy(() -> world.apply(
                        Cause.person(),
                        DraftOperation.update("context_entry", one, Map.of("parent_id", two)),
                        DraftOperation.update("context_entry", two, Map.of("parent_id", one))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("above itself");
    }

    @Test
    void holdsWhileItIsLiveAndWithinItsDates() {
        var today = world.in(workspaces::today);
        var product = world.create("product", Map.of("name", "Tern Pro"));
        var holds = faq("Holds", Map.of("status", "live", "product_ids", List.of(product)));
        faq(
                "Later",
                Map.of("status", "live", "effective_from", today.plusDays(1).toString()));
        var ends = faq("Ends today", Map.of("status", "live", "effective_to", today.toString()));
        faq("Ended", Map.of("status", "live", "effective_to", today.minusDays(1).toString()));
        faq("Draft", Map.of());
        assertThat(titles(today)).containsExactly("Ends today", "Holds");
        assertThat(titles(today.plusDays(1))).containsExactly("Holds", "Later");
        assertThat(world.in(() -> live.ofProduct(new ProductId(product))))
                .extracting(entry -> entry.id().value())
                .containsExactly(holds);
        assertThat(world.in(() -> live.ofKinds(EntryKind.FAQ))).hasSize(2);
        assertThat(world.in(() -> live.all(EntryCategory.POLICY))).isEmpty();
        assertThat(world.in(() -> live.inTree(MessageTreeId.next()))).isEmpty();
        assertThat(found(ends)).isTrue();
        assertThat(world.in(() -> live.asOf(new ContextEntryId(ends), today.plusDays(1))))
                .isEmpty();
        assertThat(world.in(() -> live.asOf(new ContextEntryId(ends), today.minusDays(1))))
                .as("before it was made")
                .isEmpty();
    }

    private List<String> titles(LocalDate day) {
        return world.in(() -> live.on(day, EntryCategory.BEST_PRACTICE)).stream()
                .map(LiveEntry::title)
                .toList();
    }

    private boolean found(UUID id) {
        return world.in(() -> live.find(new ContextEntryId(id))).isPresent();
    }

    private UUID faq(String title, Map<String, Object> more) {
        var values = new HashMap<>(more);
        values.put("title", title);
        return entry("best_practice", "faq", values);
    }

    private UUID node(String kind, Map<String, Object> more) {
        return entry("message_tree", kind, more);
    }

    private UUID entry(String category, String kind, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("category", category, "kind", kind, "title", "An entry"));
        values.putAll(more);
        return world.create("context_entry", values);
    }

    private static Map<String, Object> ordered(String one, Object first, String two, Object second) {
        var map = new LinkedHashMap<String, Object>();
        map.put(one, first);
        map.put(two, second);
        return map;
    }

    private static void refused(String field, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AppException.class, error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.getMessage()).contains(words);
        });
    }
}
