package dev.windrose.agents.run;

import static dev.windrose.agents.run.RunWorld.goingOn;
import static dev.windrose.agents.run.RunWorld.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Role;
import dev.windrose.platform.tool.Effect;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class RunTests {

    RunWorld world;
    UUID company;

    @BeforeEach
    void begin() {
        world = RunWorld.fresh();
        company = world.records().create("company", Map.of("name", "Quarrow Mills"));
    }

    @Test
    void aPlanIsCarriedOutAndTold() throws Exception {
        var find = step("find", "find_records", "type", "company");
        var count = step("count", "aggregate_records", "type", "company");
        var task = step(
                "task",
                "create_task",
                "title",
                "Call Quarrow",
                "company_id",
                Map.of("$from", "find", "path", "data.0.id"));
        var run = world.ended(world.start(RunPlan.of(RunShape.PLAN, "Call them", find, count, task)));
        assertThat(run.status()).isEqualTo("done");
        assertThat(run.partial()).isFalse();
        assertThat(run.use().steps()).isEqualTo(3);
        assertThat(run.result().at("/task/status").asString()).isEqualTo("done");
        var made = UUID.fromString(
                run.result().at("/task/result/change_sets/0/operations/0/id").asString());
        var record = world.records().get("task", made);
        assertThat(record.reference("company_id")).isEqualTo(company);
        assertThat(world.names(run))
                .startsWith("run_started")
                .endsWith("done")
                .contains("step_started", "step_done")
                .hasSize(8);
        String events = world.get("/runs/%s/events".formatted(run.id()), Map.of("Last-Event-ID", "6"));
        assertThat(events.lines().filter(line -> line.startsWith("id:"))).containsExactly("id:7", "id:8");
    }

    @Test
    void aRunWaitsForTheDecisionOfAPersonAndGoesOn() throws Exception {
        var deal = world.records()
                .create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
        var plan = RunPlan.of(
                RunShape.PLAN,
                "They signed, close it",
                RunWorld.winning(deal),
                RunStep.of("after", "create_task", new HashMap<>(Map.of("title", "Send a welcome")), "win"));
        var run = world.await(world.start(plan), "waiting");
        assertThat(tasks()).isZero();
        var set = run.waitsFor().at("/0/change_set_id").asString();
        assertThat(world.post("/change-sets/%s/apply".formatted(set), Map.of())
                        .at("/status")
                        .asString())
                .isEqualTo("applied");
        run = world.ended(run);
        assertThat(run.status()).as("%s", run).isEqualTo("done");
        assertThat(world.records().get("deal", deal).text("stage")).isEqualTo("won");
        assertThat(tasks()).isOne();
        assertThat(world.names(run)).contains("waiting", "decided");
    }

    @Test
    void aRefusalEndsWhatNeedsItWithItsReason() throws Exception {
        var deal = world.records()
                .create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
        var run = world.await(
                world.start(RunPlan.of(RunShape.SINGLE, "They signed, close it", RunWorld.winning(deal))), "waiting");
        var set = run.waitsFor().at("/0/change_set_id").asString();
        world.post("/change-sets/%s/refuse".formatted(set), Map.of("reason", "Not signed yet"));
        run = world.ended(run);
        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.error()).contains("Not signed yet");
        assertThat(world.records().get("deal", deal).text("stage")).isEqualTo("proposal");
    }

    @Test
    void anApprovalAfterTheRecordChangedIsAConflictAndWritesNothing() throws Exception {
        var deal = world.records()
                .create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
        var run = world.await(
                world.start(RunPlan.of(RunShape.SINGLE, "They signed, close it", RunWorld.winning(deal))), "waiting");
        world.records().update("deal", deal, Map.of("stage", "negotiation"));
        var set = run.waitsFor().at("/0/change_set_id").asString();
        var decided = world.post("/change-sets/%s/apply".formatted(set), Map.of());
        assertThat(decided.at("/operations/0/status").asString())
                .as("%s", decided)
                .isEqualTo("conflict");
        run = world.ended(run);
        assertThat(run.status()).isEqualTo("failed");
        assertThat(world.records().get("deal", deal).text("stage")).isEqualTo("negotiation");
    }

    @Test
    void aToolThatHangsIsGivenUpAndSaidAndItsFallbackIsCalled() throws Exception {
        var hangs = goingOn(
                step("slow", "sample_hang", "name", "x"),
                new RunStep.Fallback("find_records", new HashMap<>(Map.of("type", "company"))));
        var alone = goingOn(step("alone", "sample_hang", "name", "y"), null);
        var run = world.ended(world.start(RunPlan.of(RunShape.PLAN, "Look", hangs, alone)));
        assertThat(run.status()).isEqualTo("done");
        assertThat(run.partial()).isTrue();
        assertThat(run.error()).isEqualTo("sample_hang took longer than 1 s and was stopped.");
        assertThat(run.result().at("/slow/result/total").asInt()).isOne();
        assertThat(run.result().at("/alone/status").asString()).isEqualTo("failed");
    }

    @Test
    void whatIsOutsideIsTriedAgain() throws Exception {
        var name = UUID.randomUUID().toString();
        var run =
                world.ended(world.start(RunPlan.of(RunShape.SINGLE, "Try", step("try", "sample_flaky", "name", name))));
        assertThat(run.result().at("/calls").asInt()).isEqualTo(3);
        assertThat(world.names(run)).containsOnlyOnce("step_started").contains("step_retried");
    }

    @Test
    void aLimitEndsARunWithWhatThereIs() throws Exception {
        var plan = RunPlan.of(
                        RunShape.PLAN,
                        "Count",
                        step("one", "find_records", "type", "company"),
                        RunStep.of("two", "find_records", new HashMap<>(Map.of("type", "contact")), "one"),
                        RunStep.of("three", "find_records", new HashMap<>(Map.of("type", "deal")), "two"))
                .within(new RunLimits(2, null, null, null));
        var run = world.ended(world.start(plan));
        assertThat(run.status()).isEqualTo("done");
        assertThat(run.partial()).isTrue();
        assertThat(run.error()).isEqualTo("The limit of 2 steps is reached.");
        assertThat(run.result().at("/three/status").asString()).isEqualTo("not_begun");
    }

    @Test
    void whatAnExtractionLacksIsAskedForOnce() throws Exception {
        var plan = new RunPlan(
                "Read this",
                null,
                "extract",
                List.of(step("read", "sample_extract", "text", "x", "found", Map.of("amount", 500))),
                null,
                null,
                Map.of("amount", "How much", "name", "Of whom"),
                null,
                null,
                null);
        var run = world.await(world.start(plan), "waiting");
        assertThat(run.waitsFor().at("/0/fields").propertyNames()).containsExactly("name");
        var answered = world.post(
                "/runs/%s/answer".formatted(run.id()), Map.of("question", "missing", "answer", Map.of("size", 1)));
        assertThat(answered.at("/detail").asString()).isEqualTo("\"size\" is not asked for.");
        world.post(
                "/runs/%s/answer".formatted(run.id()),
                Map.of("question", "missing", "answer", Map.of("name", "Quarrow")));
        run = world.ended(run);
        assertThat(run.result().at("/name").asString()).isEqualTo("Quarrow");
        assertThat(run.result().at("/amount").asInt()).isEqualTo(500);
        assertThat(run.partial()).isFalse();
    }

    @Test
    void aLoopGoesRoundByRoundAndAsks() throws Exception {
        var run = world.await(world.start(RunPlan.loop("Look around", "sample_rounds", Map.of())), "waiting");
        assertThat(run.waitsFor().at("/0/text").asString()).isEqualTo("Which one?");
        var id = run.id();
        world.records()
                .in(() -> RunWorld.runs().answer(id, "round_3", new HashMap<>(Map.of("company", "Quarrow Mills"))));
        run = world.ended(run);
        assertThat(run.status()).as("%s", run).isEqualTo("done");
        assertThat(run.result().at("/looked").asInt()).isEqualTo(2);
        assertThat(run.result().at("/company").asString()).isEqualTo("Quarrow Mills");
    }

    @Test
    void subRunsMayDoNoMoreThanTheirParent() throws Exception {
        var child = RunPlan.of(RunShape.SINGLE, "Look there", step("look", "find_records", "type", "company"));
        var whole = RunPlan.of(
                RunShape.PLAN,
                "Look everywhere",
                new RunStep("sub", null, null, null, null, null, null, child),
                step("own", "find_records", "type", "contact"));
        var run = world.ended(world.start(whole.using(Effect.READ, "find_records")));
        assertThat(run.status()).as("%s", run).isEqualTo("done");
        assertThat(run.result().at("/sub/result/total").asInt()).isOne();
        var id = run.id();
        var tree = world.records().in(() -> RunWorld.runs().tree(id));
        assertThat(tree).hasSize(2);
        assertThat(tree.getLast().plan().tools()).containsExactly("find_records");
        assertThat(run.use().steps()).isEqualTo(2);
        assertThatThrownBy(() -> world.start(RunPlan.of(
                                RunShape.PLAN,
                                "More",
                                new RunStep(
                                        "sub",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        RunPlan.of(RunShape.SINGLE, "Write", step("t", "create_task", "title", "x"))))
                        .using(Effect.READ, "find_records")))
                .hasMessageContaining("may not use the tool create_task");
    }

    @Test
    void aRunIsPausedGoesOnAndIsCancelled() throws Exception {
        var plan = RunPlan.of(
                RunShape.PLAN,
                "Slowly",
                step("one", "sample_pause", "millis", 300),
                RunStep.of("two", "create_task", new HashMap<>(Map.of("title", "Later")), "one"));
        var run = world.start(plan);
        var id = run.id();
        world.records().in(() -> RunWorld.runs().pause(id));
        world.await(run, "waiting");
        assertThat(tasks()).isZero();
        world.records().in(() -> RunWorld.runs().resume(id));
        assertThat(world.ended(run).status()).isEqualTo("done");
        assertThat(tasks()).isOne();
        var other = world.start(plan);
        Thread.sleep(100);
        world.records().in(() -> RunWorld.runs().cancel(other.id()));
        assertThat(world.get(other).status()).isEqualTo("cancelled");
        Thread.sleep(600);
        assertThat(tasks()).isOne();
        assertThat(world.names(other)).endsWith("cancelled").containsOnlyOnce("cancelled");
    }

    @Test
    void impossiblePlansAreRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() -> world.start(RunPlan.of(RunShape.PLAN, "x", step("a", "no_such_tool"))))
                .hasMessageContaining("There is no tool");
        assertThatThrownBy(() -> world.start(RunPlan.of(
                        RunShape.PLAN,
                        "x",
                        RunStep.of("a", "find_records", new HashMap<>(Map.of("type", "deal")), "b"),
                        RunStep.of("b", "find_records", new HashMap<>(Map.of("type", "deal")), "a"))))
                .hasMessageContaining("need each other in a circle");
        assertThatThrownBy(
                        () -> world.start(RunPlan.of(RunShape.PLAN, "x", step("a", "create_task", "due_date", "soon"))))
                .hasMessageContaining("takes a day");
        assertThatThrownBy(() -> world.start(RunPlan.of(RunShape.PLAN, " ", step("a", "find_records", "type", "deal"))))
                .hasMessage("What is the goal?");
        assertThatThrownBy(() -> world.start(RunPlan.loop("x", "no_such_playbook", Map.of())))
                .hasMessageContaining("There is no playbook");
    }

    @Test
    void anAgentCanNeitherDecideNorRaiseItsRights() throws Exception {
        var deal = world.records()
                .create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
        var run = world.await(
                world.start(RunPlan.of(RunShape.SINGLE, "They signed, close it", RunWorld.winning(deal))), "waiting");
        var set = run.waitsFor().at("/0/change_set_id").asString();
        var agent = world.records().as(world.records().actor().agent("Agent"));
        assertThatThrownBy(() -> agent.in(() -> Workspaces.bean(dev.windrose.records.change.Decisions.class)
                        .apply(new dev.windrose.platform.id.ChangeSetId(UUID.fromString(set)), java.util.Set.of())))
                .hasMessage("An agent decides on no change. A person has to.");
        var confirming = step("t", "create_task", "title", "x", "approved", true);
        assertThatThrownBy(() -> world.start(RunPlan.of(RunShape.SINGLE, "x", confirming)))
                .hasMessageContaining("There is no argument \"approved\"");
    }

    @Test
    void runsAreSeenByWhoStartedThem() throws Exception {
        var run = world.ended(
                world.start(RunPlan.of(RunShape.SINGLE, "Look", step("look", "find_records", "type", "company"))));
        var other = world.records().as(world.records().workspace().person("Mo Member", Role.MEMBER));
        assertThatThrownBy(() -> other.in(() -> RunWorld.runs().get(run.id()))).hasMessage("There is no such run.");
        var viewer = world.records().as(world.records().workspace().person("Vi Viewer", Role.VIEWER));
        assertThatThrownBy(() -> viewer.in(() -> RunWorld.runs()
                        .start(RunPlan.of(RunShape.SINGLE, "Look", step("look", "find_records", "type", "company")))))
                .hasMessageContaining("viewer");
    }

    @Test
    void aReplayShowsWhatWouldBeDifferentToday() throws Exception {
        var run = world.ended(world.start(RunPlan.of(
                RunShape.PLAN,
                "Count and note",
                step("count", "aggregate_records", "type", "company"),
                step("task", "create_task", "title", "Once"))));
        world.records().create("company", Map.of("name", "Tidewater Books"));
        var data = world.post("/runs/%s/replay".formatted(run.id()), Map.of()).at("/data");
        assertThat(data.findValuesAsString("outcome")).containsExactlyInAnyOrder("changed", "not_repeated");
        assertThat(data.toString()).contains("\"path\":\"/total/count\"");
        assertThat(tasks()).isOne();
    }

    private int tasks() {
        return world.records()
                .in(() -> Workspaces.bean(Records.class).query(RecordQuery.of("task")))
                .size();
    }
}
