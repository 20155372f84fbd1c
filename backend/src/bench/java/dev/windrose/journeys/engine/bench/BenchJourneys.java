package dev.windrose.journeys.engine.bench;

import dev.windrose.bench.Report;
import dev.windrose.journeys.engine.AnswerQuery;
import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.Sources;
import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.EventView;
import dev.windrose.journeys.engine.column.RowScope;
import dev.windrose.journeys.engine.column.Scan;
import dev.windrose.journeys.engine.column.Segment;
import dev.windrose.journeys.engine.column.SegmentWriter;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import dev.windrose.journeys.engine.fold.RowMasks;
import dev.windrose.journeys.engine.fold.TouchFold;
import dev.windrose.journeys.engine.fold.TransitionCounts;
import dev.windrose.platform.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Times questions over a segment, and the same questions in two databases in the same run. */
public final class BenchJourneys {

    private static final int ROUNDS = 21;
    private static final List<Integer> FIVE = List.of(1, 2, 3, 4, 6);
    private static final List<Integer> TWELVE = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    private static final JourneyQuery.Scope ALL = new JourneyQuery.Scope(
            Grain.PERSON, Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"), Condition.ANY);

    private final Sources sources;
    private final List<OtherDatabase> others;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private BenchJourneys(Sources sources, List<OtherDatabase> others) {
        this.sources = sources;
        this.others = others;
    }

    /** Arguments: a folder, how many events, and {@code first} to time the first question of a new process over the segment that is there. */
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        long events = Long.parseLong(args[1]);
        var file = folder.resolve("segment-" + events);
        if (args.length > 2) {
            first(file);
            return;
        }
        new Report().machine(Clock.systemUTC());
        say("%,d events", events);
        long begin = System.nanoTime();
        write(file, new GenerateEvents(events));
        say(
                "segment generated and written in %.1f s, %d MB on the disk",
                (System.nanoTime() - begin) / 1e9, Files.size(file) >> 20);
        inNewProcess(args);
        var sources = open(file, true);
        var others = new ArrayList<OtherDatabase>();
        if (events <= 20_000_000) {
            var generate = new GenerateEvents(events);
            others.add(OtherDatabase.duckDb(folder.resolve("events-" + System.nanoTime() + ".duckdb"), generate));
            var home = folder.resolve("postgres");
            var server = EmbeddedPostgres.start(home, 0);
            try (server) {
                var url = "jdbc:postgresql://127.0.0.1:"
                        + EmbeddedPostgres.runningPort(home).orElseThrow() + "/postgres";
                others.add(OtherDatabase.postgres(url, EmbeddedPostgres.ownerPassword(home), generate));
                new BenchJourneys(sources, others).run();
            }
        } else {
            new BenchJourneys(sources, others).run();
        }
    }

    private void run() throws Exception {
        say(
                "| Question | p50 | p95 | min | processor | %s",
                "DuckDB, ratio to p50 | PostgreSQL, ratio to p50 | Wanted p95 |");
        say("|---|---|---|---|---|---|---|---|");
        row("5-step funnel, 30 days", funnel(FIVE, List.of()), PlainQuestions.funnel(FIVE), "80 ms");
        row(
                "the same by channel",
                funnel(FIVE, List.of(Dimension.CHANNEL)),
                PlainQuestions.funnelBy(FIVE, List.of("channel")),
                "150 ms");
        row("retention by month", retention(), PlainQuestions.retention(), "80 ms");
        row("Markov inputs", this::transitions, PlainQuestions.transitions(), "120 ms");
        row("filtered daily series", series(), PlainQuestions.series(), "50 ms");
        row(
                "12 steps by 3 dimensions",
                funnel(TWELVE, List.of(Dimension.CHANNEL, Dimension.SEGMENT, Dimension.COUNTRY)),
                PlainQuestions.funnelBy(TWELVE, List.of("channel", "segment", "country")),
                "400 ms");
        for (var other : others) {
            say(
                    "levels of the funnel as in %s: %s",
                    other.name(), levels().equals(other.pairs(PlainQuestions.funnel(FIVE))) ? "equal" : "DIFFERENT");
        }
        say(
                "memory: heap %d MB, resident %s",
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20, resident());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    private void row(String name, Runnable ours, String sql, String wanted) {
        for (int i = 0; i < 10; i++) {
            ours.run();
        }
        var nanos = new long[ROUNDS];
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            ours.run();
            nanos[i] = System.nanoTime() - begin;
        }
        processor = (system.getProcessCpuTime() - processor) / ROUNDS;
        Arrays.sort(nanos);
        double half = nanos[ROUNDS / 2] / 1e6;
        var line = new StringBuilder("| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms |"
                .formatted(
                        name, half, nanos[(int) Math.ceil(ROUNDS * 0.95) - 1] / 1e6, nanos[0] / 1e6, processor / 1e6));
        for (var other : others) {
            long took =
                    IntStream.range(0, 3).mapToLong(_ -> other.time(sql)).min().orElse(-1);
            line.append(took < 0 ? " more than 90 s |" : " %.0f ms, %.1f |".formatted(took / 1e6, took / 1e6 / half));
        }
        say("%s %s |", line.append(" - |".repeat(2 - others.size())), wanted);
    }

    private Runnable asked(JourneyQuery query) {
        return () -> new AnswerQuery(sources, threads).answer(query);
    }

    private static JourneyQuery.Funnel query(List<Integer> kinds, List<Dimension> breakdown) {
        return new JourneyQuery.Funnel(
                ALL,
                kinds.stream().map(kind -> Condition.kind("kind" + kind)).toList(),
                FunnelShape.Order.ORDERED,
                Duration.ofDays(30),
                List.of(),
                breakdown,
                false);
    }

    private Runnable funnel(List<Integer> kinds, List<Dimension> breakdown) {
        return asked(query(kinds, breakdown));
    }

    private TreeMap<Long, Long> levels() {
        var answer = (JourneyAnswer.Funnel) new AnswerQuery(sources, threads).answer(query(FIVE, List.of()));
        var steps = answer.groups().getFirst().steps();
        var levels = new TreeMap<Long, Long>();
        for (int i = 0; i < steps.size(); i++) {
            long next = i + 1 < steps.size() ? steps.get(i + 1).entities() : 0;
            if (steps.get(i).entities() > next) {
                levels.put(i + 1L, steps.get(i).entities() - next);
            }
        }
        return levels;
    }

    private Runnable retention() {
        return asked(new JourneyQuery.Retention(
                ALL, Condition.kind("kind1", "kind7"), Condition.ANY, Buckets.Unit.MONTH, ZoneId.of("UTC")));
    }

    private Runnable series() {
        return asked(new JourneyQuery.Series(
                ALL,
                Condition.kind("kind6", "kind12")
                        .and(Dimension.COUNTRY, "country1", "country2", "country3", "country4", "country5")
                        .and(Dimension.SEGMENT, "segment2"),
                Buckets.Unit.DAY,
                ZoneId.of("UTC"),
                List.of()));
    }

    private void transitions() {
        int channel = Dimension.CHANNEL.ordinal();
        var kinds = sources.dictionary(Dimension.KIND);
        var bits = new long[kinds.size()];
        for (int kind = 13; kind <= 16; kind++) {
            bits[kinds.find("kind" + kind)] |= 1;
        }
        bits[kinds.find("kind6")] |= 2;
        bits[kinds.find("kind12")] |= 2;
        var masks = new RowMasks(List.of(new RowMasks.Table(Dimension.KIND.ordinal(), bits)), 2);
        new Scan(sources.view(), RowScope.ALL, new int[] {Dimension.KIND.ordinal(), channel}, true)
                        .run(
                                threads,
                                () -> new TouchFold(
                                        masks.copy(),
                                        channel,
                                        FunnelShape.ENDLESS,
                                        new TransitionCounts(sources.dictionary(Dimension.CHANNEL)
                                                .size())))
                        .stream()
                        .map(fold -> (TransitionCounts) fold.into())
                        .reduce(TransitionCounts::add);
    }

    private static void write(Path file, GenerateEvents events) throws Exception {
        Files.createDirectories(file.getParent());
        var dictionaries =
                Arrays.stream(Dimension.values()).map(_ -> new Dictionary()).toList();
        fill(dictionaries, Dimension.KIND, "kind", GenerateEvents.KINDS);
        fill(dictionaries, Dimension.CHANNEL, "channel", GenerateEvents.CHANNELS);
        fill(dictionaries, Dimension.COUNTRY, "country", GenerateEvents.COUNTRIES);
        fill(dictionaries, Dimension.SEGMENT, "segment", GenerateEvents.SEGMENTS);
        fill(dictionaries, Dimension.PRODUCT, "product", GenerateEvents.PRODUCTS);
        var codes = new int[Dimension.values().length];
        try (var writer = new SegmentWriter(file, codes.length)) {
            events.write((visitor, time, kind, channel, country, segment, product, amount) -> {
                codes[Dimension.KIND.ordinal()] = kind;
                codes[Dimension.CHANNEL.ordinal()] = channel;
                codes[Dimension.COUNTRY.ordinal()] = country;
                codes[Dimension.SEGMENT.ordinal()] = segment;
                codes[Dimension.PRODUCT.ordinal()] = product;
                writer.add(new UUID(visitor, visitor), time, codes, amount);
            });
            writer.finish(dictionaries);
        }
    }

    private static void fill(List<Dictionary> dictionaries, Dimension dimension, String name, int count) {
        for (int i = 1; i <= count; i++) {
            dictionaries.get(dimension.ordinal()).code(name + i);
        }
    }

    private static Sources open(Path file, boolean check) throws IOException {
        var segment = Segment.open(file, check);
        return new Sources(EventView.of(segment, Dimension.values().length), segment.dictionaries(), segment::key);
    }

    private static void first(Path file) throws IOException {
        long begin = System.nanoTime();
        var sources = open(file, true);
        long opened = System.nanoTime();
        new AnswerQuery(sources, Runtime.getRuntime().availableProcessors()).answer(query(FIVE, List.of()));
        long answered = System.nanoTime();
        new AnswerQuery(sources, Runtime.getRuntime().availableProcessors()).answer(query(FIVE, List.of()));
        say(
                "first question of a new process: opened with its checksum in %.0f ms, answered in %.0f ms, the second time in %.0f ms; resident %s",
                (opened - begin) / 1e6, (answered - opened) / 1e6, (System.nanoTime() - answered) / 1e6, resident());
    }

    private static void inNewProcess(String[] args) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchJourneys.class.getName(),
                        args[0],
                        args[1],
                        "first")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String resident() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("")
                : "unknown";
    }
}
