package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.windrose.events.BatchEvents;
import dev.windrose.events.EventPosition;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files whose rows and references are too many to be looked at one by one. */
@WindroseTest
class ImportManyTests {

    private static final int COMPANIES = 5_100;

    /** Two, which are written at the same time. */
    private static final int BATCHES = 2;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("batchOfRecords")
    BatchEvents batches;

    ImportWorld world;
    String imported;

    @BeforeEach
    void companies() {
        world = new ImportWorld(Workspaces.fresh());
        String rows = IntStream.range(0, COMPANIES)
                .mapToObj(i -> "Firm Number %d,X-%d\n".formatted(i, i))
                .collect(Collectors.joining());
        var done = world.run(
                "company", "firms.csv", ("name,Record ID\nTwin,X-a\nTwin,X-b\nQuillon Werke,X-c\n" + rows).getBytes());
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(COMPANIES + 3);
        imported = done.at("$.id");
    }

    @Test
    void findsReferencesAmongManyRecordsByNameAndById() {
        var upload = world.upload("contact", "people.csv", """
                name,company
                Ada,Firm Number 5099
                Bruno,X-4711
                Clara,firm number 12
                Dario,Twin
                Edith,Quilon Werke
                """.getBytes());
        assertThat(upload.<List<String>>at("$.choice_questions[0].values[*].value"))
                .containsExactlyInAnyOrder("Twin", "Quilon Werke");
        assertThat(upload.<List<String>>at("$.choice_questions[0].values[?(@.value=='Quilon Werke')].suggested"))
                .containsExactly("Quillon Werke");
        var mapped = world.put(
                "/imports/" + upload.<String>at("$.id") + "/mapping",
                Map.of(
                        "columns",
                        Map.of("name", "name", "company", "company_id"),
                        "choices",
                        Map.of("company_id", Map.of("Quilon Werke", "Quillon Werke"))));
        assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(4);
        assertThat(done.number("$.result.refused")).isEqualTo(1);
        assertThat(companiesOfContacts())
                .containsExactly("Firm Number 5099", "Firm Number 4711", "Firm Number 12", "Quillon Werke");
    }

    private List<String> companiesOfContacts() {
        return inTransaction(() -> jdbc.sql("""
                        select c.name from contacts p join companies c on c.tenant_id = p.tenant_id and c.id = p.company_id
                        where p.tenant_id = :tenant order by p.name
                        """)
                .param("tenant", world.workspace().tenant().value())
                .query(String.class)
                .list());
    }

    @Test
    void oneEventOfEachBatchStandsForThoseOfAllItsRecords() {
        var payloads = batches();
        assertThat(payloads).hasSize(BATCHES);
        assertThat(told(payloads, "company_created")).allSatisfy(event -> {
            assertThat(event.payload().get("version")).isEqualTo(1L);
            assertThat(String.valueOf(event.payload().get("fields"))).contains("name");
        });
    }

    @Test
    void theUndoOfAllIsToldOnceOfEachRecord() {
        var undone = world.post("/imports/" + imported + "/undo");
        assertThat(undone.<String>at("$.status")).as(undone.body()).isEqualTo("undone");
        assertThat(world.count("companies")).isZero();
        var payloads = batches();
        assertThat(payloads).hasSize(2 * BATCHES);
        told(payloads.subList(BATCHES, 2 * BATCHES), "company_binned");
        assertThat(inTransaction(() -> jdbc.sql(
                                "select count(*) from event_log where tenant_id = :tenant and name like 'company%'")
                        .param("tenant", world.workspace().tenant().value())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    private List<String> batches() {
        return inTransaction(() -> jdbc.sql(
                        "select payload from event_log where tenant_id = :tenant and name = :name order by xid, id")
                .param("tenant", world.workspace().tenant().value())
                .param("name", "records_changed")
                .query(String.class)
                .list());
    }

    /** The events that a batch stands for: one of each record. */
    private List<LoggedEvent> told(List<String> payloads, String name) {
        List<LoggedEvent> events = ActorScope.call(world.workspace().owner(), () -> {
            var all = new ArrayList<LoggedEvent>();
            for (var payload : payloads) {
                var batch = batch(payload);
                assertThat(batches.within(batch)).isEqualTo(Set.of(name));
                int before = all.size();
                for (var page = batches.page(batch, 0, 1_000);
                        !page.isEmpty();
                        page = batches.page(batch, all.size() - before, 1_000)) {
                    all.addAll(page);
                }
            }
            return all;
        });
        assertThat(events).hasSize(COMPANIES + 3);
        assertThat(events.stream().map(LoggedEvent::recordId).distinct()).hasSize(COMPANIES + 3);
        assertThat(events).extracting(LoggedEvent::name).containsOnly(name);
        return events;
    }

    private LoggedEvent batch(String payload) {
        return new LoggedEvent(
                new EventPosition(1, 1),
                world.workspace().tenant(),
                batches.name(),
                1,
                null,
                null,
                JsonPath.read(payload, "$"),
                ActorKind.IMPORT,
                "An import",
                null,
                Instant.EPOCH);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return ActorScope.call(world.workspace().owner(), () -> transaction.execute(status -> work.get()));
    }
}
