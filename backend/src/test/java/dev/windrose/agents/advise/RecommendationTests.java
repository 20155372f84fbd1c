package dev.windrose.agents.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.agents.kit.Agents;
import dev.windrose.agents.run.RunLimits;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class RecommendationTests {

    @Autowired
    Recommendations recommendations;

    @Autowired
    OfferAdvice offers;

    @Autowired
    Agents agents;

    RecordWorld world;
    UUID company;
    UUID deal;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Quarrow Mills"));
        deal = world.create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
    }

    @Test
    void oneKeyMakesATaskThatCanBeUndone() {
        var advice = only();
        var done = world.in(() -> recommendations.carryOut(company, advice.id()));
        var task = world.get("task", done.task());
        assertThat(task.text("title")).isEqualTo("Agree on a next step for Mill control");
        assertThat(task.reference("deal_id")).isEqualTo(deal);
        assertThat(task.value("due_date")).isInstanceOf(LocalDate.class);
        assertThat(list()).isEmpty();
        assertThat(done.changeSet()).isNotNull();
        world.in(() -> recommendations.reopen(company, advice.id()));
        assertThat(list()).hasSize(1);
    }

    @Test
    void whatWasDismissedDoesNotComeBackForTheSameCause() {
        var advice = only();
        world.in(() -> recommendations.dismiss(company, advice.id(), "They decide in May"));
        assertThat(list()).isEmpty();
        world.update("deal", deal, Map.of("deal_amount", 500, "deal_amount_currency", "EUR"));
        assertThat(list()).isEmpty();
        var later = Instant.now().plus(200, ChronoUnit.DAYS);
        assertThat(ScopedClock.at(later, this::list)).extracting(Advice::rule).doesNotContain("no_next_step");
        world.update("deal", deal, Map.of("stage", "negotiation"));
        assertThat(only().id()).isNotEqualTo(advice.id());
    }

    @Test
    void whatWasPutOffComesBackOnItsDay() {
        var advice = only();
        var today = world.in(() ->
                Workspaces.bean(dev.windrose.platform.people.Workspaces.class).today());
        world.in(() -> recommendations.snooze(company, advice.id(), today.plusDays(3)));
        assertThat(list()).isEmpty();
        assertThat(ScopedClock.at(Instant.now().plus(4, ChronoUnit.DAYS), this::list))
                .hasSize(1);
        assertThatThrownBy(() -> world.in(() -> recommendations.snooze(company, advice.id(), today)))
                .hasMessageContaining("after today");
    }

    @Test
    void whatDoesNotStandAnyMoreCannotBeCarriedOut() {
        var advice = only();
        world.update("deal", deal, Map.of("next_step", "Call Ada"));
        assertThatThrownBy(() -> world.in(() -> recommendations.carryOut(company, advice.id())))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("Nothing calls for this any more");
        assertThatThrownBy(() -> world.in(() -> recommendations.dismiss(company, UUID.randomUUID(), null)))
                .isInstanceOf(AppException.class);
    }

    @Test
    void whoMayNotWriteDecidesNothingAndWhoSeesNothingGetsNothing() {
        var viewer = world.as(world.workspace().person("Vera Viewer", Role.VIEWER));
        var advice = only();
        assertThat(viewer.in(() -> recommendations.ofCompany(company, null, 10)))
                .hasSize(1);
        assertThatThrownBy(() -> viewer.in(() -> recommendations.dismiss(company, advice.id(), null)))
                .hasMessageContaining("viewer");
        var stranger = RecordWorld.fresh();
        assertThatThrownBy(() -> stranger.in(() -> recommendations.ofCompany(company, null, 10)))
                .hasMessageContaining("There is no such account");
    }

    @Test
    void eachIsToldOnceAsAnEventAndItsEndIsNoted() {
        var advice = only();
        assertThat(offer()).isOne();
        assertThat(offer()).isZero();
        world.in(() -> recommendations.carryOut(company, advice.id()));
        world.update("deal", deal, Map.of("next_step", "Call Ada"));
        offer();
        assertThat(world.in(() -> recommendations.outcomes()))
                .containsExactly(new Outcome("no_next_step", 1, 1, 0, 1, 0));
    }

    @Test
    void oneOwnListHasWhatOneOwns() {
        var other = world.workspace().person("Otto Other", Role.MEMBER);
        var mine = world.create(
                "deal",
                Map.of(
                        "name",
                        "Second line",
                        "company_id",
                        company,
                        "stage",
                        "discovery",
                        "owner_id",
                        other.person().value()));
        assertThat(world.as(other).in(() -> recommendations.mine(10)))
                .extracting(Advice::dealId)
                .containsExactly(mine);
    }

    @Test
    void nothingIsRecommendedWhereTheAgentIsOff() {
        world.in(() -> agents.change(Recommendations.AGENT, 0, false, null, RunLimits.NONE, null));
        assertThat(list()).isEmpty();
        assertThat(world.in(() -> recommendations.on())).isFalse();
    }

    private int offer() {
        return ActorScope.call(
                Actor.system(world.actor().tenant()),
                () -> java.util.Objects.requireNonNull(
                        Workspaces.bean(TransactionTemplate.class).execute(_ -> offers.offer(List.of(company)))));
    }

    private List<Advice> list() {
        return world.in(() -> recommendations.ofCompany(company, null, 10));
    }

    private Advice only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }
}
