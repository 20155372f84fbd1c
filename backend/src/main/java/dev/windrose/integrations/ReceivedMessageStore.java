package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger. */
@Component
class ReceivedMessageStore {

    static final String SEEN = """
             and (m.shared or cast(:address as text) = any(m.participants) or exists (
                select 1 from connections c where c.tenant_id = m.tenant_id and c.id = m.connection_id and c.owner_id = :person))
            """;

    private final JdbcClient jdbc;

    ReceivedMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who looks: messages that are not shared are for those who took part. */
    record Reader(@Nullable UUID person, @Nullable String address) {}

    /** @return false where the source has handed it in before */
    boolean insert(UUID id, Connection connection, RawMessage raw, LocalDate day, Instant now) {
        int fresh = jdbc.sql("""
                        insert into received_messages (tenant_id, id, connection_id, external_id, arrived_at, received_at, day, priority, state,
                            shared, content_type)
                        values (:tenant, :id, :connection, :externalId, :now, :received, :day, :priority, 'waiting', :shared, :type)
                        on conflict (tenant_id, connection_id, external_id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("connection", connection.id())
                .param("externalId", raw.externalId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("received", raw.receivedAt().atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("priority", raw.priority())
                .param("shared", connection.shared() && raw.reach() != RawMessage.Reach.THOSE_IN_IT)
                .param("type", raw.contentType())
                .update();
        if (fresh == 0) {
            return false;
        }
        jdbc.sql("insert into received_contents (tenant_id, message_id, content) values (:tenant, :id, :content)")
                .param("tenant", tenant())
                .param("id", id)
                .param("content", raw.content())
                .update();
        return true;
    }

    /** A message that was taken for a private one until its source said otherwise; the number of the request for it is new. */
    Optional<LostMessageStore.Waiting> openToAll(UUID connection, String externalId) {
        return jdbc.sql("""
                        update received_messages set shared = true, state = 'waiting', requests = requests + 1, reason = null, detail = null,
                            done_at = null
                        where tenant_id = :tenant and connection_id = :connection and external_id = :externalId and not shared
                            and removed_at is null and state in ('waiting', 'stored', 'excluded') and coalesce(reason, '') <> 'do_not_track'
                        returning id, requests
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("externalId", externalId)
                .query((rs, _) -> new LostMessageStore.Waiting(rs.getObject("id", UUID.class), rs.getInt("requests")))
                .optional();
    }

    /** @return false where it was decided or shared meanwhile */
    boolean keptPrivate(UUID id, String detail, Instant now) {
        return jdbc.sql("""
                        update received_messages set state = 'stored', reason = null, detail = :detail, attempts = attempts + 1, done_at = :now
                        where tenant_id = :tenant and id = :id and state = 'waiting' and not shared
                        """)
                        .param("detail", detail)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ReceivedMessage> find(UUID id) {
        return jdbc.sql("select * from received_messages m where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> message(rs))
                .optional();
    }

    Optional<ReceivedMessage> find(UUID id, Reader reader) {
        return jdbc.sql("select * from received_messages m where m.tenant_id = :tenant and m.id = :id" + SEEN)
                .param("tenant", tenant())
                .param("id", id)
                .param("address", reader.address(), Types.VARCHAR)
                .param("person", reader.person(), Types.OTHER)
                .query((rs, _) -> message(rs))
                .optional();
    }

    byte[] content(UUID id) {
        return jdbc.sql("select content from received_contents where tenant_id = :tenant and message_id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** The newest first. */
    List<ReceivedMessage> list(
            Reader reader, @Nullable UUID connection, @Nullable MessageState state, @Nullable UUID before, int most) {
        return jdbc.sql("""
                        select * from received_messages m
                        where m.tenant_id = :tenant and (cast(:state as text) is null or m.state = :state)
                            and (cast(:connection as uuid) is null or m.connection_id = :connection)
                            and (cast(:before as uuid) is null or (m.arrived_at, m.id) < (
                                select b.arrived_at, b.id from received_messages b where b.tenant_id = :tenant and b.id = :before))
                        """ + SEEN + " order by m.arrived_at desc, m.id desc limit :most")
                .param("tenant", tenant())
                .param("state", state == null ? null : state.wire(), Types.VARCHAR)
                .param("connection", connection, Types.OTHER)
                .param("before", before, Types.OTHER)
                .param("address", reader.address(), Types.VARCHAR)
                .param("person", reader.person(), Types.OTHER)
                .param("most", most)
                .query((rs, _) -> message(rs))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from received_messages where tenant_id = :tenant and state = 'waiting'")
                .param("tenant", tenant())
                .query(Integer.class)
                .single();
    }

    void parsed(UUID id, ParsedMessage parsed) {
        var sender = parsed.sender();
        jdbc.sql("""
                        update received_messages set kind = :kind, message_id = :messageId, thread = :thread, subject = :subject, sender = :sender,
                            sender_name = :senderName, participants = :participants, body = :body
                        where tenant_id = :tenant and id = :id
                        """)
                .param("kind", parsed.kind().name().toLowerCase(java.util.Locale.ROOT))
                .param("messageId", parsed.messageId())
                .param("thread", parsed.thread())
                .param("subject", parsed.subject())
                .param("sender", sender == null ? null : sender.address())
                .param("senderName", sender == null ? null : sender.name())
                .param("participants", parsed.participants().toArray(String[]::new))
                .param("body", parsed.text())
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** @return false where it was decided meanwhile */
    boolean decided(
            UUID id,
            MessageState state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable UUID promptLog,
            Instant now) {
        return jdbc.sql("""
                        update received_messages set state = :state, reason = :reason, detail = :detail, attempts = attempts + 1,
                            prompt_log_id = coalesce(:log, prompt_log_id), done_at = case when :state = 'waiting' then null else cast(:now as timestamptz) end
                        where tenant_id = :tenant and id = :id and state = 'waiting'
                        """)
                        .param("state", state.wire())
                        .param("reason", reason, Types.VARCHAR)
                        .param("detail", detail, Types.VARCHAR)
                        .param("log", promptLog, Types.OTHER)
                        .param("now", now.toString())
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Leaves the line and takes away what it says. */
    void forget(UUID id) {
        jdbc.sql("delete from received_contents where tenant_id = :tenant and message_id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
        jdbc.sql("""
                        update received_messages set message_id = null, thread = null, subject = null, sender = null, sender_name = null,
                            participants = '{}', body = null, edited_text = null
                        where tenant_id = :tenant and id = :id
                        """).param("tenant", tenant()).param("id", id).update();
    }

    /** Says one thing more of a message, once. */
    void addDetail(UUID id, String detail) {
        jdbc.sql("""
                        update received_messages set detail = concat_ws(' ', detail, cast(:detail as text))
                        where tenant_id = :tenant and id = :id and position(:detail in coalesce(detail, '')) = 0
                        """)
                .param("detail", detail)
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** The same message from another source, where it is as open there: a private copy takes no shared one away. */
    boolean knownElsewhere(UUID id, String messageId, boolean shared) {
        return jdbc.sql("""
                        select exists (select 1 from received_messages
                        where tenant_id = :tenant and message_id = :messageId and id <> :id and state = 'stored' and (shared or not :shared))
                        """)
                .param("shared", shared)
                .param("tenant", tenant())
                .param("messageId", messageId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Of those messages the first whose thread is known. */
    Optional<String> threadOf(List<String> messageIds) {
        return jdbc.sql("""
                        select thread from received_messages
                        where tenant_id = :tenant and message_id = any(:ids) and thread is not null order by received_at, id limit 1
                        """)
                .param("tenant", tenant())
                .param("ids", messageIds.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** @return the number of this request */
    int request(UUID id, @Nullable String text, boolean wanted) {
        return jdbc.sql("""
                        update received_messages set state = 'waiting', requests = requests + 1, reason = null, detail = null, done_at = null,
                            wanted = wanted or :wanted, edited_text = coalesce(cast(:text as text), edited_text)
                        where tenant_id = :tenant and id = :id returning requests
                        """)
                .param("wanted", wanted)
                .param("text", text, Types.VARCHAR)
                .param("tenant", tenant())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void share(UUID id) {
        jdbc.sql("update received_messages set shared = true where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    static ReceivedMessage message(ResultSet rs) throws SQLException {
        var done = rs.getObject("done_at", OffsetDateTime.class);
        var removed = rs.getObject("removed_at", OffsetDateTime.class);
        return new ReceivedMessage(
                rs.getObject("id", UUID.class),
                rs.getObject("connection_id", UUID.class),
                rs.getString("external_id"),
                rs.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getInt("priority"),
                MessageState.of(rs.getString("state")).orElseThrow(),
                rs.getString("reason"),
                rs.getString("detail"),
                rs.getInt("attempts"),
                rs.getBoolean("wanted"),
                rs.getBoolean("shared"),
                rs.getString("kind"),
                rs.getString("message_id"),
                rs.getString("thread"),
                rs.getString("subject"),
                rs.getString("sender"),
                rs.getString("sender_name"),
                List.of((String[]) rs.getArray("participants").getArray()),
                rs.getString("body"),
                rs.getString("edited_text"),
                rs.getString("content_type"),
                rs.getObject("prompt_log_id", UUID.class),
                done == null ? null : done.toInstant(),
                removed == null ? null : removed.toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
