package dev.windrose.context;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.ThreadId;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.access.QuotedRecords.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Threads and their messages. */
@Component
class ThreadStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Map<String, Object>>> PARTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final AccessSql access;

    ThreadStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Own conversations, and those of others that cannot tell what the actor does not see. */
    private String seen() {
        var others = access.onlyWordsOf().isPresent() ? "false" : access.quotesOnlySeen(Place.THREAD, "threads");
        return "(created_by = :self or %s)".formatted(others);
    }

    void insert(ConversationThread thread) {
        var actor = ActorScope.current();
        jdbc.sql("""
                        insert into threads (tenant_id, id, title, record_type, record_id, created_by, created_at, updated_at)
                        values (:tenant, :id, :title, :type, :record, :by, :at, :at)
                        """)
                .param("tenant", actor.tenant().value())
                .param("id", thread.id().value())
                .param("title", thread.title())
                .param("type", thread.recordType())
                .param("record", thread.recordId())
                .param("by", actor.person() == null ? null : actor.person().value())
                .param("at", at(thread.createdAt()))
                .update();
    }

    Optional<ConversationThread> find(ThreadId id) {
        return jdbc.sql("select * from threads where tenant_id = :tenant and id = :id and " + seen())
                .param("self", access.self())
                .param("tenant", tenant())
                .param("id", id.value())
                .query((rs, _) -> thread(rs))
                .optional();
    }

    List<ConversationThread> list(@Nullable String type, @Nullable UUID record) {
        return jdbc.sql("""
                        select * from threads
                        where tenant_id = :tenant and (cast(:type as text) is null or record_type = :type)
                            and (cast(:record as uuid) is null or record_id = :record) and %s
                        order by updated_at desc, id limit 100
                        """.formatted(seen()))
                .param("self", access.self())
                .param("tenant", tenant())
                .param("type", type)
                .param("record", record)
                .query((rs, _) -> thread(rs))
                .list();
    }

    /** The first message gives a thread its title. */
    void touch(ThreadId id, Instant at, String title) {
        jdbc.sql(
                        "update threads set updated_at = :at, title = coalesce(title, :title) where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id.value())
                .param("at", at(at))
                .param("title", title)
                .update();
    }

    void insert(ThreadMessage message, @Nullable String key) {
        var actor = ActorScope.current();
        jdbc.sql("""
                        insert into messages (tenant_id, id, thread_id, role, text, parts, ui, author_id, idempotency_key, created_at)
                        values (:tenant, :id, :thread, :role, :text, cast(:parts as jsonb), cast(:ui as jsonb), :author, :key, :at)
                        """)
                .param("tenant", actor.tenant().value())
                .param("id", message.id().value())
                .param("thread", message.thread().value())
                .param("role", message.role())
                .param("text", message.text())
                .param("parts", JSON.writeValueAsString(message.parts()))
                .param("ui", message.ui() == null ? null : JSON.writeValueAsString(message.ui()))
                .param(
                        "author",
                        message.role().equals("user") && actor.person() != null
                                ? actor.person().value()
                                : null)
                .param("key", key)
                .param("at", at(message.createdAt()))
                .update();
    }

    List<ThreadMessage> messages(ThreadId thread) {
        return jdbc.sql(
                        "select * from messages where tenant_id = :tenant and thread_id = :thread order by created_at, id limit 1000")
                .param("tenant", tenant())
                .param("thread", thread.value())
                .query((rs, _) -> message(rs))
                .list();
    }

    Optional<ThreadMessage> message(MessageId id) {
        return jdbc.sql("select * from messages where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id.value())
                .query((rs, _) -> message(rs))
                .optional();
    }

    Optional<MessageId> byKey(ThreadId thread, String key) {
        return jdbc.sql(
                        "select id from messages where tenant_id = :tenant and thread_id = :thread and idempotency_key = :key")
                .param("tenant", tenant())
                .param("thread", thread.value())
                .param("key", key)
                .query(UUID.class)
                .optional()
                .map(MessageId::new);
    }

    private static ConversationThread thread(ResultSet rs) throws SQLException {
        return new ConversationThread(
                new ThreadId(rs.getObject("id", UUID.class)),
                rs.getString("title"),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
    }

    private static ThreadMessage message(ResultSet rs) throws SQLException {
        var ui = rs.getString("ui");
        return new ThreadMessage(
                new MessageId(rs.getObject("id", UUID.class)),
                new ThreadId(rs.getObject("thread_id", UUID.class)),
                rs.getString("role"),
                rs.getString("text"),
                JSON.readValue(rs.getString("parts"), PARTS),
                ui == null ? null : JSON.readValue(ui, OBJECT),
                instant(rs, "created_at"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    List<String> move(String type, UUID from, UUID into) {
        return jdbc.sql("""
                        update threads set record_id = :into where tenant_id = :tenant and record_type = :type and record_id = :from
                        returning id::text
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type)
                .param("from", from)
                .param("into", into)
                .query(String.class)
                .list();
    }

    void back(String type, UUID from, UUID into, List<String> ids) {
        jdbc.sql("""
                        update threads set record_id = :from
                        where tenant_id = :tenant and record_type = :type and record_id = :into and id = any(:ids)
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type)
                .param("from", from)
                .param("into", into)
                .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
