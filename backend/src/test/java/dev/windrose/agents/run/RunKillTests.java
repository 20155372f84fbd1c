package dev.windrose.agents.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.ManyStarts;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A process is killed again and again while it works on runs; each effect happens once, and none is lost. */
@WindroseTest
@Tag("slow")
class RunKillTests {

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
    void twentyKillsLoseAndDoubleNothing() throws Exception {
        kill(20, 3);
    }

    @Test
    @Tag("long")
    void aThousandKillsLoseAndDoubleNothing() throws Exception {
        kill(Integer.getInteger("windrose.kills", 1000), 2);
    }

    private void kill(int kills, int runsAKill) throws Exception {
        var world = RunWorld.fresh();
        var company = world.records().create("company", Map.of("name", "Quarrow Mills"));
        var runs = new ArrayList<AgentRun>();
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", settings.folder().toString());
        try (var starts = new ManyStarts(RunProcess.class, surroundings)) {
            for (int kill = 0; kill < kills; kill++) {
                for (int run = 0; run < runsAKill; run++) {
                    runs.add(world.start(plan(runs.size(), company.toString())));
                }
                try (var process = starts.next()) {
                    Thread.sleep(random.nextInt(700));
                    process.kill();
                }
            }
            try (var last = starts.next()) {
                awaitAll(world, runs, kills);
                last.kill();
            }
        }
        assertThat(runs).allMatch(run -> world.get(run).status().equals("done"));
        var titles = titles(world);
        assertThat(titles).doesNotHaveDuplicates().hasSize(runs.size() * 4);
        runs.forEach(run -> assertThat(world.names(run).stream().filter("step_done"::equals))
                .hasSize(5));
        System.out.printf("%d kills, %d runs, %d effects, each once%n", kills, runs.size(), titles.size());
    }

    /** Three effects side by side, one that needs them, and a look between. */
    private static RunPlan plan(int number, String company) {
        return RunPlan.of(
                RunShape.PLAN,
                "Run " + number,
                task(number, "a", company),
                task(number, "b", company),
                task(number, "c", company),
                RunStep.of("look", "find_records", new HashMap<>(Map.of("type", "company")), "a"),
                RunStep.of("d", "create_task", new HashMap<>(Map.of("title", number + " d")), "a", "b", "c", "look"));
    }

    private static RunStep task(int number, String name, String company) {
        return RunStep.of(
                name, "create_task", new HashMap<>(Map.of("title", number + " " + name, "company_id", company)));
    }

    private static void awaitAll(RunWorld world, List<AgentRun> runs, int kills) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120 + kills).toNanos();
        for (var run : runs) {
            while (!world.get(run).ended()) {
                assertThat(System.nanoTime())
                        .as("%s %s", world.get(run), world.names(run))
                        .isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    private static List<String> titles(RunWorld world) {
        var titles = new ArrayList<String>();
        String cursor = null;
        do {
            var after = cursor;
            var page = world.records().in(() -> Workspaces.bean(Records.class)
                    .page(RecordQuery.of("task").limit(500).after(after)));
            page.data().stream().map(RecordData::title).forEach(titles::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        return titles;
    }
}
