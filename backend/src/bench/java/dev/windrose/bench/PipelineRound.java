package dev.windrose.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Imports a public pipeline of accounts, products and deals: right after the start, then under other names while the process is warm. */
final class PipelineRound {

    private static final int WARM = 3;

    /** @param named places of the columns that get other names in a copy */
    private record Table(String type, String file, List<Integer> named) {}

    private static final List<Table> TABLES = List.of(
            new Table("company", "accounts.csv", List.of(0, 6)),
            new Table("product", "products.csv", List.of(0)),
            new Table("deal", "sales_pipeline.csv", List.of(0, 2, 3)));

    private final ImportClient client;
    private final RunningProcess process;
    private final Path data;
    private final Path copies;

    PipelineRound(ImportClient client, RunningProcess process, Path data, Path copies) {
        this.client = client;
        this.process = process;
        this.data = data;
        this.copies = copies;
    }

    void fresh() throws IOException, InterruptedException {
        run("right after the start", data);
    }

    void warm() throws IOException, InterruptedException {
        for (int round = 2; round < 2 + WARM; round++) {
            run("warm, other names", copy(" " + round));
        }
    }

    private void run(String when, Path folder) throws IOException, InterruptedException {
        double all = 0;
        double used = process.processorSeconds();
        var parts = new StringBuilder();
        for (var table : TABLES) {
            var done = client.run(table.type(), folder.resolve(table.file()), null, false)
                    .getLast();
            all += done.seconds();
            parts.append("; %s %.1f s, %s".formatted(table.file(), done.seconds(), done.outcome()));
        }
        System.out.println("| public pipeline, %s | %.1f | processor %.1f s%s |"
                .formatted(when, all, process.processorSeconds() - used, parts));
    }

    private Path copy(String suffix) throws IOException {
        Files.createDirectories(copies);
        for (var table : TABLES) {
            var lines = Files.readAllLines(data.resolve(table.file()), StandardCharsets.UTF_8);
            var renamed = lines.stream().skip(1).map(line -> renamed(line, table.named(), suffix));
            Files.writeString(
                    copies.resolve(table.file()),
                    lines.getFirst() + "\n" + renamed.collect(Collectors.joining("\n")) + "\n");
        }
        return copies;
    }

    /** No cell of these files holds a comma. */
    private static String renamed(String line, List<Integer> named, String suffix) {
        String[] cells = line.split(",", -1);
        return IntStream.range(0, cells.length)
                .mapToObj(place ->
                        named.contains(place) && !cells[place].isEmpty() ? cells[place] + suffix : cells[place])
                .collect(Collectors.joining(","));
    }
}
