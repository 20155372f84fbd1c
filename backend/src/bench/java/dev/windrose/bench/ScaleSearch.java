package dev.windrose.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How long the search index takes to build, and how long searches take, for who sees all and for members of each level. */
final class ScaleSearch {

    private static final List<String> TYPED = List.of(
            "al",
            "gre",
            "greta h",
            "alderv",
            "foods 12",
            "aldervale fo",
            "seller",
            "harb",
            "mara qu",
            "energy 77",
            "brigt");

    private static final List<String> FULL = List.of(
            "aldervale foods",
            "greta holm",
            "harborgate energy 1200",
            "renewal pine",
            "brightwel logistics",
            "ironridge");

    /** Accounts, deals and contacts; interactions come last. */
    private static final double FIRST = 1_700_000;

    private static final Pattern PROGRESS = Pattern.compile("\"progress\":([0-9.]+)");
    private static final Pattern NUMBER = Pattern.compile("\"(documents|size_bytes)\":(\\d+)");

    private final ApiClient admin;
    private final ApiClient member;
    private final MeasureRows rows;
    private final ScaleAccess levels;

    ScaleSearch(ApiClient admin, ApiClient member, MeasureRows rows, ScaleAccess levels) {
        this.admin = admin;
        this.member = member;
        this.rows = rows;
        this.levels = levels;
    }

    void all() throws Exception {
        build();
        measure("owner", admin);
        for (String level : List.of("team", "private")) {
            levels.at(level, _ -> measure("member, " + level, member));
        }
    }

    private void build() throws Exception {
        var progress = new TreeMap<Double, Double>();
        long begin = System.nanoTime();
        admin.post("/search/reindex", "");
        String status = admin.get("/search/status");
        while (status.contains("\"rebuilding\":true")) {
            Thread.sleep(500);
            status = admin.get("/search/status");
            var done = PROGRESS.matcher(status);
            if (done.find()) {
                progress.putIfAbsent(Double.parseDouble(done.group(1)), (System.nanoTime() - begin) / 1e9);
            }
        }
        long documents = number(status, "documents");
        double first = Optional.ofNullable(progress.ceilingEntry(FIRST / Math.max(documents, FIRST)))
                .map(Map.Entry::getValue)
                .orElse((System.nanoTime() - begin) / 1e9);
        rows.text(
                "| search index built | %.0f s, of which the first %,.0f records %.0f s | | 360 s | | | %,d records, %,d MB |"
                        .formatted(
                                (System.nanoTime() - begin) / 1e9,
                                FIRST,
                                first,
                                documents,
                                number(status, "size_bytes") >> 20));
    }

    private static long number(String status, String name) {
        return NUMBER.matcher(status)
                .results()
                .filter(found -> found.group(1).equals(name))
                .mapToLong(found -> Long.parseLong(found.group(2)))
                .findFirst()
                .orElse(0);
    }

    private void measure(String who, ApiClient client) throws Exception {
        rows.row(
                who + ": search as you type",
                60,
                round -> client.get(
                        "/search?q=" + URLEncoder.encode(TYPED.get(round % TYPED.size()), StandardCharsets.UTF_8)));
        rows.row(
                who + ": search in full",
                80,
                round -> client.post(
                        "/search",
                        "{\"q\": \"%s\", \"limit\": 20}"
                                .formatted(FULL.get(round % FULL.size()).toLowerCase(Locale.ROOT))));
    }
}
