package dev.windrose.context.retrieval;

import dev.windrose.bench.Report;
import dev.windrose.bench.Samples;
import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.events.EventPosition;
import dev.windrose.llm.Embeddings;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * How fast and how completely passages are found. Texts are real sentences, about 350 characters of them. The first vectors are what the encoder
 * makes of such texts; the others are made from those with noise, since reading a million texts would take hours. The person who asks sees one record in ten.
 * The question is read by the encoder each time; reading the found passages from the database is not in these figures. Arguments: folder for the
 * index, folder of sentences, chunks.
 */
public final class BenchRetrieval {

    private static final int READ = 2_000;
    private static final double NOISE = 0.03;
    private static final int SEEN = 10;
    private static final int MOST = 10;
    private static final int LENGTH = 300;
    private static final int WARM = 200;
    private static final int ASKED = 500;
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final String TYPE = "note";
    private static final String ENCODER = "own";

    private final List<String> sentences;
    private final Random random = new Random(11);
    private final Embeddings embeddings = new Embeddings();
    private final List<float[]> read = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();

    private BenchRetrieval(List<String> sentences) {
        this.sentences = sentences;
    }

    public static void main(String... arguments) throws Exception {
        var bench = new BenchRetrieval(sentences(Path.of(arguments[1])));
        bench.run(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
    }

    private static List<String> sentences(Path folder) throws IOException {
        var sentences = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv")
                            && !path.getFileName().toString().contains("kept"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    var columns = line.split("\t");
                    String text = columns.length == 3 && columns[0].equals("en") ? columns[2] : "";
                    if (text.length() > 20) {
                        sentences.add(text);
                    }
                }
            }
        }
        return sentences;
    }

    private void run(Path folder, int chunks) throws Exception {
        new Report().machine(Clock.systemDefaultZone());
        System.out.printf(
                Locale.ROOT, "%,d chunks, %,d of them read by the encoder, noise %.2f%n%n", chunks, READ, NOISE);
        System.out.println("| Measure | Figure | Wanted |\n|---|---|---|");
        embeddings.of("warm");
        long before = resident();
        long processor = processor();
        var embed = Samples.of(0, READ, _ -> read.add(VectorBytes.unit(embeddings.of(text()))));
        line("reading a chunk, p50, p95", times(embed), "10 ms");
        line("the same in processor time, mean", "%.1f ms".formatted((processor() - processor) / 1e6 / READ), "10 ms");
        try (var index = ChunkIndex.create(folder, "bench", true, EventPosition.START)) {
            long begin = System.nanoTime();
            fill(index, chunks);
            index.refresh();
            index.commit();
            line("filling the index with words and vectors", "%.0f s".formatted((System.nanoTime() - begin) / 1e9), "");
            line("disk", "%d MB".formatted(index.bytes() >> 20), "");
            ask(index);
        }
        line(
                "memory above the encoder: resident, heap in use",
                "%d MB, %d MB".formatted((resident() - before) >> 20, heap() >> 20),
                "");
    }

    private void ask(ChunkIndex index) throws Exception {
        var here = new LuceneVectors(() -> Optional.of(index));
        var exact = new LuceneVectors(() -> Optional.of(index), Integer.MAX_VALUE);
        var filtered = scope(Set.of(), Map.of(TYPE, seen));
        var open = scope(Set.of(TYPE), Map.of());
        long processor = processor();
        line(
                "a question among what the person sees, p50, p95",
                times(asked(index, here, filtered)),
                "25 ms; of a million 60 ms");
        line(
                "the same in processor time, mean",
                "%.1f ms".formatted((processor() - processor) / 1e6 / (WARM + ASKED)),
                "");
        line("a question of somebody who sees all, p50, p95", times(asked(index, here, open)), "");
        var questions = IntStream.range(0, 200).mapToObj(_ -> question()).toList();
        var vectors = questions.stream()
                .map(question -> VectorBytes.unit(embeddings.of(question)))
                .toList();
        line(
                "vectors alone, seen; all",
                vectorTimes(here, filtered, vectors) + "; " + vectorTimes(here, open, vectors),
                "");
        line(
                "reference: every vector compared, seen; all",
                vectorTimes(exact, filtered, vectors) + "; " + vectorTimes(exact, open, vectors),
                "");
        line(
                "recall@10 against comparing every vector, seen; all",
                "%.3f; %.3f".formatted(recall(here, exact, filtered, vectors), recall(here, exact, open, vectors)),
                "0.95");
    }

    private Samples asked(ChunkIndex index, LuceneVectors vectors, ChunkScope scope) throws Exception {
        return Samples.of(WARM, ASKED, _ -> {
            String question = question();
            var words = index.words(scope, question, Retrieve.DEPTH);
            var near = vectors.search(scope, ENCODER, VectorBytes.unit(embeddings.of(question)), Retrieve.DEPTH);
            FuseScores.of(words, near);
        });
    }

    private static String vectorTimes(LuceneVectors index, ChunkScope scope, List<float[]> vectors) throws Exception {
        return times(Samples.of(
                20, vectors.size() - 20, round -> index.search(scope, ENCODER, vectors.get(round), Retrieve.DEPTH)));
    }

    private static double recall(LuceneVectors index, LuceneVectors exact, ChunkScope scope, List<float[]> vectors) {
        double sum = 0;
        for (float[] vector : vectors) {
            var wanted = ids(exact.search(scope, ENCODER, vector, MOST));
            var found = new HashSet<>(
                    ids(index.search(scope, ENCODER, vector, Retrieve.DEPTH)).subList(0, MOST));
            sum += (double) wanted.stream().filter(found::contains).count() / MOST;
        }
        return sum / vectors.size();
    }

    private static List<UUID> ids(List<VectorIndex.Near> near) {
        return near.stream().map(VectorIndex.Near::chunk).toList();
    }

    private void fill(ChunkIndex index, int chunks) {
        for (int i = 0; i < chunks; i++) {
            var source = Ids.next();
            if (i % SEEN == 0) {
                seen.add(source);
            }
            var vector = i < READ ? read.get(i) : noisy(read.get(random.nextInt(READ)));
            index.put(
                    TENANT,
                    TYPE,
                    source,
                    List.of(new Chunk(
                            TENANT,
                            Ids.next(),
                            TYPE,
                            source,
                            1,
                            0,
                            "body",
                            "",
                            text(),
                            "",
                            Traits.OF_RECORDS,
                            ENCODER,
                            vector)));
        }
    }

    private float[] noisy(float[] vector) {
        var other = vector.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] += (float) (NOISE * random.nextGaussian());
        }
        return VectorBytes.unit(other);
    }

    private String text() {
        var text = new StringBuilder(question());
        while (text.length() < LENGTH) {
            text.append(' ').append(question());
        }
        return text.toString();
    }

    private String question() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private static ChunkScope scope(Set<String> open, Map<String, Set<UUID>> some) {
        return new ChunkScope(
                TENANT,
                open,
                some,
                Map.of(),
                ChunkScope.ALL_LEVELS,
                List.of(),
                null,
                null,
                null,
                LocalDate.now(Clock.system(ZoneId.of("UTC"))));
    }

    private static String times(Samples samples) {
        return "%.1f, %.1f ms".formatted(samples.millisAt(50), samples.millisAt(95));
    }

    /** Of this thread, which does all of it: fit for a machine on which others work too. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** With pages of files that are mapped. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private static void line(String measure, String figure, String wanted) {
        System.out.printf("| %s | %s | %s |%n", measure, figure, wanted);
    }
}
