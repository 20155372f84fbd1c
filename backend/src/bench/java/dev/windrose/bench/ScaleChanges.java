package dev.windrose.bench;

import dev.windrose.bench.MeasureRows.Rounds;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Many records changed at once, taken back, read as they were and written into files. */
final class ScaleChanges {

    private static final int RECORDS = 10_000;
    private static final Pattern JOB = Pattern.compile("\"job_id\":\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([^\"]+)\"");
    private static final Pattern CHANGE_SET = Pattern.compile("\"change_set_id\":\"([^\"]+)\"");

    private final ApiClient client;
    private final MeasureRows rows;
    private final Connection owner;
    private final UUID tenant;
    private final List<UUID> deals;

    ScaleChanges(ApiClient client, MeasureRows rows, Connection owner, UUID tenant, List<UUID> deals) {
        this.client = client;
        this.rows = rows;
        this.owner = owner;
        this.tenant = tenant;
        this.deals = deals;
    }

    void all() throws Exception {
        past();
        var some = PlainBulk.deals(owner, tenant, RECORDS);
        var people = PlainBulk.people(owner, tenant);
        // Earlier runs have left some of them as the first round would make them.
        bulk(some, people.getLast(), "bad");
        String[] done = {""};
        rows.row(
                "bulk edit of 10,000 deals: owner and health",
                5_000,
                Rounds.FEW,
                round -> done[0] = bulk(
                        some,
                        people.get(round % people.size()),
                        List.of("good", "at_risk", "bad").get(round % 3)));
        var plain = Samples.of(1, 3, round -> PlainBulk.edit(owner, tenant, some, people.get(round % people.size())));
        rows.text("| the same as two bare statements: rows, history | %.1f ms | %.1f ms | | 2 | | |"
                .formatted(plain.millisAt(50), plain.millisAt(95)));
        // Undoing an undo does the change again, so that each round finds something to take back.
        rows.row("undo of such an edit", 5_000, Rounds.FEW, _ -> done[0] = undo(done[0]));
        rows.row("export of 20,000 contacts, CSV", 0, Rounds.FEW, _ -> client.post("/contacts/export", """
                {"format": "csv", "sort": ["name"], "filter": {"field": "influence_role", "op": "is", "value": "champion"},
                 "fields": ["name", "email", "title", "company_id"], "limit": 20000}"""));
    }

    private void past() throws Exception {
        String month = Instant.now().minus(30, ChronoUnit.DAYS).toString();
        String quarter = Instant.now().minus(89, ChronoUnit.DAYS).toString();
        rows.row(
                "a deal as it was a quarter ago",
                60,
                round -> client.get("/deals/%s?as_of=%s".formatted(deals.get(round % deals.size()), quarter)));
        for (var moment :
                List.of(List.of("a month", month), List.of("a quarter, a third of all changed since", quarter))) {
            rows.row(
                    "list of deals as they were %s ago".formatted(moment.getFirst()),
                    5_000,
                    Rounds.FEW,
                    _ -> client.post("/deals/query", """
                    {"as_of": "%s", "filter": {"field": "stage", "op": "is", "value": "proposal"}, "sort": ["-deal_amount"], "limit": 50}""".formatted(moment.getLast())));
        }
    }

    /** Answers the change set, which is none where all of them were like this already. */
    private String bulk(List<UUID> ids, UUID person, String health) throws Exception {
        String answer = client.post("/deals/bulk", """
                {"ids": [%s], "set": {"owner_id": "%s", "deal_health": "%s"}}""".formatted(
                        ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")), person, health));
        if (!JOB.matcher(answer).find()) {
            // Few are changed at once, without a job.
            var made = CHANGE_SET.matcher(answer);
            return made.find() ? made.group(1) : "";
        }
        String job = found(JOB, answer);
        while (true) {
            String state = client.get("/jobs/" + job);
            switch (found(STATUS, state)) {
                case "done" -> {
                    return found(CHANGE_SET, state.substring(state.indexOf("\"result\"")));
                }
                case "skipped", "cancelled", "dead" -> throw new IllegalStateException(state);
                default -> Thread.sleep(20);
            }
        }
    }

    /** Answers the change set that did the undoing. */
    private String undo(String changeSet) throws Exception {
        String answer = client.post("/change-sets/%s/undo".formatted(changeSet), "{}");
        return found(Pattern.compile("\"id\":\"([^\"]+)\""), answer);
    }

    private static String found(Pattern pattern, String json) {
        var found = pattern.matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("No %s in %.300s".formatted(pattern, json));
        }
        return found.group(1);
    }
}
