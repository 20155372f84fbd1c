package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.ChangeSetQuery;
import dev.windrose.records.change.Changes;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class UpkeepTests {

    @Autowired
    StartUpkeep start;

    @Autowired
    Jobs jobs;

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    @Autowired
    Workspaces workspaces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private EntryWorld world;
    private LocalDate today;

    @BeforeEach
    void workspace() {
        world = EntryWorld.fresh();
        today = world.records().in(workspaces::today);
    }

    @Test
    void expiresWhatHasEndedOnceADayAndTellsIt() {
        var ended = world.faq(
                "Ended",
                Map.of("status", "live", "effective_to", today.minusDays(1).toString()));
        var lasts = world.faq("Lasts", Map.of("status", "live", "effective_to", today.toString()));
        start.now();
        start.now();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> world.status(ended)
                .equals("expired"));
        assertThat(world.status(lasts)).isEqualTo("live");
        assertThat(world.records().in(() -> jobs.ofType(RunUpkeep.TYPE, 10))).hasSize(1);
        assertThat(told(ended)).containsExactly("created live", "updated expired");
        var set = world.records()
                .in(() -> changes.list(new ChangeSetQuery(null, ended, null, 1)))
                .getFirst();
        assertThat(set.summary()).isEqualTo("The last day has passed");
        world.records().undo(set);
        assertThat(world.status(ended)).isEqualTo("live");
    }

    @Test
    void showsWhatRetentionWouldDoAndDoesTheSame() {
        var old = world.faq("Old", Map.of("status", "live"));
        var ends = world.faq(
                "Ends later",
                Map.of("status", "live", "effective_to", today.plusDays(5).toString()));
        world.faq("New", Map.of("status", "live"));
        world.age(old, Duration.ofDays(100));
        world.age(ends, Duration.ofDays(100));
        var owner = world.records().actor();
        String preview =
                world.get(owner, "/api/v1/context/retention/preview?category=best_practice&days=90&action=archive");
        assertThat(preview).contains("\"Old\"", "Last changed on").doesNotContain("\"New\"", "Ends later");
        assertThat(world.status(old)).isEqualTo("live");
        world.set(EntryCategory.BEST_PRACTICE, false, RetentionAction.ARCHIVE, 90);
        world.upkeep();
        assertThat(world.status(old)).isEqualTo("archived");
        assertThat(world.status(ends)).isEqualTo("live");
        var set = world.records()
                .in(() -> changes.list(new ChangeSetQuery(null, old, null, 1)))
                .getFirst();
        assertThat(set.summary()).isEqualTo("Retention of best practice after 90 days");
        world.records().undo(set);
        assertThat(world.status(old)).isEqualTo("live");
    }

    @Test
    void deletesIntoTheBinAndLaterForGood() {
        var id = world.faq(
                "Quoxfarthing secret", Map.of("status", "live", "body", "Quoxfarthing body", "segments", List.of("q")));
        world.records().update("context_entry", id, Map.of("body", "Quoxfarthing again"));
        world.records()
                .create(
                        "comment",
                        Map.of("record_type", "context_entry", "record_id", id.toString(), "body", "On Quoxfarthing"));
        var back = world.faq("Brought back", Map.of());
        world.age(id, Duration.ofDays(40));
        world.age(back, Duration.ofDays(40));
        world.set(EntryCategory.BEST_PRACTICE, false, RetentionAction.DELETE, 30);
        world.upkeep();
        assertThat(world.records().get("context_entry", id).binned()).isTrue();
        var set = world.records()
                .in(() -> changes.list(new ChangeSetQuery(null, id, null, 1)))
                .getFirst();
        world.records().undo(set);
        assertThat(world.records().get("context_entry", id).binned()).isFalse();

        world.age(id, Duration.ofDays(40));
        world.upkeep();
        world.ageBin(id, Duration.ofDays(31));
        world.upkeep();
        assertThat(world.records().in(() -> records.find("context_entry", id))).isEmpty();
        assertThat(mentions("record_history", "new_values::text || previous_values::text || summary"))
                .isZero();
        assertThat(mentions("change_operations", "fields::text || record_title"))
                .isZero();
        assertThat(mentions("change_sets", "summary")).isZero();
        assertThat(mentions("event_log", "payload::text")).isZero();
        assertThat(mentions("comments", "body")).isZero();
        assertThat(world.records().get("context_entry", back).title()).isEqualTo("Brought back");
    }

    @Test
    void keepsWhatAnotherRowStillRefersToAndErasesTheRest() {
        var held = world.faq("Referred to", Map.of());
        var free = world.faq("Free", Map.of());
        world.age(held, Duration.ofDays(40));
        world.age(free, Duration.ofDays(40));
        world.set(EntryCategory.BEST_PRACTICE, false, RetentionAction.DELETE, 30);
        world.upkeep();
        world.ageBin(held, Duration.ofDays(31));
        world.ageBin(free, Duration.ofDays(31));
        node(held);
        world.upkeep();
        assertThat(world.records().get("context_entry", held).binned()).isTrue();
        assertThat(world.records().in(() -> records.find("context_entry", free)))
                .isEmpty();
    }

    /** A node that came to hang on the entry. */
    private void node(UUID above) {
        var id = world.records()
                .create("context_entry", Map.of("category", "message_tree", "kind", "headline", "title", "Node"));
        world.records()
                .in(() -> transactions.execute(_ -> jdbc.sql(
                                "update context_entries set parent_id = :above where tenant_id = :tenant and id = :id")
                        .param("above", above)
                        .param("tenant", world.records().workspace().tenant().value())
                        .param("id", id)
                        .update()));
    }

    private List<String> told(UUID id) {
        return world.records()
                .in(() -> Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("""
                        select payload ->> 'change' || ' ' || (payload ->> 'status') from event_log
                        where tenant_id = :tenant and record_id = :id and name = 'company_repository_updated' order by id
                        """)
                        .param("tenant", world.records().workspace().tenant().value())
                        .param("id", id)
                        .query(String.class)
                        .list())));
    }

    private long mentions(String table, String expression) {
        return world.records()
                .in(() -> Objects.requireNonNull(transactions.execute(_ -> jdbc.sql(
                                "select count(*) from %s where tenant_id = :tenant and %s like '%%uoxfarthing%%'"
                                        .formatted(table, expression))
                        .param("tenant", world.records().workspace().tenant().value())
                        .query(Long.class)
                        .single())));
    }
}
