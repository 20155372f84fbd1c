package dev.windrose.events;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tenants and events for the tests of this package. */
record EventWorld(JdbcClient jdbc, TransactionTemplate transaction, EventLog log) {

    Actor freshTenant() {
        var tenant = TenantId.next();
        jdbc.sql("""
                        insert into tenants (id, name, base_currency, time_zone, week_start, fiscal_year_start_month, created_at)
                        values (:id, 'Quiet Harbour', 'EUR', 'UTC', 'monday', 1, now())
                        """).param("id", tenant.value()).update();
        return Actor.system(tenant);
    }

    void write(Actor actor, UUID record, String note) {
        ActorScope.run(actor, () -> transaction.executeWithoutResult(status -> append(record, note)));
    }

    /** Needs a transaction and an actor. */
    void append(UUID record, String note) {
        log.append(Event.about("sample", record, SampleEvents.SAMPLE_NOTED, Map.of("note", note)));
    }
}
