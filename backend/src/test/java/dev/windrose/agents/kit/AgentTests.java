package dev.windrose.agents.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.agents.run.RunLimits;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class AgentTests {

    private static final String NAME = "action-recommendation";

    @Autowired
    Agents agents;

    RecordWorld world;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
    }

    @Test
    void isAsShippedUntilAWorkspaceSaysOtherwise() {
        var agent = world.in(() -> agents.get(NAME));
        assertThat(agent.version().number()).isZero();
        assertThat(agent.tools()).isEqualTo(agent.file().tools());
        assertThat(world.in(() -> agents.versions(NAME))).hasSize(1);
        assertThatThrownBy(() -> world.in(() -> agents.get("nobody"))).hasMessage("There is no agent \"nobody\".");
    }

    @Test
    void aWorkspaceTakesRightsAwayAndKeepsTheHistory() {
        change(0, true, null, new RunLimits(2, null, null, 20L), "slower");
        var agent = world.in(() -> agents.get(NAME));
        assertThat(agent.limits().steps()).isEqualTo(2);
        assertThat(agent.limits().seconds()).isEqualTo(20);
        assertThat(agent.number()).isEqualTo(agent.file().version() + ".1");
        change(1, false, null, RunLimits.NONE, null);
        assertThatThrownBy(() -> world.in(() -> agents.start(NAME, "What is next?", Map.of())))
                .hasMessageContaining("switched off");
        assertThat(world.in(() -> agents.versions(NAME)))
                .extracting(AgentVersion::number)
                .containsExactly(2, 1, 0);
        assertThat(RecordWorld.fresh().in(() -> agents.get(NAME).version().on()))
                .isTrue();
    }

    @Test
    void nobodyCanGiveAnAgentMore() {
        assertThatThrownBy(() -> change(0, true, List.of("apply_changes"), RunLimits.NONE, null))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("can only take tools away");
        assertThatThrownBy(() -> change(0, true, null, new RunLimits(5000, null, null, null), null))
                .hasMessageContaining("lies between 1 and");
        assertThat(world.in(() -> agents.get(NAME)).version().number()).isZero();
    }

    @Test
    void anAgentWithoutToolsDoesNotStart() {
        change(0, true, List.of(), RunLimits.NONE, null);
        assertThatThrownBy(() -> world.in(() -> agents.start(NAME, "What is next?", Map.of())))
                .hasMessageContaining("no tools left");
    }

    @Test
    void onlyAdministratorsChangeAgentsAndNobodyOverwritesAnother() {
        var member = world.as(world.workspace().person("Mia Member", Role.MEMBER));
        assertThatThrownBy(() -> member.in(() -> agents.change(NAME, 0, false, null, RunLimits.NONE, null)))
                .isInstanceOf(AppException.class);
        change(0, false, null, RunLimits.NONE, null);
        assertThatThrownBy(() -> change(0, true, null, RunLimits.NONE, null)).hasMessageContaining("Somebody else");
    }

    @Test
    void anInputItDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> world.in(() -> agents.start(NAME, "What is next?", Map.of("colour", "red"))))
                .hasMessageContaining("takes no \"colour\"");
    }

    @Test
    void thePageHasWhatItShows() {
        var all = json("/api/v1/agents").at("/data");
        var one = java.util.stream.IntStream.range(0, all.size())
                .mapToObj(all::get)
                .filter(each -> each.at("/name").asString().equals(NAME))
                .findFirst()
                .orElseThrow();
        assertThat(one.at("/when").size()).isPositive();
        assertThat(one.at("/tools/0/allowed").asBoolean()).isTrue();
        assertThat(one.at("/use/cost").asString()).isEqualTo("0.00");
        assertThat(json("/api/v1/agents/" + NAME).at("/versions/0/by").asString())
                .isEqualTo("Windrose");
    }

    private void change(
            int based,
            boolean on,
            @org.jspecify.annotations.Nullable List<String> tools,
            RunLimits limits,
            @org.jspecify.annotations.Nullable String why) {
        world.in(() -> agents.change(NAME, based, on, tools, limits, why));
    }

    private JsonNode json(String path) {
        return JsonMapper.shared()
                .readTree(world.workspace()
                        .http()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
