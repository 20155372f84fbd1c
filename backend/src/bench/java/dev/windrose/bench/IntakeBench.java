package dev.windrose.bench;

import dev.windrose.platform.access.TokenAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that a process reads and writes in a second, through batches of the API, and what memory that takes. Beside it the same texts read
 * without writing. Arguments: folder of the built application, data folder, seconds, then the options of the Java machine.
 */
final class IntakeBench {

    private static final String OWNER = "bench@windrose.example";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 25;
    /** What takes long is compiled by then: it takes a fifth of the processor in the first minute. */
    private static final int WARM_UP_SECONDS = 60;

    private static final List<String> FIRST = List.of(
            "Quarrow", "Pellham", "Sorrel", "Ostrava", "Marlowe", "Tidewell", "Brackley", "Halden", "Corvin", "Ansel");
    private static final List<String> LAST =
            List.of("Mills", "Rail", "Freight", "Glass", "Dental", "Foods", "Timber", "Energy", "Print", "Tools");
    private static final List<String> TEXTS = List.of(
            "Had a call with %s today, they love the new planner. Round %d.",
            "The %s deal is now %d EUR.",
            "%s moved to proposal after meeting %d, their board decides by 12 June.",
            "Remind me to send %s offer %d by Friday.",
            "The label printer at %s stopped again, ticket %d. Nobody can ship.",
            "%s say the price is too high, version %d of the offer is with their lawyer.",
            "Nothing new from %s, call %d went to the answering machine.",
            "Met Ilse Brandt of %s, she is their new head of purchasing. Note %d.");

    private final Path app;
    private final Path folder;
    private final int seconds;
    private final List<String> options;
    private final AtomicLong number = new AtomicLong();

    private IntakeBench(Path app, Path folder, int seconds, List<String> options) {
        this.app = app;
        this.folder = folder;
        this.seconds = seconds;
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments).subList(3, arguments.length);
        new IntakeBench(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), options).run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder.getParent());
        int port = Scratch.freePort();
        try (var process = RunningProcess.start(app, options, folder, port);
                var database = OpenDatabase.visit(Scratch.settings(folder));
                var tokens = database.access().connectAsApplication()) {
            new ApiClient(port, "").post("/setup", """
                    {"token": "%s", "workspace": {"name": "Bench", "base_currency": "EUR", "time_zone": "UTC", "week_start": "monday",
                     "fiscal_year_start_month": 1}, "owner": {"name": "Bea Bench", "email": "%s", "password": "a long enough pass phrase"}}
                    """.formatted(process.setUpToken(), OWNER));
            var client = new ApiClient(port, TokenAtTerminal.issue(tokens, OWNER, Clock.systemUTC()));
            new Report().machine(Clock.systemDefaultZone());
            fill(client);
            TimeUnit.SECONDS.sleep(5);
            long idle = process.residentMegabytes();
            try (var memory = new WatchMemory(process)) {
                System.out.println(
                        "| Intake | messages a second | batch p50, ms | batch p95, ms | processor, ms a message |");
                System.out.println("|---|---|---|---|---|");
                measure(process, client, 2, WARM_UP_SECONDS, false);
                print("2 senders, read and written (100 wanted)", measure(process, client, 2, seconds, false));
                print("4 senders, read and written", measure(process, client, 4, seconds, false));
                print("2 senders, read only", measure(process, client, 2, Math.max(seconds / 2, 5), true));
                long most = memory.megabytes();
                System.out.println("| memory, MB: %d idle, %d at most, %d above (300 wanted) | | | | |"
                        .formatted(idle, most, most - idle));
            }
        }
    }

    /** Accounts with one deal each. */
    private static void fill(ApiClient client) throws IOException, InterruptedException {
        String product = id(client.post("/products", JSON.writeValueAsString(Map.of("name", "Planner"))));
        for (String first : FIRST) {
            for (String last : LAST) {
                String company =
                        id(client.post("/companies", JSON.writeValueAsString(Map.of("name", first + " " + last))));
                client.post(
                        "/deals",
                        JSON.writeValueAsString(Map.of(
                                "company_id",
                                company,
                                "product_id",
                                product,
                                "stage",
                                "discovery",
                                "deal_amount",
                                Map.of("amount", 30000, "currency", "EUR"))));
            }
        }
    }

    private static String id(String answer) {
        return JSON.readTree(answer).path("id").asString();
    }

    private record Measured(double rate, Samples batches, double processorMillis) {}

    private Measured measure(RunningProcess process, ApiClient client, int senders, int lasting, boolean dry)
            throws InterruptedException, ExecutionException {
        double before = process.processorSeconds();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(lasting);
        var batches = new ArrayList<Long>();
        try (var pool = Executors.newFixedThreadPool(senders)) {
            Callable<List<Long>> sender = () -> send(client, end, dry);
            var running = new ArrayList<Future<List<Long>>>();
            for (int at = 0; at < senders; at++) {
                running.add(pool.submit(sender));
            }
            for (var one : running) {
                batches.addAll(one.get());
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        var samples =
                new Samples(batches.stream().mapToLong(Long::longValue).sorted().toArray());
        int messages = batches.size() * BATCH;
        return new Measured(messages / took, samples, (process.processorSeconds() - before) * 1_000 / messages);
    }

    private List<Long> send(ApiClient client, long end, boolean dry) throws IOException, InterruptedException {
        var took = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            String batch = batch(dry);
            long begin = System.nanoTime();
            var answer = JSON.readTree(client.post("/intake/batch", batch));
            took.add(System.nanoTime() - begin);
            answer.path("data").forEach(one -> {
                if (!one.path("code").isNull()) {
                    throw new IllegalStateException("A message was refused: " + one);
                }
            });
        }
        return took;
    }

    private String batch(boolean dry) {
        var messages = new ArrayList<Map<String, Object>>();
        for (int at = 0; at < BATCH; at++) {
            long next = number.incrementAndGet();
            String company = FIRST.get((int) (next % 10)) + " " + LAST.get((int) (next / 10 % 10));
            String text = TEXTS.get((int) (next % TEXTS.size())).formatted(company, 30_000 + next);
            messages.add(Map.of(
                    "key", "bench-" + next, "message", Map.of("text", text, "channel", "call_note", "dry_run", dry)));
        }
        return JSON.writeValueAsString(Map.of("messages", messages));
    }

    private static void print(String what, Measured measured) {
        System.out.println("| %s | %.0f | %.0f | %.0f | %.1f |"
                .formatted(
                        what,
                        measured.rate(),
                        measured.batches().millisAt(50),
                        measured.batches().millisAt(95),
                        measured.processorMillis()));
    }
}
