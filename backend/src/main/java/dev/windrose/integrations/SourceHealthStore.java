package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts at the door and in the ledger. */
@Component
class SourceHealthStore {

    private final JdbcClient jdbc;

    SourceHealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counted(LocalDate day, int received, @Nullable Integer announced) {}

    record Became(LocalDate day, MessageState state, String reason, int messages) {}

    void received(UUID connection, LocalDate day, int messages) {
        jdbc.sql("""
                        insert into connection_days (tenant_id, connection_id, day, received) values (:tenant, :connection, :day, :messages)
                        on conflict (tenant_id, connection_id, day) do update set received = connection_days.received + excluded.received
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("day", day)
                .param("messages", messages)
                .update();
    }

    void announced(UUID connection, Map<LocalDate, Integer> days) {
        new LinkedHashMap<>(days).forEach((day, messages) -> jdbc.sql("""
                        insert into connection_days (tenant_id, connection_id, day, announced) values (:tenant, :connection, :day, :messages)
                        on conflict (tenant_id, connection_id, day) do update set announced = excluded.announced
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("day", day)
                .param("messages", messages)
                .update());
    }

    /** The latest first. */
    List<Counted> counted(UUID connection, LocalDate from) {
        return jdbc.sql("""
                        select day, received, announced from connection_days
                        where tenant_id = :tenant and connection_id = :connection and day >= :from order by day desc
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("from", from)
                .query((rs, _) -> new Counted(
                        rs.getObject("day", LocalDate.class),
                        rs.getInt("received"),
                        rs.getObject("announced", Integer.class)))
                .list();
    }

    List<Became> became(UUID connection, LocalDate from) {
        return jdbc.sql("""
                        select day, state, coalesce(reason, '') as reason, count(*) as messages from received_messages
                        where tenant_id = :tenant and connection_id = :connection and day >= :from
                        group by day, state, coalesce(reason, '') order by day, state, messages desc
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("from", from)
                .query((rs, _) -> new Became(
                        rs.getObject("day", LocalDate.class),
                        MessageState.of(rs.getString("state")).orElseThrow(),
                        rs.getString("reason"),
                        rs.getInt("messages")))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
