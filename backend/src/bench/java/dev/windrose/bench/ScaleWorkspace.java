package dev.windrose.bench;

import dev.windrose.bench.MeasureRows.Rounds;
import java.util.regex.Pattern;

/** What reads all of a workspace: its data quality, and a file of everything. */
final class ScaleWorkspace {

    private static final int BETWEEN_LOOKS_MILLIS = 50;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final ApiClient client;
    private final MeasureRows rows;

    ScaleWorkspace(ApiClient client, MeasureRows rows) {
        this.client = client;
        this.rows = rows;
    }

    void all() throws Exception {
        quality();
        rows.row("data quality, the page", 0, Rounds.BRIEF, _ -> client.get("/data-quality"));
        long begin = System.nanoTime();
        var started = ID.matcher(client.post("/workspace/exports", "{\"kind\": \"everything\"}"));
        if (!started.find()) {
            throw new IllegalStateException("The export has no id");
        }
        String export = "/workspace/exports/" + started.group(1);
        until(export, "\"status\":\"done\"");
        rows.text("| file of everything: %s | %d s | | | | | |".formatted(size(client.get(export)), seconds(begin)));
    }

    private void quality() throws Exception {
        long begin = System.nanoTime();
        client.post("/data-quality/refresh", "{}");
        until("/data-quality", "\"refreshing\":false");
        rows.text("| data quality, every address read and all checks counted | %d s | | | | | |"
                .formatted(seconds(begin)));
        client.get("/data-quality");
    }

    private void until(String path, String text) throws Exception {
        while (!client.get(path).contains(text)) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static String size(String export) {
        var found = Pattern.compile("\"size\":(\\d+)").matcher(export);
        return found.find() ? "%d MB".formatted(Long.parseLong(found.group(1)) >> 20) : "?";
    }

    private static long seconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000_000L;
    }
}
