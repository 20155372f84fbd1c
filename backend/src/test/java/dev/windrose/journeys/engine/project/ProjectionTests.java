package dev.windrose.journeys.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyEngine;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.attribution.Credit;
import dev.windrose.journeys.engine.attribution.MarkovChain;
import dev.windrose.journeys.engine.attribution.PathWeights;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@WindroseTest
class ProjectionTests {

    /** A process that was just started, on the same folder and database. */
    private static ProjectedJourneys restarted() {
        return new ProjectedJourneys(
                Workspaces.bean(JourneySegmentStore.class),
                Workspaces.bean(SegmentFolder.class),
                Workspaces.bean(PlatformTransactionManager.class),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void answersAsPlainSqlDoes(int seed) {
        var random = new Random(seed);
        var world = RecordWorld.fresh();
        var events = new RandomEvents(world, random);
        var engine = Workspaces.bean(JourneyEngine.class);
        events.write(200);
        compareAll(world, engine, random, 6);
        for (int round = 0; round < 3; round++) {
            events.write(random.nextInt(60));
            events.change();
            compareAll(world, engine, random, 3);
            compareAll(world, restarted(), random, 1);
        }
        world.in(() -> {
            Workspaces.bean(ProjectedJourneys.class).forget();
            return null;
        });
        compareAll(world, engine, random, 3);
    }

    @Test
    void keepsItsAnswersWhenSegmentsAreWrittenAnew() {
        var random = new Random(11);
        var world = RecordWorld.fresh();
        var events = new RandomEvents(world, random);
        var engine = restarted();
        events.write(50);
        compareAll(world, engine, random, 1);
        events.write(150);
        events.change();
        world.in(() -> {
            engine.rewrite(Grain.PERSON);
            engine.rewrite(Grain.COMPANY);
            return null;
        });
        compareAll(world, engine, random, 3);
        compareAll(world, restarted(), random, 3);
        events.write(30);
        compareAll(world, engine, random, 3);
    }

    @Test
    void isBuiltAnewWhenAFileIsBrokenOrGone() throws IOException {
        var random = new Random(5);
        var world = RecordWorld.fresh();
        var events = new RandomEvents(world, random);
        events.write(120);
        compareAll(world, restarted(), random, 1);
        var folder = Workspaces.bean(ProcessSettings.class)
                .folder()
                .resolve("journeys")
                .resolve(world.workspace().tenant().value().toString());
        for (var file : files(folder)) {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 3] ^= 1;
            Files.write(file, bytes);
        }
        compareAll(world, restarted(), random, 1);
        for (var file : files(folder)) {
            Files.delete(file);
        }
        Files.writeString(folder.resolve("PERSON-left-behind"), "half");
        compareAll(world, restarted(), random, 1);
        assertThat(folder.resolve("PERSON-left-behind")).doesNotExist();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Each transaction writes three events, so a number that three does not divide has seen half of one. */
    @Test
    void seesWholeTransactionsOnlyWhileEventsArrive() throws Exception {
        var world = RecordWorld.fresh();
        var events = new RandomEvents(world, new Random(7));
        var engine = Workspaces.bean(JourneyEngine.class);
        var query = new JourneyQuery.Series(
                new JourneyQuery.Scope(
                        Grain.PERSON,
                        RandomEvents.START,
                        RandomEvents.START.plus(Duration.ofDays(400)),
                        Condition.kind("triple")),
                Condition.ANY,
                Buckets.Unit.QUARTER,
                ZoneId.of("UTC"),
                List.of());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 15; i++) {
                        events.in(jdbc -> triple(world, events, jdbc, number));
                    }
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                assertThat(total(world, engine, query) % 3).isZero();
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        assertThat(total(world, engine, query)).isEqualTo(4 * 15 * 3);
    }

    private static void triple(RecordWorld world, RandomEvents events, JdbcClient jdbc, int writer) {
        for (int i = 0; i < 3; i++) {
            jdbc.sql("insert into journey_events (tenant_id, id, occurred_at, kind, visitor_id, source, recorded_at)"
                            + " values (:tenant, gen_random_uuid(), '2025-02-01', 'triple', :visitor, 'test', now())")
                    .param("tenant", world.workspace().tenant().value())
                    .param("visitor", events.visitors().get(writer + i))
                    .update();
            jdbc.sql("select pg_sleep(0.002)").query((_, _) -> 1).list();
        }
    }

    private static long total(RecordWorld world, JourneyEngine engine, JourneyQuery query) {
        var answer = (JourneyAnswer.Series) world.in(() -> engine.answer(query));
        return answer.groups().getFirst().events().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void compareAll(RecordWorld world, JourneyEngine engine, Random random, int rounds) {
        world.in(() -> {
            var transaction = new org.springframework.transaction.support.TransactionTemplate(
                    Workspaces.bean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(_ -> {
                var sql = new SqlAnswers(Workspaces.bean(JdbcClient.class));
                var queries = new RandomQueries(random);
                for (int round = 0; round < rounds; round++) {
                    for (int i = 0; i < 3; i++) {
                        var funnel = queries.funnel();
                        compare(funnel, engine, sql);
                        compare(
                                new JourneyQuery.DropOffs(
                                        funnel,
                                        1 + random.nextInt(funnel.steps().size()),
                                        10_000),
                                engine,
                                sql);
                    }
                    compare(queries.retention(), engine, sql);
                    compare(queries.paths(), engine, sql);
                    compare(queries.attribution(), engine, sql);
                    compare(queries.series(), engine, sql);
                    compare(queries.comparison(), engine, sql);
                }
            });
            return null;
        });
    }

    private static void compare(JourneyQuery.Funnel query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.Funnel) engine.answer(query);
        var levels = sql.levels(query);
        var times = sql.times(query);
        var found = new HashMap<List<String>, List<Long>>();
        for (var group : answer.groups()) {
            found.put(
                    group.values(),
                    group.steps().stream().map(JourneyAnswer.Step::entities).toList());
            for (int step = 2; step <= query.steps().size(); step++) {
                var expected = times.getOrDefault(group.values(), Map.of()).get(step);
                var actual = group.steps().get(step - 1).fromStart();
                assertThat(actual == null).as("%s", query).isEqualTo(expected == null);
                if (actual != null) {
                    assertThat(new double[] {actual.p10(), actual.p25(), actual.median(), actual.p75(), actual.p90()})
                            .as("%s", query)
                            .containsExactly(
                                    java.util.Arrays.stream(expected)
                                            .mapToDouble(Double::doubleValue)
                                            .toArray(),
                                    within(1e-3));
                }
            }
        }
        var expected = new HashMap<List<String>, List<Long>>();
        levels.forEach((group, counts) -> {
            var reached = new ArrayList<Long>();
            for (int level = 1; level < counts.length; level++) {
                long sum = 0;
                for (int at = level; at < counts.length; at++) {
                    sum += counts[at];
                }
                reached.add(sum);
            }
            expected.put(group, reached);
        });
        if (query.breakdown().isEmpty() && expected.isEmpty()) {
            expected.put(List.of(), query.steps().stream().map(_ -> 0L).toList());
        }
        assertThat(found).as("%s", query).isEqualTo(expected);
    }

    private static void compare(JourneyQuery.DropOffs query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.DropOffs) engine.answer(query);
        assertThat(new HashSet<>(answer.entities())).as("%s", query).isEqualTo(sql.dropOffs(query));
        assertThat(answer.all()).isEqualTo(answer.entities().size());
    }

    private static void compare(JourneyQuery.Retention query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.Retention) engine.answer(query);
        var found = new HashMap<String, Map<Integer, Long>>();
        for (var cohort : answer.cohorts()) {
            var counts = new HashMap<>(Map.of(-1, cohort.size()));
            for (int i = 0; i < cohort.returned().size(); i++) {
                if (cohort.returned().get(i) > 0) {
                    counts.put(i, cohort.returned().get(i));
                }
            }
            found.put(cohort.first().toString(), counts);
        }
        assertThat(found).as("%s", query).isEqualTo(sql.retention(query));
    }

    private static void compare(JourneyQuery.PathsFrom query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.PathsFrom) engine.answer(query);
        var found = new HashMap<List<String>, Long>();
        answer.paths().forEach(path -> found.put(path.values(), path.entities()));
        assertThat(found).as("%s", query).isEqualTo(sql.paths(query));
    }

    private static void compare(JourneyQuery.Attribution query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.Attribution) engine.answer(query);
        var paths = sql.touches(query);
        same(answer.credits().get("first"), PathWeights.FIRST.credit(paths));
        same(answer.credits().get("last"), PathWeights.LAST.credit(paths));
        same(answer.credits().get("linear"), PathWeights.LINEAR.credit(paths));
        same(answer.credits().get("position"), PathWeights.POSITION.credit(paths));
        same(answer.credits().get("markov_1"), new MarkovChain(paths, 1).credit());
        same(answer.credits().get("markov_2"), new MarkovChain(paths, 2).credit());
        var decayed = sql.decayed(query);
        for (var credit : answer.credits().get("time_decay")) {
            var expected = decayed.getOrDefault(credit.channel(), new double[2]);
            assertThat(credit.conversions()).isCloseTo(expected[0], within(1e-9));
            assertThat(credit.value()).isCloseTo(expected[1], within(1e-3));
        }
    }

    private static void same(List<Credit> found, List<Credit> expected) {
        var wanted = new HashMap<String, Credit>();
        expected.forEach(credit -> wanted.put(credit.channel(), credit));
        assertThat(found).hasSameSizeAs(expected);
        for (var credit : found) {
            assertThat(credit.conversions())
                    .isCloseTo(wanted.get(credit.channel()).conversions(), within(1e-6));
            assertThat(credit.value()).isCloseTo(wanted.get(credit.channel()).value(), within(1e-2));
        }
    }

    private static void compare(JourneyQuery.Series query, JourneyEngine engine, SqlAnswers sql) {
        same((JourneyAnswer.Series) engine.answer(query), query, sql);
    }

    private static void same(JourneyAnswer.Series answer, JourneyQuery.Series query, SqlAnswers sql) {
        var found = new HashMap<List<String>, Map<String, List<Long>>>();
        for (var group : answer.groups()) {
            for (int i = 0; i < answer.periods().size(); i++) {
                if (group.events().get(i) > 0) {
                    found.computeIfAbsent(group.values(), _ -> new HashMap<>())
                            .put(
                                    answer.periods().get(i).toString(),
                                    List.of(
                                            group.events().get(i),
                                            group.entities().get(i),
                                            group.amounts().get(i)));
                }
            }
        }
        assertThat(found).as("%s", query).isEqualTo(sql.series(query));
    }

    private static void compare(JourneyQuery.Comparison query, JourneyEngine engine, SqlAnswers sql) {
        var answer = (JourneyAnswer.Comparison) engine.answer(query);
        var series = (JourneyQuery.Series) query.query();
        same((JourneyAnswer.Series) answer.now(), series, sql);
        var before = new JourneyQuery.Scope(
                series.scope().grain(), query.from(), query.to(), series.scope().where());
        same((JourneyAnswer.Series) answer.before(), series.within(before), sql);
    }
}
