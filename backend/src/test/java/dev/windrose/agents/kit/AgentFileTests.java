package dev.windrose.agents.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.agents.tool.ToolDefinition;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentFileTests {

    private static final String GOOD = """
            ---
            name: tidy-up
            version: 2
            purpose: Finds what is old.
            when: ["What is old?"]
            tools: [find_records]
            scopes: [read]
            limits: {steps: 3, seconds: 30}
            shape: single
            inputs: {type: The record type}
            steps:
              - id: find
                tool: find_records
                arguments: {type: {$input: type}, limit: 5}
            ---
            It finds old records.
            """;

    @Test
    void readsWhatTheFileSays() {
        var file = ReadAgentFile.of("tidy-up", GOOD, "cases");
        assertThat(file.version()).isEqualTo(2);
        assertThat(file.limits().steps()).isEqualTo(3);
        assertThat(file.says()).isEqualTo("It finds old records.");
        assertThat(problems(file)).isEmpty();
        assertThat(ReadAgentFile.of("tidy-up", GOOD, "other cases").print()).isNotEqualTo(file.print());
    }

    @Test
    void refusesAToolThatThereIsNot() {
        var file =
                ReadAgentFile.of("tidy-up", GOOD.replace("tools: [find_records]", "tools: [find_records, burn]"), "");
        assertThat(problems(file)).containsExactly("The agent tidy-up uses the tool burn, which there is not.");
    }

    @Test
    void refusesAScopeThatIsNotStated() {
        var file = ReadAgentFile.of("tidy-up", GOOD.replace("scopes: [read]", "scopes: [intake]"), "");
        assertThat(problems(file))
                .containsExactly("The agent tidy-up uses the tool find_records, whose scope read it does not state.");
    }

    @Test
    void refusesAStepWithAToolOrAnInputItDoesNotName() {
        var file = ReadAgentFile.of(
                "tidy-up",
                GOOD.replace("tool: find_records", "tool: read_record").replace("{$input: type}", "{$input: kind}"),
                "");
        assertThat(problems(file))
                .containsExactly(
                        "The agent tidy-up calls read_record in the step find without naming it among its tools.",
                        "The agent tidy-up takes the input kind in a step and does not say what it is.");
    }

    @Test
    void refusesAPlaybookThatThereIsNot() {
        var file = ReadAgentFile.of("tidy-up", GOOD.replace("shape: single", "shape: loop\nplaybook: sweep"), "");
        assertThat(problems(file)).containsExactly("The agent tidy-up goes by the playbook sweep, which there is not.");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> ReadAgentFile.of(
                        "other",
                        GOOD.replace("version: 2", "version: two")
                                .replace("purpose: Finds what is old.\n", "")
                                .replace("steps: 3, ", "")
                                .replace("shape", "form"),
                        ""))
                .hasMessageContaining("The agent other:")
                .hasMessageContaining("\"version\" is a whole number")
                .hasMessageContaining("\"purpose\" is missing")
                .hasMessageContaining("no limit of steps")
                .hasMessageContaining("\"form\" is not known")
                .hasMessageContaining("not that of its folder");
        assertThatThrownBy(() -> ReadAgentFile.of("x", "no dashes", "")).hasMessageContaining("three dashes");
        assertThatThrownBy(() -> ReadAgentFile.of("x", "---\na: [\n---\ntext", ""))
                .hasMessageContaining("The agent x:");
    }

    @Test
    void inputsTakeTheirPlacesAndWhatIsNotGivenIsLeftOut() {
        var steps = ReadAgentFile.of("tidy-up", GOOD, "").steps();
        assertThat(FillInputs.of(steps, Map.of("type", "deal")).getFirst().arguments())
                .isEqualTo(Map.of("type", "deal", "limit", 5));
        assertThat(FillInputs.of(steps, Map.of()).getFirst().arguments()).isEqualTo(Map.of("limit", 5));
    }

    private static List<String> problems(AgentFile file) {
        return AgentFiles.problems(
                file,
                name -> name.equals("burn")
                        ? Optional.empty()
                        : Optional.of(new ToolDefinition(
                                name, "x", Effect.READ, Tier.CORE, "read", Duration.ofSeconds(1), Map.of())),
                playbook -> false);
    }
}
