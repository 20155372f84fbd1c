package dev.windrose.events;

import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cursors and leases, and the way through the log across tenants. Leases run on the clock of the database, which all processes share. */
@Component
class SubscriptionStore {

    /** Rows that a subscription does not want are counted as read only this many at a time. */
    private static final int SEEN = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    SubscriptionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One row of the log: whose it is and whether the subscription wants it. */
    record Scanned(TenantId tenant, EventPosition position, boolean wanted) {}

    /** What there is to do: whether a retry is due, and the next rows of the log. */
    record Round(boolean due, List<Scanned> rows) {

        /** Few rows that nobody wants are read again next time, which costs less than writing down that they were seen. */
        boolean worthWriting(int most) {
            return rows.size() >= Math.min(most, SEEN) || rows.stream().anyMatch(Scanned::wanted);
        }
    }

    void register(String name, boolean fromTheStart) {
        jdbc.sql("""
                        insert into event_subscriptions (name, cursor_xid, cursor_id)
                        values (:name, case when :fromTheStart then cast('0' as xid8) else pg_snapshot_xmin(pg_current_snapshot()) end, 0)
                        on conflict (name) do nothing
                        """).param("name", name).param("fromTheStart", fromTheStart).update();
    }

    /** Takes or renews the lease and tells the cursor; empty where another process has it. */
    Optional<EventPosition> lease(String name, UUID owner, Duration length) {
        return jdbc.sql("""
                        update event_subscriptions
                        set lease_owner = :owner, lease_until = now() + cast(:millis || ' ms' as interval)
                        where name = (select name from event_subscriptions
                            where name = :name and (lease_owner is null or lease_owner = :owner or lease_until < now())
                            for update skip locked)
                        returning cast(cast(cursor_xid as text) as bigint) as xid, cursor_id
                        """)
                .param("owner", owner)
                .param("millis", length.toMillis())
                .param("name", name)
                .query((row, n) -> new EventPosition(row.getLong("xid"), row.getLong("cursor_id")))
                .optional();
    }

    void renew(UUID owner, Duration length) {
        jdbc.sql("""
                        update event_subscriptions set lease_until = now() + cast(:millis || ' ms' as interval)
                        where lease_owner = :owner and set_config('synchronous_commit', 'off', true) is not null
                        """).param("owner", owner).param("millis", length.toMillis()).update();
    }

    void release(UUID owner) {
        jdbc.sql("update event_subscriptions set lease_owner = null, lease_until = null where lease_owner = :owner")
                .param("owner", owner)
                .update();
    }

    /**
     * What comes after the cursor, for the holder of the lease; empty for others. Only reads: most rounds find nothing, and a write would cost
     * a commit each time.
     */
    Optional<Round> next(String name, UUID owner, Set<String> names, int most) {
        var rows = new ArrayList<Scanned>();
        var due = new ArrayList<Boolean>();
        jdbc.sql("""
                        select exists (select from due_event_deliveries(:name, 1)) as due,
                            e.tenant_id, e.id, cast(cast(e.xid as text) as bigint) as xid, e.wanted
                        from event_subscriptions s
                        left join lateral event_log_after(s.cursor_xid, s.cursor_id, :names, :most) e on true
                        where s.name = :name and s.lease_owner = :owner and s.lease_until > now()
                        order by e.xid, e.id
                        """)
                .param("name", name)
                .param("owner", owner)
                .param("names", names.toArray(String[]::new))
                .param("most", most)
                .query(row -> {
                    due.add(row.getBoolean("due"));
                    var tenant = row.getObject("tenant_id", UUID.class);
                    if (tenant != null) {
                        rows.add(new Scanned(
                                new TenantId(tenant),
                                new EventPosition(row.getLong("xid"), row.getLong("id")),
                                row.getBoolean("wanted")));
                    }
                });
        return due.isEmpty() ? Optional.empty() : Optional.of(new Round(due.getFirst(), rows));
    }

    /** Whether a subscription has something to do in this process, by its name. */
    Set<String> busy(
            UUID owner, Collection<EventSubscription> subscriptions, Function<EventSubscription, Set<String>> names) {
        String wanted = subscriptions.stream()
                .map(each -> told(each, names.apply(each)))
                .collect(Collectors.joining(",", "[", "]"));
        return new HashSet<>(jdbc.sql("""
                        select s.name
                        from jsonb_to_recordset(cast(:wanted as jsonb)) w (name text, events jsonb, most int)
                        join event_subscriptions s on s.name = w.name
                        where s.lease_owner is null or s.lease_until < now() or s.lease_owner = :owner and (
                            exists (select from due_event_deliveries(s.name, 1))
                            or (select coalesce(bool_or(e.wanted), false) or count(*) >= least(w.most, :seen)
                                from event_log_after(s.cursor_xid, s.cursor_id,
                                    array(select jsonb_array_elements_text(w.events)), w.most) e))
                        """)
                .param("wanted", wanted)
                .param("owner", owner)
                .param("seen", SEEN)
                .query(String.class)
                .list());
    }

    /** As JSON; asked many times with the same names. */
    private String told(EventSubscription subscription, Set<String> names) {
        var before = told.get(subscription.name());
        if (before != null && before.names().equals(names)) {
            return before.json();
        }
        String text = json.writeValueAsString(
                Map.of("name", subscription.name(), "events", names, "most", subscription.batchSize()));
        told.put(subscription.name(), new Told(Set.copyOf(names), text));
        return text;
    }

    private record Told(Set<String> names, String json) {}

    /**
     * Does not wait for the disk, where people's writes wait already: a cursor that a crash of the server takes back has events come again, as
     * they may at any time.
     *
     * @return false where the lease was lost; nothing is moved then
     */
    boolean moveCursor(String name, UUID owner, EventPosition to) {
        return jdbc.sql("""
                        update event_subscriptions set cursor_xid = cast(cast(:xid as text) as xid8), cursor_id = :id
                        where name = :name and lease_owner = :owner and set_config('synchronous_commit', 'off', true) is not null
                        """)
                        .param("xid", to.transaction())
                        .param("id", to.row())
                        .param("name", name)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Takes the lease away from whoever works, so that no acknowledgement of the old course comes after this. */
    boolean rewind(String name, EventPosition to) {
        jdbc.sql("select forget_event_deliveries(:name, cast(cast(:xid as text) as xid8), :id)")
                .param("name", name)
                .param("xid", to.transaction())
                .param("id", to.row())
                .query((row, n) -> n)
                .list();
        return jdbc.sql("""
                        update event_subscriptions
                        set cursor_xid = cast(cast(:xid as text) as xid8), cursor_id = :id, lease_owner = null, lease_until = null
                        where name = :name
                        """)
                        .param("xid", to.transaction())
                        .param("id", to.row())
                        .param("name", name)
                        .update()
                == 1;
    }

    List<SubscriptionStatus> list() {
        return jdbc.sql("""
                        select name, cast(cast(cursor_xid as text) as bigint) as xid, cursor_id, lease_until > now() as working,
                            (select count(*) from event_log_after(cursor_xid, cursor_id, '{}', 10000)) as behind
                        from event_subscriptions
                        order by name
                        """)
                .query((row, n) -> new SubscriptionStatus(
                        row.getString("name"),
                        new EventPosition(row.getLong("xid"), row.getLong("cursor_id")),
                        row.getBoolean("working"),
                        row.getInt("behind")))
                .list();
    }
}
