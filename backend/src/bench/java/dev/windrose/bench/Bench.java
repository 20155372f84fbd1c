package dev.windrose.bench;

import dev.windrose.platform.access.TokenAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Arguments: folder of the built application, scratch folder, then the options of the Java machine. */
final class Bench {

    private static final int COMPANIES = 100_000;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 500;
    private static final String OWNER = "bench@windrose.example";

    private final Path app;
    private final Path folder;
    private final List<String> options;
    private final Report report = new Report();

    private Bench(Path app, Path folder, List<String> options) {
        this.app = app;
        this.folder = folder;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments).subList(2, arguments.length);
        new Bench(Path.of(arguments[0]), Path.of(arguments[1]), options).run();
    }

    private void run() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.getParent());
        report.machine(Clock.systemDefaultZone());
        report.head();
        var machine = Samples.of(1, 5, round -> startMachine());
        String reference = "%.0f ms".formatted(machine.millisAt(50));
        int port = Scratch.freePort();
        var first = RunningProcess.start(app, options, folder, port);
        report.single(
                "Cold start to the first 200",
                "%.0f ms".formatted(first.startMillis()),
                "java -version",
                reference,
                "8,000 ms");
        String setUp = first.setUpToken();
        try (first) {
            new ApiClient(port, "").post("/setup", """
                    {"token": "%s", "workspace": {"name": "Bench", "base_currency": "EUR", "time_zone": "UTC", "week_start": "monday",
                     "fiscal_year_start_month": 1}, "owner": {"name": "Bea Bench", "email": "%s", "password": "a long enough pass phrase"}}
                    """.formatted(setUp, OWNER));
        }
        try (var process = RunningProcess.start(app, options, folder, port);
                var database = OpenDatabase.visit(Scratch.settings(folder));
                var owner = database.access().connectAsOwner();
                var application = database.access().connectAsApplication();
                var tokens = database.access().connectAsApplication()) {
            report.single(
                    "Warm start to the first 200",
                    "%.0f ms".formatted(process.startMillis()),
                    "java -version",
                    reference,
                    "4,000 ms");
            report.single("Memory after the start", process.residentMegabytes() + " MB", "", "", "450 MB");
            UUID tenant = tenant(owner);
            SeedCompanies.insert(owner, tenant, COMPANIES);
            var client = new ApiClient(port, TokenAtTerminal.issue(tokens, OWNER, Clock.systemUTC()));
            measure(client, new PlainJdbc(application, tenant), SeedCompanies.some(owner, tenant, 200));
            report.single("Memory after all this", process.residentMegabytes() + " MB", "", "", "450 MB");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void measure(ApiClient client, PlainJdbc plain, List<UUID> ids) throws Exception {
        report.row(
                "List of 50 out of 100,000",
                Samples.of(WARM_UP, ROUNDS, round -> client.post("/companies/query", """
                        {"filter": {"field": "name", "op": "starts_with", "value": "company %d"}, "sort": ["name"], "limit": 50}""".formatted(round % 90 + 10))),
                "same page, plain JDBC",
                Samples.of(WARM_UP, ROUNDS, plain::list),
                "30 ms");
        long[] versions = new long[ids.size()];
        report.row(
                "Save of one field, with history",
                Samples.of(WARM_UP, ROUNDS, round -> {
                    int index = round % ids.size();
                    client.patch(
                            "/companies/" + ids.get(index),
                            ++versions[index],
                            "{\"employee_size\": %d}".formatted(round));
                }),
                "update of one row, plain JDBC",
                Samples.of(WARM_UP, ROUNDS, round -> plain.save(ids.get(round % ids.size()), round)),
                "15 ms");
        report.row(
                "Intake of a short note, dry run",
                Samples.of(WARM_UP / 3, ROUNDS / 5, round -> client.post("/intake", """
                        {"text": "Spoke with Mara Quill, new VP Ops at Company %d. They want 40 seats, around $18k.",
                         "channel": "chat", "dry_run": true}""".formatted(round + 1))),
                "who am I, by HTTP",
                Samples.of(WARM_UP, ROUNDS, round -> client.get("/session")),
                "100 ms");
    }

    private static UUID tenant(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select id from tenants")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static void startMachine() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
