package dev.windrose.context.transfer;

import dev.windrose.context.transfer.Transfer.Kind;
import dev.windrose.context.transfer.Transfer.Status;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Transfers of a person, with their files until they have been read. */
@Component
class TransferStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record StoredFile(UUID id, String name) {}

    void insert(Transfer transfer) {
        jdbc.sql("""
                        insert into context_transfers (tenant_id, id, person_id, kind, name, status, make, notes, also, created_at)
                        values (:tenant, :id, :person, :kind, :name, :status, :make, cast(:notes as jsonb), cast(:also as jsonb), :at)
                        """)
                .param("tenant", tenant())
                .param("id", transfer.id())
                .param("person", transfer.person().value())
                .param("kind", transfer.kind().wire())
                .param("name", transfer.name())
                .param("status", transfer.status().wire())
                .param("make", transfer.make())
                .param("notes", JSON.writeValueAsString(transfer.notes()))
                .param("also", JSON.writeValueAsString(transfer.also()))
                .param("at", transfer.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Transfer> find(UUID id) {
        return jdbc.sql("select * from context_transfers where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> transfer(rs))
                .optional();
    }

    /** No other transaction changes it until this one ends. */
    void lock(UUID id) {
        jdbc.sql("select id from context_transfers where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Of the person, the newest first. */
    List<Transfer> of(PersonId person, int most) {
        return jdbc.sql("""
                        select * from context_transfers where tenant_id = :tenant and person_id = :person
                        order by created_at desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("person", person.value())
                .param("most", most)
                .query((rs, _) -> transfer(rs))
                .list();
    }

    /** The last of a kind that anybody applied. */
    Optional<Transfer> lastApplied(Kind kind) {
        return jdbc.sql("""
                        select * from context_transfers where tenant_id = :tenant and kind = :kind and status = 'applied'
                        order by created_at desc, id desc limit 1
                        """)
                .param("tenant", tenant())
                .param("kind", kind.wire())
                .query((rs, _) -> transfer(rs))
                .optional();
    }

    void status(UUID id, Status status, @Nullable UUID job) {
        jdbc.sql("""
                        update context_transfers set status = :status, job_id = coalesce(cast(:job as uuid), job_id)
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("status", status.wire())
                .param("job", job)
                .update();
    }

    void make(UUID id, boolean make) {
        jdbc.sql("update context_transfers set make = :make where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("make", make)
                .update();
    }

    void note(UUID id, List<String> notes) {
        jdbc.sql(
                        "update context_transfers set notes = notes || cast(:notes as jsonb) where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("notes", JSON.writeValueAsString(notes))
                .update();
    }

    void also(UUID id, List<Map<String, Object>> also) {
        jdbc.sql("update context_transfers set also = cast(:also as jsonb) where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("also", JSON.writeValueAsString(also))
                .update();
    }

    void applied(UUID id, @Nullable UUID changeSet) {
        jdbc.sql("""
                        update context_transfers set status = 'applied', change_set_id = cast(:set as uuid)
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("set", changeSet)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from context_transfers where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** What nobody has gone on with since; answers to questions stay. */
    void forget(Instant before) {
        jdbc.sql("""
                        delete from context_transfers
                        where tenant_id = :tenant and created_at < :before and status <> 'applied' and kind <> 'questions'
                        """)
                .param("tenant", tenant())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addFile(UUID transfer, String name, byte[] content) {
        jdbc.sql("""
                        insert into context_transfer_files (tenant_id, id, transfer_id, name, content)
                        values (:tenant, :id, :transfer, :name, :content)
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("transfer", transfer)
                .param("name", name)
                .param("content", content)
                .update();
    }

    List<StoredFile> files(UUID transfer) {
        return jdbc.sql("""
                        select id, name from context_transfer_files where tenant_id = :tenant and transfer_id = :transfer order by id
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .query((rs, _) -> new StoredFile(rs.getObject("id", UUID.class), rs.getString("name")))
                .list();
    }

    byte[] content(UUID file) {
        return jdbc.sql("select content from context_transfer_files where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", file)
                .query((rs, _) -> rs.getBytes("content"))
                .single();
    }

    void forgetFile(UUID file) {
        jdbc.sql("delete from context_transfer_files where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", file)
                .update();
    }

    private static Transfer transfer(ResultSet rs) throws SQLException {
        return new Transfer(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("name"),
                Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
                rs.getBoolean("make"),
                JSON.readValue(rs.getString("notes"), TEXTS),
                JSON.readValue(rs.getString("also"), OBJECTS),
                rs.getObject("job_id", UUID.class),
                rs.getObject("change_set_id", UUID.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
