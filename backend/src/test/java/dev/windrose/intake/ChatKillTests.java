package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process is killed while it answers a message; whoever opens the conversation lets the next one go on. */
@WindroseTest
@Tag("slow")
class ChatKillTests {

    @Autowired
    Environment environment;

    @Autowired
    ProcessSettings settings;

    @Autowired
    Scheduler scheduler;

    final Random random = new Random();

    @BeforeEach
    void leaveTheWorkToTheProcess() {
        scheduler.pause();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void aRunThatWasKilledIsFinishedOnce() throws Exception {
        var world = RecordWorld.fresh();
        world.create("company", Map.of("name", "Quarrow Mills"));
        String thread = json(post(world, "/threads")).get("id").asString();
        for (String text : List.of("Called Quarrow Mills today.", "Met Quarrow Mills yesterday.", "undo that")) {
            try (var process = answering(world, thread, text)) {
                Thread.sleep(random.nextInt(300));
                process.kill();
            }
            resume(world, thread);
        }
        assertThat(json(get(world, "/threads/" + thread)).get("messages").findValuesAsString("role"))
                .containsExactly("user", "assistant", "user", "assistant", "user", "assistant");
        assertThat(count(world, "interaction")).as("the second was undone").isOne();
        assertThat(count(world, "user_prompt_log")).isEqualTo(2);
    }

    private static int count(RecordWorld world, String type) {
        return world.in(() -> Workspaces.bean(Records.class).query(RecordQuery.of(type)))
                .size();
    }

    private static void resume(RecordWorld world, String thread) {
        var running = json(get(world, "/threads/" + thread)).get("running_run_id");
        if (running.isNull()) {
            return;
        }
        String events = get(world, "/threads/%s/runs/%s/events".formatted(thread, running.asString()));
        assertThat(events.lines().filter(line -> line.startsWith("event:")))
                .doesNotHaveDuplicates()
                .contains("event:message_accepted", "event:written", "event:done");
    }

    private KillableProcess answering(RecordWorld world, String thread, String text) {
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", settings.folder().toString());
        surroundings.put("TEST_TENANT", world.actor().tenant().toString());
        surroundings.put(
                "TEST_PERSON", Objects.requireNonNull(world.actor().person()).toString());
        surroundings.put("TEST_THREAD", thread);
        surroundings.put("TEST_TEXT", text);
        return KillableProcess.start(ChatProcess.class, surroundings);
    }

    private static JsonNode json(String answer) {
        return JsonMapper.shared().readTree(answer);
    }

    private static String post(RecordWorld world, String path) {
        return Objects.requireNonNull(world.workspace()
                .http()
                .post()
                .uri("/api/v1" + path)
                .body(Map.of())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String get(RecordWorld world, String path) {
        return Objects.requireNonNull(world.workspace()
                .http()
                .get()
                .uri("/api/v1" + path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
