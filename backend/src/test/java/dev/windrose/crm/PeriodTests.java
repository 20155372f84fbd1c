package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.periods.PastPeriod;
import dev.windrose.records.periods.Period;
import dev.windrose.records.periods.Periods;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class PeriodTests {

    private static final Instant MARCH = Instant.parse("2026-03-01T09:00:00Z");

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void keepsWhenADealEnteredAndLeftEachStageAndWhoMovedIt() {
        var deal = ScopedClock.at(MARCH, () -> world.create("deal", Map.of("name", "Pumps")));
        var moved = at(
                5,
                () -> world.apply(
                        Cause.person(),
                        DraftOperation.update("deal", deal, Map.of("stage", "proposal"))
                                .because(new Evidence("They asked for an offer", null, null, null), null)));
        var stages = stages(deal);
        assertThat(stages).extracting(Period::value).containsExactly("proposal", "lead");
        assertThat(stages.getFirst()).satisfies(now -> {
            assertThat(now.enteredAt()).isEqualTo(day(5));
            assertThat(now.leftAt()).isNull();
            assertThat(now.by()).isEqualTo(world.actor().name());
            assertThat(now.reason()).isEqualTo("They asked for an offer");
            assertThat(now.changeSetId()).isEqualTo(moved.id().value());
        });
        assertThat(stages.getLast().enteredAt()).isEqualTo(MARCH);
        assertThat(stages.getLast().leftAt()).isEqualTo(day(5));
    }

    @Test
    void forgetsAStageThatWasUndone() {
        var deal = ScopedClock.at(MARCH, () -> world.create("deal", Map.of("name", "Pumps")));
        var moved = at(5, () -> world.update("deal", deal, Map.of("stage", "proposal")));
        var undo = at(6, () -> world.undo(moved));
        assertThat(stages(deal)).singleElement().satisfies(only -> {
            assertThat(only.value()).isEqualTo("lead");
            assertThat(only.enteredAt()).isEqualTo(MARCH);
            assertThat(only.leftAt()).isNull();
        });
        at(7, () -> world.undo(undo));
        assertThat(stages(deal)).extracting(Period::value).containsExactly("proposal", "lead");
        assertThat(stages(deal).getFirst().enteredAt()).isEqualTo(day(7));
    }

    @Test
    void goesOnFromALaterStageWhenAnEarlierStepIsUndone() {
        var deal = ScopedClock.at(MARCH, () -> world.create("deal", Map.of("name", "Pumps")));
        var first = at(2, () -> world.update("deal", deal, Map.of("stage", "proposal")));
        at(3, () -> world.update("deal", deal, Map.of("stage", "negotiation")));
        at(4, () -> world.update("deal", deal, Map.of("stage", "proposal")));
        at(5, () -> world.undo(first));
        assertThat(stages(deal))
                .extracting(Period::value)
                .containsExactly("lead", "proposal", "negotiation", "proposal", "lead");
        assertThat(stages(deal)).filteredOn(period -> period.leftAt() == null).hasSize(1);
    }

    @Test
    void neverLeavesBeforeItEntersWhenTheClockIsMovedBack() {
        var deal = at(10, () -> world.create("deal", Map.of("name", "Pumps")));
        at(3, () -> world.update("deal", deal, Map.of("stage", "proposal")));
        at(1, () -> world.update("deal", deal, Map.of("stage", "negotiation")));
        assertThat(stages(deal)).hasSize(3).allSatisfy(period -> assertThat(
                        period.leftAt() == null || !period.leftAt().isBefore(period.enteredAt()))
                .isTrue());
        assertThat(stages(deal).getFirst().value()).isEqualTo("negotiation");
        assertThat(stages(deal).getFirst().enteredAt()).isBetween(day(10), day(10).plusMillis(1));
    }

    @Test
    void takesWhatIsKnownFromBeforeWithItsOwnTimes() {
        var deal = world.create("deal", Map.of("name", "Pumps", "stage", "proposal"));
        load(deal, List.of(past("lead", 1, null), past("discovery", 8, null), past("proposal", 20, null)));
        assertThat(stages(deal)).extracting(Period::value).containsExactly("proposal", "discovery", "lead");
        assertThat(stages(deal).getLast().leftAt()).isEqualTo(day(8));
        assertThat(stages(deal).getFirst().source()).isEqualTo("loaded");
        world.update("deal", deal, Map.of("stage", "won"));
        assertThat(stages(deal)).hasSize(4);
    }

    @Test
    void refusesAPastThatCannotBe() {
        var deal = world.create("deal", Map.of("name", "Pumps", "stage", "proposal"));
        assertThatThrownBy(() -> load(deal, List.of(past("lead", 1, 9), past("proposal", 5, null))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("before lead is left");
        assertThatThrownBy(() -> load(deal, List.of(past("proposal", 1, null), past("lead", 5, null))))
                .hasMessageContaining("what the record is now");
        assertThatThrownBy(() -> load(deal, List.of(past("nowhere", 1, null)))).hasMessageContaining("no value of");
        assertThatThrownBy(() -> load(
                        deal,
                        List.of(new PastPeriod("proposal", Instant.parse("2999-01-01T00:00:00Z"), null, null, null))))
                .hasMessageContaining("future");
        assertThat(stages(deal)).hasSize(1);
    }

    @Test
    void keepsStatesAndOwnersToo() {
        var company = world.create("company", Map.of("name", "Calder Instruments", "customer_state", "exploring"));
        world.update("company", company, Map.of("owner_id", "me", "customer_state", "buying"));
        assertThat(of("company", company, "customer_state"))
                .extracting(Period::value)
                .containsExactly("buying", "exploring");
        assertThat(of("company", company, "owner_id")).hasSize(1);
        var issue = world.create("issue", Map.of("title", "Leak"));
        world.update("issue", issue, Map.of("status", "resolved", "assignee_id", "me"));
        assertThat(of("issue", issue, "status")).extracting(Period::value).containsExactly("resolved", "open");
        assertThat(of("issue", issue, "assignee_id")).hasSize(1);
    }

    @Test
    void givesARecordItsPastWhenItIsMade() {
        var body = Map.of(
                "name",
                "Pumps",
                "stage_history",
                List.of(
                        Map.of("value", "lead", "entered_at", day(1).toString()),
                        Map.of(
                                "value",
                                "proposal",
                                "entered_at",
                                day(8).toString(),
                                "reason",
                                "They asked for an offer")),
                "owner_history",
                List.of(Map.of(
                        "value",
                        Objects.requireNonNull(world.actor().person()).toString(),
                        "entered_at",
                        day(1).toString())));
        post("/api/v1/deals?dry_run=true", body).expectStatus().isOk();
        post("/api/v1/deals", body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.stage")
                .isEqualTo("proposal")
                .jsonPath("$.id")
                .<String>value(id -> {
                    assertThat(stages(UUID.fromString(id)))
                            .extracting(Period::value, Period::enteredAt, Period::leftAt)
                            .containsExactly(tuple("proposal", day(8), null), tuple("lead", day(1), day(8)));
                    assertThat(of("deal", UUID.fromString(id), "owner_id")).hasSize(1);
                });
    }

    @Test
    void makesNoRecordWhosePastCannotBe() {
        var body = Map.of(
                "title",
                "Leak",
                "status",
                "open",
                "status_history",
                List.of(Map.of("value", "resolved", "entered_at", day(1).toString())));
        post("/api/v1/issues?dry_run=true", body).expectStatus().isBadRequest();
        post("/api/v1/issues", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .<String>value(detail -> assertThat(detail).contains("what the record is now"));
        world.workspace()
                .http()
                .get()
                .uri("/api/v1/issues")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(0);
        world.workspace()
                .http()
                .get()
                .uri("/api/v1/deals/%s/weather-history".formatted(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private RestTestClient.ResponseSpec post(String path, Map<String, ?> body) {
        return world.workspace().http().post().uri(path).body(body).exchange();
    }

    private List<Period> stages(UUID deal) {
        return of("deal", deal, "stage");
    }

    private List<Period> of(String type, UUID record, String field) {
        return world.in(() -> Workspaces.bean(Periods.class).of(type, record, field));
    }

    private void load(UUID deal, List<PastPeriod> entries) {
        world.in(() -> Workspaces.bean(Periods.class).load("deal", deal, "stage", entries));
    }

    private static PastPeriod past(String value, int from, @Nullable Integer to) {
        return new PastPeriod(value, day(from), to == null ? null : day(to), null, null);
    }

    private static <T> T at(int day, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedClock.at(day(day), work);
    }

    private static Instant day(int day) {
        return MARCH.plusSeconds(86_400L * day);
    }
}
