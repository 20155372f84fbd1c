package dev.windrose.integrations;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door: ledger, count, job and the place to go on from in one transaction. After it nothing gets lost, and nothing comes in twice. */
@Component
class ReceiveMessages {

    private final ReceivedMessageStore store;
    private final ConnectionStore connections;
    private final SourceHealthStore health;
    private final Workspaces workspaces;
    private final Jobs jobs;
    private final IntegrationSettings settings;
    private final Clock clock;

    ReceiveMessages(
            ReceivedMessageStore store,
            ConnectionStore connections,
            SourceHealthStore health,
            Workspaces workspaces,
            Jobs jobs,
            IntegrationSettings settings,
            Clock clock) {
        this.store = store;
        this.connections = connections;
        this.health = health;
        this.workspaces = workspaces;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the ids of those that were new */
    @Transactional
    List<UUID> take(Connection connection, List<RawMessage> messages, @Nullable Map<String, Object> checkpoint) {
        var zone = ZoneId.of(workspaces.current().timeZone());
        var fresh = new ArrayList<UUID>();
        var counts = new HashMap<LocalDate, Integer>();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var raw : messages) {
            var id = Ids.next();
            var day = LocalDate.ofInstant(raw.receivedAt(), zone);
            if (store.insert(id, connection, raw, day, now)) {
                counts.merge(day, 1, Integer::sum);
                enqueue(id, 0, raw.priority());
                fresh.add(id);
            } else if (connection.shared() && raw.reach() == RawMessage.Reach.OPEN) {
                store.openToAll(connection.id(), raw.externalId())
                        .ifPresent(known -> enqueue(known.id(), known.request(), raw.priority()));
            }
        }
        counts.forEach((day, count) -> health.received(connection.id(), day, count));
        if (checkpoint != null) {
            connections.checkpoint(connection.id(), checkpoint);
        }
        return fresh;
    }

    @Transactional
    void announced(Connection connection, List<Instant> received) {
        var zone = ZoneId.of(workspaces.current().timeZone());
        var days = new HashMap<LocalDate, Integer>();
        received.forEach(at -> days.merge(LocalDate.ofInstant(at, zone), 1, Integer::sum));
        health.announced(connection.id(), days);
    }

    /** Runs in the name of the product, whoever asked for it. */
    void enqueue(UUID message, int request, int priority) {
        var order = new JobRequest(
                HandleMessage.TYPE, HandleMessage.key(message, request), new HandleMessage.Order(message), priority);
        ActorScope.call(Actor.system(ActorScope.current().tenant()), () -> jobs.enqueue(order));
    }

    @Transactional(readOnly = true)
    public boolean full() {
        return store.waiting() >= settings.queue();
    }
}
