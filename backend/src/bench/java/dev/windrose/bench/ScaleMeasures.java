package dev.windrose.bench;

import dev.windrose.bench.MeasureRows.Rounds;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What people do in a big workspace, each beside the time that the database server takes for the same statements. */
final class ScaleMeasures {

    private static final int USERS = 8;
    private static final long MIXED_NANOS = 20_000_000_000L;
    private static final long WARM_UP_NANOS = 40_000_000_000L;
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final ApiClient client;
    private final MeasureRows rows;
    private final List<UUID> companies;
    private final List<UUID> deals;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    ScaleMeasures(ApiClient client, MeasureRows rows, List<UUID> companies, List<UUID> deals) {
        this.client = client;
        this.rows = rows;
        this.companies = companies;
        this.deals = deals;
    }

    void reads() throws Exception {
        rows.row("open an account", 40, round -> client.get("/companies/" + company(round)));
        rows.row(
                "open an account with its context",
                40,
                round -> client.get("/companies/" + company(round) + "/workspace"));
        rows.row("open a deal", 40, round -> client.get("/deals/" + deals.get(round % deals.size())));
        lists();
        rows.row("board of 500 deals", 120, round -> client.post("/deals/board", """
                {"column_field": "stage", "limit": 500, "totals": [{"op": "sum", "field": "deal_amount"}],
                 "filter": {"field": "deal_expected_signing_date", "op": "between", "value": ["2026-0%d-01", "2026-0%1$d-05"]}}""".formatted(1 + round % 9)));
        rows.row("deals by stage and owner, totals", 500, round -> client.post("/deals/aggregate", """
                {"filter": {"field": "deal_state", "op": "is", "value": "open"}, "group_by": ["stage"],
                 "measures": [{"op": "sum", "field": "deal_amount"}]}"""));
    }

    /** Whoever saves has the record open, so reading it is no part of the save. */
    void saves() throws Exception {
        for (UUID id : deals) {
            versions.put(id, version(client.get("/deals/" + id)));
        }
        rows.row("save of one field of a deal", 15, new Rounds(200, 1_000, 50), this::save);
    }

    private void lists() throws Exception {
        list("list by name", "companies", "{\"sort\": [\"name\"], \"limit\": 50}");
        list("list filtered by two fields, sorted by size", "companies", """
                {"filter": {"and": [{"field": "industry_vertical", "op": "is", "value": "Energy"}, {"field": "country_hq", "op": "is", "value": "DE"}]},
                 "sort": ["-employee_size"], "limit": 50}""");
        list("list filtered by an added field", "companies", """
                {"filter": {"field": "c_tier", "op": "is", "value": "gold"}, "sort": ["name"], "limit": 50}""");
        list("list sorted by an added field", "companies", "{\"sort\": [\"-c_tier\"], \"limit\": 50}");
        list("deals filtered by their account's trade", "deals", """
                {"filter": {"and": [{"field": "company_id.industry_vertical", "op": "is", "value": "Energy"},
                                    {"field": "stage", "op": "is", "value": "proposal"}]}, "sort": ["-deal_amount"], "limit": 50}""");
        list("open deals of one owner by date", "deals", """
                {"filter": {"and": [{"field": "owner_id", "op": "is", "value": "me"}, {"field": "deal_state", "op": "is", "value": "open"}]},
                 "sort": ["deal_expected_signing_date"], "limit": 50}""");
        list("contacts by beginning of the name, counted", "contacts", """
                {"filter": {"field": "name", "op": "starts_with", "value": "greta h"}, "sort": ["name"], "limit": 50, "count": true}""");
        list("interactions of the last week by kind", "interactions", """
                {"filter": {"and": [{"field": "date", "op": "within_last", "value": {"n": 1, "unit": "week"}},
                                    {"field": "interaction_type", "op": "is", "value": "demo"}]}, "sort": ["-date"], "limit": 50}""");
    }

    private void list(String name, String plural, String query) throws Exception {
        rows.row(name, 60, round -> client.post("/" + plural + "/query", query));
    }

    private UUID company(int round) {
        return companies.get(round % companies.size());
    }

    private void save(int round) throws Exception {
        UUID id = deals.get(round % deals.size());
        if (!versions.containsKey(id)) {
            versions.put(id, version(client.get("/deals/" + id)));
        }
        long version = versions.remove(id);
        String answer = client.patch(
                "/deals/" + id, version, "{\"next_step\": \"Call %d %d\"}".formatted(round, System.nanoTime()));
        versions.put(id, version(answer));
    }

    private static long version(String json) {
        var found = VERSION.matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No version in " + json);
        }
        return Long.parseLong(found.group(1));
    }

    /** What people do all day, for as long as the compiler of a process that has just started needs. */
    void warmUp() {
        var load = together(WARM_UP_NANOS);
        System.out.println("Before the first row the process worked for %d s: %d requests, %d failed."
                .formatted(WARM_UP_NANOS / 1_000_000_000L, load.done(), load.failed()));
    }

    /** Eight people at once: lists, records, account pages, and every tenth request a save. */
    void mixed() {
        var load = together(MIXED_NANOS);
        rows.text("| %d users at once, mixed | %.0f requests/s | | 300 requests/s | %d failed | | |"
                .formatted(USERS, load.done() * 1e9 / MIXED_NANOS, load.failed()));
    }

    private record Load(long done, int failed) {}

    private Load together(long nanos) {
        var done = new AtomicLong();
        var failed = new AtomicInteger();
        long end = System.nanoTime() + nanos;
        try (var users = Executors.newFixedThreadPool(USERS)) {
            for (int user = 0; user < USERS; user++) {
                int first = user;
                users.submit(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        try {
                            step(first, n);
                            done.incrementAndGet();
                        } catch (Exception e) {
                            failed.incrementAndGet();
                        }
                    }
                });
            }
        }
        return new Load(done.get(), failed.get());
    }

    private void step(int user, int n) throws Exception {
        switch (n % 10) {
            case 0 -> save(user + USERS * n);
            case 1, 2 -> client.get("/companies/" + company(user * 61 + n));
            case 3 -> client.get("/companies/" + company(user * 61 + n) + "/workspace");
            case 4, 5 -> client.get("/deals/" + deals.get((user * 61 + n) % deals.size()));
            case 6, 7 -> client.post("/companies/query", "{\"sort\": [\"name\"], \"limit\": 50}");
            case 8 -> client.get("/session");
            default -> client.post("/deals/query", """
                        {"filter": {"field": "stage", "op": "is", "value": "proposal"}, "sort": ["-deal_amount"], "limit": 50}""");
        }
    }
}
