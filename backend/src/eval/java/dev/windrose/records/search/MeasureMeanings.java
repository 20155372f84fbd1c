package dev.windrose.records.search;

import dev.windrose.llm.Embeddings;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/** What many kept texts take of the disk and the memory, and how fast those like one are found. Argument: how many. */
public final class MeasureMeanings {

    private static final int QUESTIONS = 200;
    private static final double MEGA = 1e6;

    private MeasureMeanings() {}

    public static void main(String... arguments) throws IOException {
        int many = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("windrose-meanings");
        var random = new Random(7);
        var tenant = new TenantId(Ids.next());
        long before = heap();
        try (var index = new MeaningIndex(folder)) {
            long begin = System.nanoTime();
            long most = 0;
            for (int i = 0; i < many; i++) {
                index.put(tenant, "interaction", Ids.next(), i, List.of(vector(random)));
                if (i % 20_000 == 19_999) {
                    index.commit();
                    most = Math.max(most, heap());
                }
            }
            index.commit();
            double filled = (System.nanoTime() - begin) / 1e9;
            var took = new long[QUESTIONS];
            for (int i = 0; i < QUESTIONS; i++) {
                long start = System.nanoTime();
                index.near(tenant, List.of("interaction"), vector(random), 200);
                took[i] = System.nanoTime() - start;
            }
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "| %d parts | disk %.0f MB | heap %.0f MB after filling, %.0f MB at most above before | filled in %.0f s | the 200 nearest p50 %.1f ms, p95 %.1f ms |%n",
                    many,
                    size(folder) / MEGA,
                    (heap() - before) / MEGA,
                    (most - before) / MEGA,
                    filled,
                    took[QUESTIONS / 2] / MEGA,
                    took[QUESTIONS * 95 / 100] / MEGA);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Near one of some themes, as texts of a workspace are. */
    private static float[] vector(Random random) {
        var theme = new Random(random.nextInt(2_000));
        var vector = new float[Embeddings.DIMENSION];
        double length = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (theme.nextGaussian() + 0.7 * random.nextGaussian());
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
