package dev.windrose.integrations;

import dev.windrose.intake.ArrivedMessages.Place;
import dev.windrose.intake.ArrivedMessages.Wanted;
import dev.windrose.integrations.ReceivedMessageStore.Reader;
import dev.windrose.platform.ActorScope;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger for the inbox: what was not read, and where that which was read came from. */
@Component
class UnreadMessageStore {

    private final JdbcClient jdbc;

    UnreadMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waiting and failed ones, and those kept for the ones who took part. The newest first. */
    List<ReceivedMessage> list(Reader reader, Wanted wanted, Set<String> kinds, @Nullable Place before, int most) {
        var text = wanted.text() == null ? null : "%" + wanted.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql("""
                        select m.* from received_messages m
                        join connections k on k.tenant_id = :tenant and k.id = m.connection_id and k.kind = any(:kinds)
                        where m.tenant_id = :tenant and m.prompt_log_id is null
                            and (m.state in ('waiting', 'failed') or m.state = 'stored' and not m.shared)
                            and (cast(:state as text) is null or case m.state when 'stored' then 'private' else m.state end = :state)
                            and (cast(:text as text) is null or m.subject ilike :text or m.body ilike :text or m.sender ilike :text)
                            and (cast(:beforeId as uuid) is null or (m.arrived_at, m.id) < (:before, cast(:beforeId as uuid)))
                        """ + ReceivedMessageStore.SEEN + " order by m.arrived_at desc, m.id desc limit :most")
                .param("tenant", tenant())
                .param("kinds", kinds.toArray(String[]::new))
                .param("state", wanted.state(), Types.VARCHAR)
                .param("text", text, Types.VARCHAR)
                .param(
                        "before",
                        before == null ? null : before.at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", before == null ? null : before.id(), Types.OTHER)
                .param("address", reader.address(), Types.VARCHAR)
                .param("person", reader.person(), Types.OTHER)
                .param("most", most)
                .query((rs, _) -> ReceivedMessageStore.message(rs))
                .list();
    }

    List<ReceivedMessage> of(Collection<UUID> promptLogs, Reader reader) {
        return jdbc.sql("""
                        select m.* from received_messages m where m.tenant_id = :tenant and m.prompt_log_id = any(:logs)
                        """ + ReceivedMessageStore.SEEN)
                .param("tenant", tenant())
                .param("logs", promptLogs.toArray(UUID[]::new))
                .param("address", reader.address(), Types.VARCHAR)
                .param("person", reader.person(), Types.OTHER)
                .query((rs, _) -> ReceivedMessageStore.message(rs))
                .list();
    }

    /** Those that are private to others. */
    Set<UUID> hidden(Collection<UUID> promptLogs, Reader reader) {
        return Set.copyOf(jdbc.sql("""
                        select distinct h.prompt_log_id from received_messages h
                        where h.tenant_id = :tenant and h.prompt_log_id = any(:logs) and not exists (
                            select 1 from received_messages m where m.tenant_id = :tenant and m.id = h.id
                        """ + ReceivedMessageStore.SEEN + ")")
                .param("tenant", tenant())
                .param("logs", promptLogs.toArray(UUID[]::new))
                .param("address", reader.address(), Types.VARCHAR)
                .param("person", reader.person(), Types.OTHER)
                .query(UUID.class)
                .list());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
