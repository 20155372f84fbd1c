package dev.windrose.bench;

import dev.windrose.crm.demo.SeedStore;
import dev.windrose.platform.access.TokenAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Measures imports of contacts that are matched by their mail address, beside a plain COPY of the same rows with an insert. Arguments: folder of
 * the built application, data folder, rows (0 for the public pipeline alone), folder of public data or "-", then the options of the Java machine.
 */
final class ImportBench {

    private static final String OWNER = "bench@windrose.example";

    private final Path app;
    private final Path folder;
    private final int rows;
    private final List<String> options;

    private ImportBench(Path app, Path folder, int rows, List<String> options) {
        this.app = app;
        this.folder = folder;
        this.rows = rows;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments).subList(4, arguments.length);
        new ImportBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), options)
                .run(Path.of(arguments[3]));
    }

    private void run(Path corpora) throws Exception {
        Files.createDirectories(folder.getParent());
        int port = Scratch.freePort();
        try (var process = RunningProcess.start(app, options, folder, port);
                var database = OpenDatabase.visit(Scratch.settings(folder));
                var owner = database.access().connectAsOwner();
                var tokens = database.access().connectAsApplication()) {
            new ApiClient(port, "").post("/setup", """
                    {"token": "%s", "workspace": {"name": "Bench", "base_currency": "USD", "time_zone": "UTC", "week_start": "monday",
                     "fiscal_year_start_month": 1}, "owner": {"name": "Bea Bench", "email": "%s", "password": "a long enough pass phrase"}}
                    """.formatted(process.setUpToken(), OWNER));
            UUID tenant = SeedStore.newestWorkspace(owner).orElseThrow();
            new Report().machine(Clock.systemDefaultZone());
            String token = TokenAtTerminal.issue(tokens, OWNER, Clock.systemUTC());
            var client = new ImportClient(port, token);
            System.out.println("| Import | seconds | what became of the rows |\n|---|---|---|");
            var pipeline = new PipelineRound(
                    client, process, corpora.resolve("crm_sales_opportunities"), folder.resolveSibling("contacts"));
            if (Files.isDirectory(corpora)) {
                pipeline.fresh();
            }
            if (rows > 0) {
                try (var memory = new WatchMemory(process)) {
                    contacts(client, owner, tenant, memory);
                }
            }
            if (Files.isDirectory(corpora)) {
                pipeline.warm();
            }
            if (rows > 0) {
                new DuplicateRound(client, new ApiClient(port, token)).run(folder.resolveSibling("contacts"));
            }
        }
    }

    private void contacts(ImportClient client, Connection owner, UUID tenant, WatchMemory memory)
            throws IOException, InterruptedException, SQLException {
        long before = memory.megabytes();
        var files = new ContactFiles(folder.resolveSibling("contacts"), rows);
        Path first = files.write("first", 0, 0);
        print("%,d new contacts".formatted(rows), client.run("contact", first, "email", false));
        reference(owner, tenant, first);
        long fresh = memory.megabytes();
        print("the same file again", client.run("contact", first, "email", false));
        long same = memory.megabytes();
        Path second = files.write("second", 20, 5);
        var checked = client.run("contact", second, "email", true);
        print("every fifth changed, every twentieth new; dry run", checked.getFirst());
        print("the run of it", checked.getLast());
        System.out.println("| until 10,000 rows are seen to be done | %.1f | the dry run %.1f |"
                .formatted(checked.getLast().seen(), checked.getFirst().seen()));
        System.out.println("| most memory, MB | | %d before, %d new, %d the same again, %d changed |"
                .formatted(before, fresh, same, memory.megabytes()));
    }

    /** What the database takes for the same rows without history, events and change sets, into a table with the same indexes. */
    private static void reference(Connection owner, UUID tenant, Path file) throws SQLException, IOException {
        long begin = System.nanoTime();
        try (var statement = owner.createStatement();
                var in = Files.newInputStream(file)) {
            statement.execute("create temp table plain_rows (name text, email text, title text)");
            owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy plain_rows from stdin (format csv, header)", in);
            statement.execute("create temp table plain_contacts (like contacts including all)");
            statement.execute("""
                    insert into plain_contacts (tenant_id, id, created_at, updated_at, name, name_key, email, email_key, title, title_key)
                    select '%s', gen_random_uuid(), now(), now(), name, lower(name), email, lower(email), title, lower(title) from plain_rows
                    """.formatted(tenant));
            statement.execute("drop table plain_rows, plain_contacts");
        }
        System.out.println("| reference: COPY and insert of the same rows | %.1f | |"
                .formatted((System.nanoTime() - begin) / 1e9));
    }

    private static void print(String what, List<ImportClient.Done> done) {
        print(what, done.getLast());
    }

    private static void print(String what, ImportClient.Done done) {
        System.out.println("| %s | %.1f | %s |".formatted(what, done.seconds(), done.outcome()));
    }

    /** Invented people, always the same ones. */
    private record ContactFiles(Path folder, int rows) {

        private static final List<String> FIRST =
                List.of("Ada", "Bruno", "Clara", "Dario", "Edith", "Femi", "Greta", "Hugo");
        private static final List<String> LAST =
                List.of("Abel", "Brandt", "Costa", "Dahl", "Ekman", "Fontaine", "Gruber", "Holt", "Ivers", "Jansen");
        private static final List<String> TITLES = List.of("Buyer", "Engineer", "Head of Sales", "Analyst");

        /** @param changed how many of a hundred have another title, @param fresh how many another address */
        Path write(String name, int changed, int fresh) throws IOException {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + ".csv");
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write("Full Name,E-mail,Job Title\n");
                for (int row = 0; row < rows; row++) {
                    int lot = row * 31 % 100;
                    String first = FIRST.get(row % 8);
                    String last = LAST.get(row / 8 % 10);
                    String host = lot >= 100 - fresh ? "new" : "mail" + row % 5000;
                    String title = TITLES.get(row % 4) + (lot < changed ? " " + name : "");
                    out.write("%s %s,%s.%s.%d@%s.example,%s\n".formatted(first, last, first, last, row, host, title));
                }
            }
            return file;
        }
    }
}
