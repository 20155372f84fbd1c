package dev.windrose.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.store.Json;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each write of a record of any type is one row of the event log. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityEventTests {

    @Autowired
    Descriptors descriptors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private record Told(String name, String type, UUID record, Map<?, ?> payload, UUID person) {}

    Stream<String> types() {
        return descriptors.all().stream().map(Descriptor::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void tellsEachWriteOnceWithWhatChanged(String name) {
        var owner = Workspaces.fresh().owner();
        ActorScope.run(owner, () -> {
            var type = descriptors.get(name);
            var field = SampleRecords.freeText(type);
            var created = SampleRecords.created(type, SampleRecords.least(type));
            var id = created.operations().getFirst().recordId();
            var updated = SampleRecords.updated(type, id, field.name(), "told");
            SampleRecords.updated(type, id, field.name(), "told");
            var binned = SampleRecords.apply(DraftOperation.delete(name, id));
            var restored = SampleRecords.apply(DraftOperation.restore(name, id));
            var told = told(name, id);
            assertThat(told)
                    .extracting(Told::name)
                    .containsExactly(name + "_created", name + "_updated", name + "_binned", name + "_restored");
            assertThat(told)
                    .extracting(event -> String.valueOf(event.payload().get("change_set_id")))
                    .containsExactlyElementsOf(Stream.of(created, updated, binned, restored)
                            .map(ChangeSet::id)
                            .map(Object::toString)
                            .toList());
            assertThat((List<?>) told.get(1).payload().get("fields"))
                    .as("fields of the update")
                    .anyMatch(field.name()::equals);
            assertThat(told).allSatisfy(event -> assertThat(event.person())
                    .isEqualTo(Objects.requireNonNull(owner.person()).value()));
        });
    }

    /** Those that every type has; a type may announce more. */
    private List<Told> told(String type, UUID record) {
        return Objects.requireNonNull(transactions.execute(_ -> jdbc
                .sql("""
                        select name, record_type, record_id, payload, person_id from event_log
                        where tenant_id = :tenant and record_id = :record and name like :names order by xid, id
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("record", record)
                .param("names", type.replace("_", "\\_") + "\\_%")
                .query((row, _) -> new Told(
                        row.getString("name"),
                        row.getString("record_type"),
                        row.getObject("record_id", UUID.class),
                        (Map<?, ?>) Objects.requireNonNull(Json.read(row.getString("payload"))),
                        row.getObject("person_id", UUID.class)))
                .list()
                .stream()
                .filter(event -> event.payload().containsKey("change_set_id")
                        && event.payload().containsKey("fields"))
                .toList()));
    }
}
