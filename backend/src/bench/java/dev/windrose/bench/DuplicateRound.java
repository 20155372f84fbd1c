package dev.windrose.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for duplicates among invented companies, of which every tenth is there twice in another spelling. */
final class DuplicateRound {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int COMPANIES = 25_000;
    private static final List<String> BEGIN = List.of(
            "Alder", "Birch", "Cedar", "Dorn", "Elm", "Fern", "Gorse", "Hazel", "Iris", "Juniper", "Kelp", "Linden",
            "Maple", "Nettle", "Oak", "Pine", "Quince", "Rowan", "Sorrel", "Thorn");
    private static final List<String> END = List.of(
            "Works",
            "Foods",
            "Logistics",
            "Instruments",
            "Textiles",
            "Energy",
            "Partners",
            "Systems",
            "Media",
            "Chemicals");

    private final ImportClient imports;
    private final ApiClient api;

    DuplicateRound(ImportClient imports, ApiClient api) {
        this.imports = imports;
        this.api = api;
    }

    void run(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("companies.csv");
        write(file);
        imports.run("company", file, null, false);
        long begin = System.nanoTime();
        String job = JSON.readTree(api.post("/duplicates/scan", "{\"type\": \"company\"}"))
                .get("job_id")
                .asString();
        JsonNode state = JSON.readTree(api.get("/jobs/" + job));
        while (state.get("finished_at").isNull()) {
            TimeUnit.MILLISECONDS.sleep(200);
            state = JSON.readTree(api.get("/jobs/" + job));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println("| looking for duplicates among %,d companies | %.1f | %s, %s pairs to review |"
                .formatted(
                        COMPANIES,
                        seconds,
                        state.get("status").asString(),
                        JSON.readTree(api.get("/duplicates/counts"))
                                .path("company")
                                .asString("0")));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("name,website,phone\n");
            for (int row = 0; row < COMPANIES; row++) {
                int which = row % 10 == 9 ? row - 9 : row;
                String name = "%s %s %s"
                        .formatted(BEGIN.get(which % 20), END.get(which / 20 % 10), Integer.toString(which / 200, 36));
                String host = name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
                out.write(
                        which == row
                                ? "%s Ltd,https://www.%s,+44 20 %07d\n".formatted(name, host, which)
                                : "%s Limited,%s,\n".formatted(name.toUpperCase(Locale.ROOT), host));
            }
        }
    }
}
