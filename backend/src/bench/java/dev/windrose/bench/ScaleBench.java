package dev.windrose.bench;

import dev.windrose.crm.demo.SeedScale;
import dev.windrose.crm.demo.SeedStore;
import dev.windrose.platform.access.TokenAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Measures a workspace with millions of records. Arguments: folder of the built application, data folder, scale, parts to measure, then
 * the options of the Java machine. The data folder is filled once and kept, since that takes minutes.
 */
final class ScaleBench {

    private static final String OWNER = "bench@windrose.example";

    private final Path app;
    private final Path folder;
    private final SeedScale scale;
    private final List<String> wanted;
    private final List<String> options;

    private ScaleBench(Path app, Path folder, SeedScale scale, List<String> wanted, List<String> options) {
        this.app = app;
        this.folder = folder;
        this.scale = scale;
        this.wanted = wanted;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments).subList(4, arguments.length);
        var wanted = List.of(arguments[3].split(","));
        new ScaleBench(Path.of(arguments[0]), Path.of(arguments[1]), SeedScale.of(arguments[2]), wanted, options).run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder.getParent());
        int port = Scratch.freePort();
        boolean fresh = !Files.exists(folder.resolve("format"));
        try (var process = RunningProcess.start(app, options, folder, port);
                var database = OpenDatabase.visit(Scratch.settings(folder));
                var owner = database.access().connectAsOwner();
                var tokens = database.access().connectAsApplication()) {
            if (fresh) {
                new ApiClient(port, "").post("/setup", """
                        {"token": "%s", "workspace": {"name": "Bench", "base_currency": "USD", "time_zone": "UTC", "week_start": "monday",
                         "fiscal_year_start_month": 1}, "owner": {"name": "Bea Bench", "email": "%s", "password": "a long enough pass phrase"}}
                        """.formatted(process.setUpToken(), OWNER));
                new SeedStore(owner, SeedStore.newestWorkspace(owner).orElseThrow(), scale, System.out::println).run();
            }
            UUID tenant = SeedStore.newestWorkspace(owner).orElseThrow();
            ScaleAccess.prepare(owner, tenant);
            new Report().machine(Clock.systemDefaultZone());
            measure(port, owner, tokens, tenant);
            System.out.println("Memory after all this: %d MB".formatted(process.residentMegabytes()));
        }
    }

    private void measure(int port, Connection owner, Connection tokens, UUID tenant) throws Exception {
        var client = client(port, tokens, OWNER);
        // The log makes every other connection begin anew, so that of the tokens is used before.
        var member = client(port, tokens, ScaleAccess.MEMBER);
        awaitSearch(client);
        var deals = ids(owner, "deals");
        var rows = new MeasureRows(ServerLog.of(folder, owner));
        var parts = new LinkedHashMap<String, Part>();
        var measures = new ScaleMeasures(client, rows, ids(owner, "companies"), deals);
        parts.put("reads", measures::reads);
        parts.put("saves", measures::saves);
        parts.put("mixed", measures::mixed);
        parts.put("changes", () -> new ScaleChanges(client, rows, owner, tenant, deals).all());
        var levels = new ScaleAccess(client, member, rows);
        parts.put("access", levels::all);
        parts.put("search", () -> new ScaleSearch(client, member, rows, levels).all());
        parts.put("workspace", () -> new ScaleWorkspace(client, rows).all());
        measures.warmUp();
        rows.head();
        for (String part : wanted) {
            Objects.requireNonNull(parts.get(part), "Parts are " + parts.keySet())
                    .run();
        }
    }

    /** A search that is made anew, as after an upgrade, takes a core for many minutes. */
    private static void awaitSearch(ApiClient client) throws Exception {
        boolean told = false;
        while (client.get("/search/status").contains("\"rebuilding\":true")) {
            if (!told) {
                System.out.println("Waiting until the search has been made anew.");
                told = true;
            }
            Thread.sleep(1_000);
        }
    }

    private interface Part {
        void run() throws Exception;
    }

    private static ApiClient client(int port, Connection tokens, String email) throws SQLException {
        return new ApiClient(port, TokenAtTerminal.issue(tokens, email, Clock.systemUTC()));
    }

    /** Rows from all parts of the table, the big accounts among them. */
    private static List<UUID> ids(Connection owner, String table) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        (select id from %1$s order by id limit 20)
                        union all (select id from %1$s tablesample system (0.5) repeatable (7) limit 480)
                        """.formatted(table))) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
