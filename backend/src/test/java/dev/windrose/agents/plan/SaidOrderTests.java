package dev.windrose.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class SaidOrderTests {

    GoalWorld world;
    UUID company;
    UUID deal;
    UUID rival;
    LocalDate today;

    @BeforeEach
    void begin() {
        world = GoalWorld.fresh();
        company = world.records().create("company", Map.of("name", "Quarrow Mills"));
        deal = world.records()
                .create("deal", Map.of("name", "Quarrow Mills renewal", "company_id", company, "stage", "proposal"));
        rival = world.records().create("competitor", Map.of("name", "Dunlinware"));
        today = world.records()
                .in(() -> dev.windrose.testing.Workspaces.bean(Workspaces.class).today());
    }

    private UUID self() {
        return java.util.Objects.requireNonNull(world.records().actor().person())
                .value();
    }

    @Test
    void severalEffectsOfOneMessageAreOneChangeWithOneUndo() {
        var told = world.say(
                "Quarrow Mills went with Dunlinware, it was the price. Close the deal as lost, log the objection and give me a task in 90 days to ring them.");
        assertThat(GoalWorld.names(told)).contains("written", "answer");
        var lost = world.records().get("deal", deal);
        assertThat(lost.text("stage")).isEqualTo("lost");
        assertThat(lost.value("competitors")).isEqualTo(List.of(rival));
        assertThat(lost.text("lost_reason")).isEqualTo("price");
        assertThat(world.all("objection")).singleElement().satisfies(one -> {
            assertThat(one.text("category")).isEqualTo("price");
            assertThat(one.text("competitor")).isEqualTo("Dunlinware");
            assertThat(one.reference("company_id")).isEqualTo(company);
        });
        assertThat(world.all("task")).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("Ring them");
            assertThat(task.value("due_date")).isEqualTo(today.plusDays(90));
            assertThat(task.reference("assignee_id")).isEqualTo(self());
        });
        world.say("undo");
        assertThat(world.records().get("deal", deal).text("stage")).isEqualTo("proposal");
        assertThat(world.all("task")).isEmpty();
        assertThat(world.all("objection")).isEmpty();
    }

    @Test
    void aNameThatFitsTwoIsAskedOnce() {
        var other = world.records().create("company", Map.of("name", "Quarrow Homes"));
        var theirs = world.records()
                .create("deal", Map.of("name", "Quarrow Homes pilot", "company_id", other, "stage", "discovery"));
        assertThat(GoalWorld.question(world.say("Move the Quarrow deal to 30 September 2099.")))
                .contains("Quarrow Mills", "Quarrow Homes");
        world.say("The homes one");
        assertThat(world.records().get("deal", theirs).value("deal_expected_signing_date"))
                .isEqualTo(LocalDate.of(2099, 9, 30));
        assertThat(world.records().get("deal", deal).value("deal_expected_signing_date"))
                .isNull();
    }

    @Test
    void whatIsMissingIsAskedAndPutIn() {
        assertThat(GoalWorld.question(world.say("Open an issue for Quarrow Mills, high.")))
                .contains("What happened?");
        world.say("The scales print every label twice.");
        assertThat(world.all("issue")).singleElement().satisfies(issue -> {
            assertThat(issue.title()).isEqualTo("The scales print every label twice");
            assertThat(issue.text("priority")).isEqualTo("high");
            assertThat(issue.reference("company_id")).isEqualTo(company);
        });
    }

    @Test
    void onlyOwnOpenOverdueTasksAreMoved() {
        var late = task("Send the list", today.minusDays(3), "open", self());
        var done = task("Book the hall", today.minusDays(3), "done", self());
        var coming = task("Call back", today.plusDays(1), "open", self());
        var told = world.say("Push all my overdue tasks to 30 September 2099.");
        assertThat(GoalWorld.answer(told)).isEqualTo("1 task is moved.");
        assertThat(due(late)).isEqualTo(LocalDate.of(2099, 9, 30));
        assertThat(due(done)).isEqualTo(today.minusDays(3));
        assertThat(due(coming)).isEqualTo(today.plusDays(1));
    }

    private UUID task(String title, LocalDate due, String status, UUID who) {
        return world.records()
                .create(
                        "task",
                        Map.of("title", title, "due_date", due.toString(), "status", status, "assignee_id", who));
    }

    private Object due(UUID task) {
        return world.records().get("task", task).value("due_date");
    }

    @Test
    void colleaguesAreToldByACommentThatMentionsThem() {
        var told = world.say("Move the Quarrow Mills deal to 30 September 2099 and tell "
                + world.records().actor().name() + ".");
        assertThat(GoalWorld.names(told)).contains("written");
        assertThat(world.all("comment"))
                .singleElement()
                .extracting((RecordData comment) -> comment.value("mentions"))
                .isEqualTo(List.of(self()));
    }

    @Test
    void aPlanCanBeAskedForFirst() {
        assertThat(GoalWorld.names(world.say("plan: remind me on 30 September 2099 to call Quarrow Mills")))
                .containsExactly("plan");
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void aMessageThatAlsoReportsIsReadAsNewsWhole() {
        assertThat(GoalWorld.names(
                        world.say("Called Quarrow Mills today. Remind me on 30 September 2099 to send the offer.")))
                .contains("understood");
    }

    @Test
    void aConditionOrAQuestionIsNoOrder() {
        world.say("If the budget is there, move the Quarrow Mills deal to 30 September 2099.");
        assertThat(world.records().get("deal", deal).value("deal_expected_signing_date"))
                .isNull();
    }
}
