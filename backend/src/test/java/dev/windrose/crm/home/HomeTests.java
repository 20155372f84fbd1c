package dev.windrose.crm.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.work.MyWork;
import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkSource.Section;
import dev.windrose.platform.Role;
import dev.windrose.platform.people.Workspace;
import dev.windrose.records.Money;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.currency.ExchangeRate;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class HomeTests {

    private RecordWorld world;
    private LocalDate today;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
        today = world.in(() ->
                Workspaces.bean(dev.windrose.platform.people.Workspaces.class).today());
    }

    @Test
    void addsUpThePipelineAndSaysWhatLacksARate() {
        deal("proposal", 100, "USD");
        deal("proposal", 200, "EUR");
        deal("lead", 50, "USD");
        deal("won", 70, "USD");
        var home = home();
        var proposal = stage(home, "proposal");
        assertThat(proposal.count()).isEqualTo(2);
        assertThat(proposal.amount()).isNull();
        assertThat(proposal.perCurrency()).containsExactly(usd(100), new Money(new BigDecimal(200), "EUR"));
        assertThat(home.wonThisQuarter().amount()).isEqualTo(usd(70));
        world.in(() -> Workspaces.bean(ExchangeRates.class)
                .set(List.of(new ExchangeRate("eur", today, new BigDecimal("1.10"), null, null))));
        assertThat(stage(home(), "proposal").amount()).isEqualTo(usd(320));
        assertThat(home().open().amount()).isEqualTo(usd(370));
    }

    @Test
    void namesDealsThatNobodyMovesOn() {
        deal("proposal", 100, "USD");
        world.create(
                "deal",
                Map.of(
                        "name",
                        "Valves",
                        "owner_id",
                        "me",
                        "next_step",
                        "Call",
                        "next_step_due",
                        today.minusDays(2).toString()));
        var home = home();
        assertThat(home.dealsWithoutNextStep().count()).isEqualTo(1);
        assertThat(home.overdueNextSteps().deals())
                .extracting(HomePage.Deal::name)
                .containsExactly("Valves");
        assertThat(world.in(() -> Workspaces.bean(HomePages.class).read(true))
                        .open()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void opensListsWithAsManyDealsAsItCounts() {
        deal("proposal", 100, "USD");
        world.create("deal", Map.of("name", "Dated only", "next_step_due", today.toString()));
        world.create("deal", Map.of("name", "Undated", "next_step", "Call"));
        world.create("deal", Map.of("name", "Won", "stage", "won"));
        world.create("deal", Map.of("name", "Own", "owner_id", "me"));
        world.create(
                "deal",
                Map.of(
                        "name",
                        "Late",
                        "next_step",
                        "Call",
                        "next_step_due",
                        today.minusDays(1).toString(),
                        "deal_expected_signing_date",
                        today.toString()));
        for (boolean mine : List.of(false, true)) {
            var home = world.in(() -> Workspaces.bean(HomePages.class).read(mine));
            for (var list : List.of(home.dealsWithoutNextStep(), home.overdueNextSteps(), home.closingThisMonth())) {
                world.workspace()
                        .http()
                        .post()
                        .uri("/api/v1/deals/query")
                        .body(Map.of("filter", list.filter(), "count", true))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.total")
                        .isEqualTo((int) list.count());
            }
        }
        assertThat(home().dealsWithoutNextStep().count()).isEqualTo(3);
    }

    @Test
    void countsQuartersFromTheFirstMonthOfTheYearOfTheWorkspace() {
        var workspace = new Workspace(world.actor().tenant(), "x", "USD", "UTC", "monday", 2);
        assertThat(HomePages.quarterStart(LocalDate.parse("2026-01-15"), workspace))
                .isEqualTo("2025-11-01");
        assertThat(HomePages.quarterStart(LocalDate.parse("2026-02-01"), workspace))
                .isEqualTo("2026-02-01");
    }

    @Test
    void showsEverybodyTheirOwnWork() {
        var me = Objects.requireNonNull(world.actor().person()).value();
        task("Late", today.minusDays(3), "open");
        task("Today", today, "in_progress");
        task("Done", today.minusDays(1), "done");
        world.create("task", Map.of("title", "Ring", "assignee_id", me, "remind_at", "2026-01-01T08:00:00Z"));
        world.create(
                "deal",
                Map.of("name", "Valves", "owner_id", me, "next_step", "Call", "next_step_due", today.toString()));
        world.create(
                "deal",
                Map.of(
                        "name",
                        "Won",
                        "stage",
                        "won",
                        "owner_id",
                        me,
                        "next_step",
                        "Call",
                        "next_step_due",
                        "2026-01-01"));
        var work = world.in(() -> Workspaces.bean(MyWork.class).read());
        assertThat(titles(work, Section.OVERDUE_TASKS)).containsExactly("Late");
        assertThat(titles(work, Section.DUE_TASKS)).containsExactly("Today");
        assertThat(titles(work, Section.REMINDERS)).containsExactly("Ring");
        assertThat(titles(work, Section.NEXT_STEPS)).containsExactly("Valves");
    }

    @Test
    void countsOnlyDealsThatTheReaderMaySee() {
        var kim = world.as(world.workspace().person("Kim Ode", Role.MEMBER));
        var kimsId = Objects.requireNonNull(kim.actor().person()).value();
        deal("proposal", 100, "USD");
        world.in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(List.of(new AccessRule("deal", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        assertThat(kim.in(() -> Workspaces.bean(HomePages.class).read(false))
                        .open()
                        .count())
                .isZero();
        var company = world.create("company", Map.of("name", "Calder Instruments", "account_team", List.of(kimsId)));
        world.create("deal", Map.of("name", "Valves", "company_id", company));
        assertThat(kim.in(() -> Workspaces.bean(HomePages.class).read(false))
                        .open()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void showsMentionsUntilTheyAreAnswered() {
        var person = world.workspace().person("Kim Ode", Role.MEMBER);
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        var comment = world.create(
                "comment",
                Map.of("record_type", "company", "record_id", company.toString(), "body", "@[Kim Ode] can you look?"));
        var hers = world.as(person);
        var work = hers.in(() -> Workspaces.bean(MyWork.class).read());
        assertThat(work.get(Section.MENTIONS)).singleElement().satisfies(mention -> {
            assertThat(mention.by()).isEqualTo(world.actor().name());
            assertThat(Objects.requireNonNull(mention.about()).title()).isEqualTo("Calder Instruments");
        });
        hers.create(
                "comment",
                Map.of("record_type", "company", "record_id", company.toString(), "body", "Yes", "parent_id", comment));
        assertThat(hers.in(() -> Workspaces.bean(MyWork.class).read()).get(Section.MENTIONS))
                .isEmpty();
    }

    private void task(String title, LocalDate due, String status) {
        world.create("task", Map.of("title", title, "assignee_id", "me", "due_date", due.toString(), "status", status));
    }

    private void deal(String stage, int amount, String currency) {
        world.create("deal", Map.of("stage", stage, "deal_amount", amount, "deal_amount_currency", currency));
    }

    private HomePage home() {
        return world.in(() -> Workspaces.bean(HomePages.class).read(false));
    }

    private static HomePage.Stage stage(HomePage home, String stage) {
        return home.pipeline().stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(Map<Section, List<WorkItem>> work, Section section) {
        return work.getOrDefault(section, List.of()).stream()
                .map(WorkItem::title)
                .toList();
    }

    private static Money usd(int amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
