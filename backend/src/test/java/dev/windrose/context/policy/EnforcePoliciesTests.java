package dev.windrose.context.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class EnforcePoliciesTests {

    @Autowired
    PolicyRoles roles;

    @Autowired
    Decisions decisions;

    @Autowired
    Policies policies;

    @Autowired
    CompileClause compile;

    private RecordWorld world;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void letsAnAgentsChangeWaitForWhoMayApprove() {
        policy("approval", "Deals above 100,000 EUR need the approval of the CFO.", "require");
        var deal = deal(50_000);
        var agent = world.as(world.actor().agent("Helper"));
        var set = agent.update("deal", deal, amount(150_000));
        assertThat(set.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.status()).isEqualTo(OperationStatus.WAITING);
            assertThat(operation.reason())
                    .isEqualTo("Needs approval by cfo: Deals above 100,000 EUR need the approval of the CFO.");
        });
        assertThat(held(deal)).isEqualTo(50_000);
    }

    /** The role that a clause names decides; whoever does not hold it cannot. */
    @Test
    void letsWhoHoldsTheRoleDecide() {
        policy("approval", "Deals above 100,000 EUR need the approval of the CFO.", "require");
        var deal = deal(50_000);
        var chief = world.workspace().person("Pia Lindgren", Role.MEMBER);
        var other = world.workspace().person("Tom Aydin", Role.MEMBER);
        world.in(() -> {
            roles.put("cfo", List.of(Objects.requireNonNull(chief.person())));
            return null;
        });
        var set = world.as(other).update("deal", deal, amount(150_000));
        assertThat(applied(set)).isFalse();
        assertThat(held(deal)).isEqualTo(50_000);
        assertThatThrownBy(() -> world.as(other).in(() -> decisions.apply(set.id(), Set.of())))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("This is approved by cfo");
        assertThat(held(deal)).isEqualTo(50_000);
        world.as(chief).in(() -> decisions.apply(set.id(), Set.of()));
        assertThat(held(deal)).isEqualTo(150_000);
    }

    @Test
    void letsWhoHoldsTheRoleRefuse() {
        policy("approval", "Deals above 100,000 EUR need the approval of the CFO.", "require");
        var deal = deal(50_000);
        var chief = world.workspace().person("Pia Lindgren", Role.MEMBER);
        world.in(() -> {
            roles.put("cfo", List.of(Objects.requireNonNull(chief.person())));
            return null;
        });
        var set = world.as(world.workspace().person("Tom Aydin", Role.MEMBER)).update("deal", deal, amount(150_000));
        world.as(chief).in(() -> decisions.refuse(set.id(), "Too large"));
        assertThat(held(deal)).isEqualTo(50_000);
    }

    @Test
    void asksTheCompanyOfADeal() {
        policy("prohibition", "Deals with customers in Norway above 1,000 EUR are prohibited.", "require");
        var there = world.create("company", Map.of("name", "Fjordline", "country_hq", "NO"));
        var here = world.create("company", Map.of("name", "Rheinwerk", "country_hq", "DE"));
        assertThatThrownBy(() -> world.create("deal", with(there)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Norway above 1,000 EUR are prohibited");
        world.create("deal", with(here));
    }

    private static Map<String, Object> with(UUID company) {
        return Map.of("name", "A deal", "company_id", company, "deal_amount", 5_000, "deal_amount_currency", "EUR");
    }

    /** What had to be guessed only warns; a person's confirmation makes it hold, another clause ends that. */
    @Test
    void holdsAGuessOnlyOnceAPersonHasConfirmedIt() {
        var clause = "Deals above 1,000,000 EUR are prohibited, rain or shine.";
        var id = policy("prohibition", clause, "require");
        var guess = world.in(() -> policies.find(new ContextEntryId(id))).orElseThrow();
        assertThat(guess.guessed()).isTrue();
        var deal = deal(50_000);
        assertThat(applied(world.update("deal", deal, amount(2_000_000)))).isTrue();
        var confirmation = world.in(() -> compile.of(clause)).confirmation();
        var agent = world.as(world.actor().agent("Helper"));
        assertThatThrownBy(() -> agent.update("context_entry", id, confirmed(clause, confirmation)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Only a person confirms");
        world.update("context_entry", id, confirmed(clause, confirmation));
        assertThatThrownBy(() -> world.update("deal", deal, amount(3_000_000)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("A policy prohibits this");
        world.update(
                "context_entry", id, confirmed("Deals above 500,000 EUR are prohibited, rain or shine.", confirmation));
        assertThat(applied(world.update("deal", deal, amount(4_000_000)))).isTrue();
    }

    private static Map<String, Object> confirmed(String clause, String confirmation) {
        return Map.of("details", Map.of("clause", clause, "enforce", "require", "confirmed", confirmation));
    }

    @Test
    void refusesWhatIsProhibitedAndNamesTheClause() {
        policy("prohibition", "Deals above 1,000,000 EUR are prohibited.", "require");
        var deal = deal(50_000);
        assertThatThrownBy(() -> world.update("deal", deal, amount(2_000_000)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Deals above 1,000,000 EUR are prohibited.");
    }

    @Test
    void namesTheFieldsThatAStageNeeds() {
        policy("stage_entry", "No deal enters Negotiation without a next step.", "require");
        var deal = deal(50_000);
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("stage", "negotiation")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Fill in next step first");
        var set = world.update("deal", deal, Map.of("stage", "negotiation", "next_step", "Send the contract"));
        assertThat(applied(set)).isTrue();
    }

    @Test
    void onlyWarnsWhereThePolicySaysSo() {
        policy("prohibition", "Deals above 1,000,000 EUR are prohibited.", "warn");
        var deal = deal(50_000);
        assertThat(applied(world.update("deal", deal, amount(2_000_000)))).isTrue();
    }

    @Test
    void leavesAloneWhatChangesNothingThatAPolicyAsksAbout() {
        var deal = deal(2_000_000);
        policy("prohibition", "Deals above 1,000,000 EUR are prohibited.", "require");
        assertThat(applied(world.update("deal", deal, Map.of("next_step", "Call"))))
                .isTrue();
    }

    @Test
    void doesNotHoldUpAnUndo() {
        var deal = deal(2_000_000);
        var set = world.update("deal", deal, amount(10_000));
        policy("prohibition", "Deals above 1,000,000 EUR are prohibited.", "require");
        assertThat(applied(world.undo(set))).isTrue();
        assertThat(held(deal)).isEqualTo(2_000_000);
    }

    private static boolean applied(ChangeSet set) {
        return set.operations().stream().allMatch(operation -> operation.status() == OperationStatus.APPLIED);
    }

    private long held(UUID deal) {
        return new BigDecimal(String.valueOf(world.get("deal", deal).value("deal_amount"))).longValue();
    }

    private UUID deal(long amount) {
        return world.create("deal", Map.of("name", "A deal", "deal_amount", amount, "deal_amount_currency", "EUR"));
    }

    private static Map<String, Object> amount(long amount) {
        return Map.of("deal_amount", amount, "deal_amount_currency", "EUR");
    }

    private UUID policy(String kind, String clause, String enforce) {
        return world.create(
                "context_entry",
                Map.of(
                        "category",
                        "policy",
                        "kind",
                        kind,
                        "title",
                        clause,
                        "status",
                        "live",
                        "details",
                        Map.of("clause", clause, "enforce", enforce)));
    }
}
