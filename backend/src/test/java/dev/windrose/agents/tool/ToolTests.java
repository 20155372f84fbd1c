package dev.windrose.agents.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.tool.Effect;
import dev.windrose.records.change.Cause;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class ToolTests {

    @Autowired
    Tools tools;

    @Autowired
    CallTool call;

    RecordWorld world;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
    }

    @Test
    void anAgentsToolsAreFoundByWhatTheyAreFor() {
        assertThat(tools.search("how many deals are open and what are they worth", 3))
                .extracting(ToolDefinition::name)
                .contains("aggregate_records");
        assertThat(tools.search("remind somebody to call back on Friday", 3))
                .extracting(ToolDefinition::name)
                .contains("create_task");
        assertThat(tools.search("is this sentence true and in our voice", 3))
                .extracting(ToolDefinition::name)
                .contains("check_claims");
    }

    @Test
    void oneDefinitionIsRestSchemaAndCall() {
        var company = world.create("company", Map.of("name", "Quarrow Mills"));
        var described = get("/tools/find_records");
        assertThat(described.at("/effect").asString()).isEqualTo("read");
        assertThat(described.at("/schema/properties/type/description").asString())
                .isNotEmpty();
        var found = post(
                "/tools/find_records",
                Map.of(
                        "type",
                        "company",
                        "filter",
                        Map.of("field", "name", "op", "is", "value", "Quarrow Mills"),
                        "fields",
                        List.of("name")));
        assertThat(found.at("/total").asInt()).isOne();
        assertThat(found.at("/data/0/id").asString()).isEqualTo(company.toString());
        var read = post("/tools/read_record", Map.of("type", "company", "id", company, "history", 5));
        assertThat(read.at("/record/name").asString()).isEqualTo("Quarrow Mills");
        assertThat(read.at("/history/0/summary").asString()).isEqualTo("Quarrow Mills created");
    }

    @Test
    void wrongArgumentsAreNamedAndNothingHappens() {
        var answer = post("/tools/create_task", Map.of("description", 5, "confirm", true));
        assertThat(answer.at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("description", "confirm", "title");
        assertThat(post("/tools/find_record", Map.of()).at("/detail").asString())
                .contains("There is no tool \"find_record\"")
                .contains("find_records");
    }

    @Test
    void aToolChecksThePermissionsOfItsCaller() {
        var viewer = world.workspace().person("Vera Viewer", Role.VIEWER);
        assertThatThrownBy(() ->
                        world.as(viewer).in(() -> call.of("create_task", Map.of("title", "Call back"), ToolRights.ALL)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("viewer");
        var reader = with(world.actor(), Set.of("read"));
        assertThatThrownBy(() -> ActorScope.call(
                        reader, () -> call.of("create_task", Map.of("title", "Call back"), ToolRights.ALL)))
                .hasMessageContaining("lacks the scope 'write'");
    }

    @Test
    void rightsOfAnAgentOnlyTakeAway() {
        var reading = new ToolRights(Set.of(), Effect.READ);
        assertThatThrownBy(() -> world.in(() -> call.of("create_task", Map.of("title", "x"), reading)))
                .hasMessageContaining("may not use the tool create_task");
        var narrowed = new ToolRights(Set.of("find_records", "create_task"), Effect.WRITE).narrowedBy(reading);
        assertThat(narrowed.allow(tools.get("create_task"))).isFalse();
        assertThat(narrowed.allow(tools.get("find_records"))).isTrue();
        assertThat(narrowed.allow(tools.get("read_record"))).isFalse();
    }

    @Test
    void anAgentQuotesWhatItsChangesRestOn() {
        var company = world.create("company", Map.of("name", "Quarrow Mills"));
        var agent = world.actor().agent("Assistant");
        var scope = new CallScope(Cause.run(UUID.randomUUID()), () -> List.of("They moved: the city is  Lyon now."));
        assertThatThrownBy(() -> change(agent, scope, update(company, null)))
                .hasMessage("An agent says on which words a change rests.");
        assertThatThrownBy(() -> change(agent, scope, update(company, "the city is Paris")))
                .hasMessageContaining("stand neither in the goal nor in what was read");
        var done = change(agent, scope, update(company, "the city is Lyon"));
        assertThat(done.at("/change_sets/0/status").asString()).isEqualTo("applied");
        assertThat(world.get("company", company).text("description")).isEqualTo("Lyon");
    }

    @Test
    void anAgentsRiskyChangesWait() {
        var company = world.create("company", Map.of("name", "Quarrow Mills"));
        var deal = world.create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
        var agent = world.actor().agent("Assistant");
        var scope =
                new CallScope(Cause.run(UUID.randomUUID()), () -> List.of("close it as won and delete the company"));
        var done = change(
                agent,
                scope,
                Map.of(
                        "summary",
                        "Close",
                        "operations",
                        List.of(
                                Map.of(
                                        "op",
                                        "update",
                                        "type",
                                        "deal",
                                        "id",
                                        deal,
                                        "values",
                                        Map.of("stage", "won"),
                                        "evidence",
                                        "close it as won"),
                                Map.of(
                                        "op",
                                        "delete",
                                        "type",
                                        "company",
                                        "id",
                                        company,
                                        "evidence",
                                        "delete the company"))));
        assertThat(done.at("/waits_for_decision").asBoolean()).isTrue();
        assertThat(done.at("/change_sets/0/status").asString()).isEqualTo("proposed");
        assertThat(world.get("deal", deal).text("stage")).isEqualTo("proposal");
        assertThat(world.get("company", company).binned()).isFalse();
    }

    @Test
    void workThatHangsIsGivenUpAndKeepsNothing() {
        var kept = new AtomicBoolean();
        var begin = System.nanoTime();
        assertThatThrownBy(() -> world.in(() -> TimeLimit.call("slow_tool", Duration.ofMillis(200), gate -> {
                    pauseWhateverIsSaid(600);
                    gate.pass();
                    kept.set(true);
                    return 1;
                })))
                .hasMessage("slow_tool took longer than 200 ms and was stopped.");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
        pauseWhateverIsSaid(800);
        assertThat(kept).isFalse();
    }

    private static void pauseWhateverIsSaid(long millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException ignored) {
                // This one does not listen.
            }
        }
    }

    private static Map<String, Object> update(UUID company, @org.jspecify.annotations.Nullable String quote) {
        var operation = new java.util.HashMap<String, Object>(
                Map.of("op", "update", "type", "company", "id", company, "values", Map.of("description", "Lyon")));
        if (quote != null) {
            operation.put("evidence", quote);
        }
        return Map.of("summary", "They moved", "operations", List.of(operation));
    }

    private JsonNode change(Actor agent, CallScope scope, Map<String, Object> arguments) {
        // Arguments come as JSON: ids are texts there.
        Map<String, Object> json = JsonMapper.shared()
                .convertValue(
                        JsonMapper.shared().valueToTree(arguments), new tools.jackson.core.type.TypeReference<>() {});
        return ActorScope.call(agent, () -> scope.call(() -> call.of("apply_changes", json, ToolRights.ALL)));
    }

    private static Actor with(Actor actor, Set<String> scopes) {
        return new Actor(actor.tenant(), actor.person(), actor.name(), actor.kind(), actor.role(), scopes);
    }

    private JsonNode post(String path, Object body) {
        return JsonMapper.shared()
                .readTree(world.workspace()
                        .http()
                        .post()
                        .uri("/api/v1" + path)
                        .body(body)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private JsonNode get(String path) {
        return JsonMapper.shared()
                .readTree(world.workspace()
                        .http()
                        .get()
                        .uri("/api/v1" + path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
