package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.amend.AmendEntries;
import dev.windrose.context.entry.Categories;
import dev.windrose.context.entry.CategorySettings;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ProposeEntriesTests {

    private static final String CLAUSE =
            "Meters may be returned within 60 days. Refunds above 5,000 USD need finance. Refunds above 25,000 USD need the CFO.";

    @Autowired
    Intake intake;

    @Autowired
    AmendEntries amend;

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    Records records;

    @Autowired
    Categories categories;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void proposesTheNewValueInItsPlace() throws InterruptedException {
        var refunds = policy("Refunds and returns", CLAUSE, Map.of());
        var decision = say("Our refund limit without finance is now 7,500 USD.", refunds);

        assertThat(of(refunds).value("details").toString()).contains("5,000 USD need finance");
        var entry = entry(operation(decision));
        assertThat(entry.get("edits"))
                .isEqualTo(List.of(Map.of(
                        "field", "clause",
                        "before", "Refunds above 5,000 USD need finance.",
                        "after", "Refunds above 7,500 USD need finance.")));
        assertThat(decision.get("change_set_id")).isNull();
        assertThat(decision.get("intents")).isEqualTo(List.of("update_company_context"));

        var proposal = proposal(decision);
        assertThat(proposal.status()).isEqualTo(ChangeSetStatus.PROPOSED);
        assertThat(proposal.operations().getFirst().evidence().quote())
                .isEqualTo("Our refund limit without finance is now 7,500 USD.");
        world.in(() -> decisions.apply(proposal.id(), Set.of()));
        assertThat(of(refunds).value("details").toString()).contains("7,500 USD need finance", "25,000 USD");
        world.in(() -> decisions.undo(proposal.id()));
        assertThat(of(refunds).value("details").toString()).contains("Refunds above 5,000 USD need finance");
    }

    @Test
    void showsWhatThePolicyWouldAskFor() throws InterruptedException {
        var discounts = policy(
                "Discounts",
                "A discount above 10 % needs the sales lead. A discount above 20 % needs the CFO.",
                Map.of());
        var decision = say("Our sales lead's discount limit goes up to 25 % from now on.", discounts);
        var rules = (Map<?, ?>) entry(operation(decision)).get("rules");
        assertThat(rules.get("before").toString()).contains("20").doesNotContain("25");
        assertThat(rules.get("after").toString()).contains("25", "10").doesNotContain("20");
    }

    @Test
    void leavesTheDecisionToReviewers() throws InterruptedException {
        world.in(() -> categories.change(new CategorySettings(EntryCategory.POLICY, true, Role.ADMIN, null, null)));
        var refunds = policy("Refunds and returns", CLAUSE, Map.of());
        var mara = world.workspace().person("Mara Lind", Role.MEMBER);
        var decision = say(mara, "Refunds above 20,000 USD need the CFO from now on, no longer 25,000.", refunds);
        var proposal = proposal(decision);
        assertThatThrownBy(() -> ActorScope.call(mara, () -> decisions.apply(proposal.id(), Set.of())))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
        world.in(() -> decisions.apply(proposal.id(), Set.of()));
        assertThat(of(refunds).value("details").toString()).contains("above 20,000 USD need the CFO");
    }

    @Test
    void letsTheOldRuleHoldUntilTheDayBefore() throws InterruptedException {
        var refunds = policy("Refunds and returns", CLAUSE, Map.of());
        var decision = say("From 1 January 2031 refunds above 7,500 USD need finance, not 5,000.", refunds);
        assertThat(operations(decision)).hasSize(2);
        world.in(() -> decisions.apply(proposal(decision).id(), Set.of()));
        assertThat(of(refunds).value("effective_to")).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(of(refunds).value("details").toString()).contains("5,000 USD need finance");
        var later = entries().stream()
                .filter(one -> !one.id().equals(refunds))
                .findFirst()
                .orElseThrow();
        assertThat(later.value("status")).isEqualTo("live");
        assertThat(later.value("effective_from")).isEqualTo(LocalDate.of(2031, 1, 1));
        assertThat(of(later.id()).value("details").toString()).contains("7,500 USD need finance");
    }

    @Test
    void asksWhichEntryIsMeant() throws InterruptedException {
        var flow = policy("Warranty of Flow", "The warranty is five years.", Map.of());
        var sense = policy("Warranty of Sense", "The warranty is two years.", Map.of());
        var decision = say("The warranty is now six years.", flow, sense);
        assertThat(operations(decision)).isEmpty();
        var question = (Map<?, ?>) ((List<?>) decision.get("questions")).getFirst();
        assertThat(question.get("text").toString()).contains("The warranty is now six years.");
        assertThat(question.get("options").toString())
                .contains("context_entry/" + flow, "context_entry/" + sense, "becomes \"The warranty is six years.\"");

        var chosen = take(
                world.actor(),
                new Incoming(
                        "The warranty is now six years.",
                        "chat",
                        null,
                        null,
                        false,
                        null,
                        "context_entry",
                        sense,
                        null));
        assertThat(operation(chosen).get("record").toString()).contains(sense.toString());
        assertThat(entry(operation(chosen)).get("edits").toString()).contains("two years", "six years");
    }

    @Test
    void draftsWhatNoEntrySays() {
        var decision = take("New rule: no demos without a written agenda.");
        var operation = operation(decision);
        assertThat(operation.get("op")).isEqualTo("create");
        assertThat(operation.get("fields").toString())
                .contains("status=draft", "category=policy", "No demos without a written agenda.");
        world.in(() -> decisions.apply(proposal(decision).id(), Set.of()));
        assertThat(entries()).singleElement().satisfies(entry -> assertThat(entry.value("status"))
                .isEqualTo("draft"));
    }

    @Test
    void changesNothingByWhatIsAskedHopedHeardOrSaidFromOutside() throws InterruptedException {
        var refunds = policy("Refunds and returns", CLAUSE, Map.of());
        world.create("company", Map.of("name", "Quarrow Mills"));
        for (var text : List.of(
                "Should our refund limit be 7,500 USD now?",
                "I hope our refund limit is 7,500 USD soon.",
                "I heard our refund limit is now 7,500 USD.",
                "If the board agrees, our refund limit is 7,500 USD from now on.",
                "Our refund limit was 7,500 USD last year.",
                "Quarrow Mills told us that our refund limit is now 7,500 USD.",
                "They wrote: \"our refund limit is now 7,500 USD\"",
                "Our refund limit is now 5,000 USD.")) {
            var decision = say(text, refunds);
            assertThat(operations(decision)).as(text).isEmpty();
        }
        var outside = take(
                world.actor(),
                new Incoming("Our refund limit is now 7,500 USD.", "email", null, null, false, null, null, null, null));
        assertThat(operations(outside)).isEmpty();
    }

    @Test
    void doesNotNameWhatItsWriterMayNotRead() throws InterruptedException {
        var margin = policy(
                "Margin of resellers", "Resellers buy at 22 % below list.", Map.of("sensitivity", "confidential"));
        var owner = say("Resellers buy at 25 % below list from now on.", margin);
        assertThat(operation(owner).get("op")).isEqualTo("update");
        var mara = world.workspace().person("Mara Lind", Role.MEMBER);
        var decision = take(mara, chat("Our resellers buy at 25 % below list from now on."));
        assertThat(decision.toString()).doesNotContain("22 %", margin.toString());
    }

    private UUID policy(String title, String clause, Map<String, Object> others) {
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "title", title,
                "category", "policy",
                "kind", "approval",
                "status", "live",
                "details", Map.of("clause", clause)));
        fields.putAll(others);
        return world.create("context_entry", fields);
    }

    private Map<String, @Nullable Object> say(String text, UUID... about) throws InterruptedException {
        return say(world.actor(), text, about);
    }

    /** Once the entries are found. */
    private Map<String, @Nullable Object> say(Actor actor, String text, UUID... about) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!ActorScope.call(actor, () -> amend.look(text)).containsAll(List.of(about)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return take(actor, chat(text));
    }

    private Map<String, @Nullable Object> take(String text) {
        return take(world.actor(), chat(text));
    }

    private static Incoming chat(String text) {
        return new Incoming(
                text, "chat", OffsetDateTime.parse("2026-11-23T09:00:00+01:00"), null, false, null, null, null, null);
    }

    private Map<String, @Nullable Object> take(Actor actor, Incoming incoming) {
        return ActorScope.call(actor, () -> intake.take(incoming));
    }

    private ChangeSet proposal(Map<String, @Nullable Object> decision) {
        var id = new ChangeSetId(UUID.fromString(String.valueOf(decision.get("proposed_change_set_id"))));
        return world.in(() -> changes.get(id));
    }

    private static List<Map<?, ?>> operations(Map<String, @Nullable Object> decision) {
        return ((List<?>) decision.get("operations"))
                .stream().<Map<?, ?>>map(operation -> (Map<?, ?>) operation).toList();
    }

    private static Map<?, ?> operation(Map<String, @Nullable Object> decision) {
        assertThat(operations(decision)).as(decision.toString()).isNotEmpty();
        return operations(decision).getFirst();
    }

    private static Map<?, ?> entry(Map<?, ?> operation) {
        return (Map<?, ?>) operation.get("entry");
    }

    private RecordData of(UUID id) {
        return world.get("context_entry", id);
    }

    private List<RecordData> entries() {
        return world.in(() -> records.query(RecordQuery.of("context_entry")
                .where(Filter.is("category", "policy"))
                .limit(50)));
    }
}
