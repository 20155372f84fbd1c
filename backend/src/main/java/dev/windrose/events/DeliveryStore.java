package dev.windrose.events;

import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code event_deliveries}: events taken out of the stream of a subscription. */
@Component
class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Due(TenantId tenant, UUID id) {}

    record Waiting(long event, int attempts) {}

    /** Records of which an event is open: their later events wait. */
    Set<UUID> heldRecords(TenantId tenant, String subscription) {
        return new HashSet<>(jdbc.sql("""
                        select distinct record_id from event_deliveries
                        where tenant_id = :tenant and subscription = :subscription and status <> 'skipped' and record_id is not null
                        """)
                .param("tenant", tenant.value())
                .param("subscription", subscription)
                .query(UUID.class)
                .list());
    }

    /** Does nothing once the lease is lost: the next holder sees the event itself. */
    void park(Parking parking, LoggedEvent event, int attempts, Duration pause, @Nullable String error) {
        jdbc.sql("""
                        insert into event_deliveries (tenant_id, id, subscription, event_id, xid, record_id, status, attempts, next_at, error)
                        select :tenant, :id, name, :event, cast(cast(:xid as text) as xid8), :record, :status, :attempts,
                            now() + cast(:millis || ' ms' as interval), :error
                        from event_subscriptions
                        where name = :subscription and lease_owner = :owner
                        on conflict (tenant_id, subscription, event_id) do nothing
                        """)
                .param("tenant", event.tenant().value())
                .param("id", Ids.next())
                .param("event", event.position().row())
                .param("xid", event.position().transaction())
                .param("record", event.recordId(), Types.OTHER)
                .param("status", parking.dead(attempts) ? "dead" : "waiting")
                .param("attempts", attempts)
                .param("millis", pause.toMillis())
                .param("error", error, Types.VARCHAR)
                .param("subscription", parking.subscription())
                .param("owner", parking.owner())
                .update();
    }

    record Parking(String subscription, UUID owner, int mostAttempts) {

        boolean dead(int attempts) {
            return attempts >= mostAttempts;
        }
    }

    List<Due> due(String subscription, int most) {
        return jdbc.sql("select tenant_id, id from due_event_deliveries(:subscription, :most)")
                .param("subscription", subscription)
                .param("most", most)
                .query((row, n) ->
                        new Due(new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class)))
                .list();
    }

    List<Waiting> waiting(TenantId tenant, UUID id) {
        return jdbc.sql(
                        "select event_id, attempts from event_deliveries where tenant_id = :tenant and id = :id and status = 'waiting'")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((row, n) -> new Waiting(row.getLong("event_id"), row.getInt("attempts")))
                .list();
    }

    void delivered(TenantId tenant, UUID id) {
        jdbc.sql("delete from event_deliveries where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    void failed(TenantId tenant, UUID id, Parking parking, int attempts, Duration pause, String error) {
        jdbc.sql("""
                        update event_deliveries set status = :status, attempts = :attempts, error = :error,
                            next_at = now() + cast(:millis || ' ms' as interval)
                        where tenant_id = :tenant and id = :id and status = 'waiting'
                        """)
                .param("status", parking.dead(attempts) ? "dead" : "waiting")
                .param("attempts", attempts)
                .param("error", error)
                .param("millis", pause.toMillis())
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    /** Open events of one tenant, oldest first. */
    List<ParkedEvent> list(TenantId tenant) {
        return jdbc.sql("""
                        select d.id, d.subscription, cast(cast(d.xid as text) as bigint) as xid, d.event_id, e.name, d.record_id, d.status,
                            d.attempts, d.next_at, d.error
                        from event_deliveries d join event_log e on e.tenant_id = d.tenant_id and e.id = d.event_id
                        where d.tenant_id = :tenant and d.status <> 'skipped'
                        order by d.xid, d.event_id
                        limit 500
                        """)
                .param("tenant", tenant.value())
                .query((row, n) -> new ParkedEvent(
                        row.getObject("id", UUID.class),
                        row.getString("subscription"),
                        new EventPosition(row.getLong("xid"), row.getLong("event_id")),
                        row.getString("name"),
                        row.getObject("record_id", UUID.class),
                        row.getString("status").equals("dead"),
                        row.getInt("attempts"),
                        row.getObject("next_at", OffsetDateTime.class).toInstant(),
                        row.getString("error")))
                .list();
    }

    boolean replay(TenantId tenant, UUID id) {
        return jdbc.sql("""
                        update event_deliveries set status = 'waiting', attempts = 0, next_at = now()
                        where tenant_id = :tenant and id = :id and status <> 'skipped'
                        """).param("tenant", tenant.value()).param("id", id).update() == 1;
    }

    boolean skip(TenantId tenant, UUID id) {
        return jdbc.sql(
                                "update event_deliveries set status = 'skipped' where tenant_id = :tenant and id = :id and status <> 'skipped'")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
