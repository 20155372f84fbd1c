package dev.windrose.agents.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.agents.run.Runs;
import dev.windrose.agents.tool.Tools;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Follows the recipe: what the command writes starts, runs, and passes its own cases. */
@WindroseTest
class NewAgentTests {

    private static final Path SCRIPT =
            Path.of("../ops/script/agent.sh").toAbsolutePath().normalize();

    @Autowired
    Tools tools;

    @Autowired
    Runs runs;

    @Test
    void whatTheCommandWritesIsGreenAtOnce(@TempDir Path folder) throws Exception {
        assertThat(script(folder, "stale-deals")).isZero();
        var file = ReadAgentFile.of(
                "stale-deals",
                Files.readString(folder.resolve("stale-deals/AGENT.md")),
                Files.readString(folder.resolve("stale-deals/evals.yaml")));
        assertThat(AgentFiles.problems(file, tools::find, name -> false)).isEmpty();
        var cases = AgentCases.read(Files.readString(folder.resolve("stale-deals/evals.yaml")));
        assertThat(cases.cases()).hasSize(3);
        var world = RecordWorld.fresh();
        var acme = world.create("company", Map.of("name", "Brimvale Foods"));
        var plan = new dev.windrose.agents.run.RunPlan(
                "List accounts",
                file.name(),
                file.shape(),
                FillInputs.of(file.steps(), Map.of("type", "company")),
                null,
                null,
                null,
                file.tools(),
                "read",
                file.limits());
        var run = world.in(() -> runs.start(plan));
        var ended = ended(world, run.id());
        assertThat(ended.error()).isNull();
        assertThat(ended.result().at("/data/0/id").asString()).isEqualTo(acme.toString());
    }

    @Test
    void aWrongNameOrAnAgentThatIsThereWritesNothing(@TempDir Path folder) throws Exception {
        assertThat(script(folder, "Stale Deals")).isNotZero();
        assertThat(script(folder, "twice")).isZero();
        var before = Files.readString(folder.resolve("twice/AGENT.md"));
        assertThat(script(folder, "twice")).isNotZero();
        assertThat(Files.readString(folder.resolve("twice/AGENT.md"))).isEqualTo(before);
        try (var all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).containsExactly("twice");
        }
    }

    @Test
    void theRecipeNamesWhatTheFileKnows() throws IOException {
        var recipe = Files.readString(Path.of("../docs/recipes/new-agent.md"));
        assertThat(List.of(
                        "name",
                        "version",
                        "purpose",
                        "when",
                        "tools",
                        "scopes",
                        "limits",
                        "shape",
                        "playbook",
                        "inputs",
                        "steps",
                        "fields",
                        "floor",
                        "world",
                        "repeat",
                        "expect",
                        "./windrose new-agent"))
                .allSatisfy(word -> assertThat(recipe).contains(word));
    }

    private dev.windrose.agents.run.AgentRun ended(RecordWorld world, java.util.UUID id) throws InterruptedException {
        for (int tries = 0; tries < 1500; tries++) {
            var now = world.in(() -> runs.get(id));
            if (now.ended()) {
                return now;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("The run has not ended.");
    }

    private static int script(Path folder, String name) throws Exception {
        var process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "fail() { echo \"$1\" >&2; exit 1; }; say() { echo \"$1\"; }; . \"$1\"; new_agent \"$2\" \"$3\"",
                        "new-agent",
                        SCRIPT.toString(),
                        name,
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
