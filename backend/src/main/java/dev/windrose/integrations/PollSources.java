package dev.windrose.integrations;

import dev.windrose.integrations.ConnectionStore.Place;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks sources for news when they are due. One process at a time asks a source, by a lease that ends when the process does. */
@Component
class PollSources implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PollSources.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 32;

    private final ConnectionStore store;
    private final Connections connections;
    private final Connectors connectors;
    private final ReceiveMessages door;
    private final MessageLedger ledger;
    private final PollTimes times;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<UUID, Boolean> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("poll-sources").factory());

    PollSources(
            ConnectionStore store,
            Connections connections,
            Connectors connectors,
            ReceiveMessages door,
            MessageLedger ledger,
            PollTimes times) {
        this.store = store;
        this.connections = connections;
        this.connectors = connectors;
        this.door = door;
        this.ledger = ledger;
        this.times = times;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::askThoseDue, 1, 1, TimeUnit.SECONDS);
    }

    private void askThoseDue() {
        try {
            for (var place : ledger.within(() -> store.due(times.now()))) {
                if (running.putIfAbsent(place.id(), true) == null) {
                    Thread.ofVirtual().name("poll").start(() -> ask(place));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Sources could not be looked through; it is tried again in a second", e);
        }
    }

    private void ask(Place place) {
        try {
            free.acquire();
            try {
                ActorScope.run(Actor.system(place.tenant()), () -> pull(place.id()));
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A source could not be asked; it is tried again", e);
        } finally {
            running.remove(place.id());
        }
    }

    private void pull(UUID id) {
        var lease = Ids.next();
        if (!leased(id, lease)) {
            return;
        }
        var connection = ledger.within(() -> store.find(id).orElseThrow());
        @Nullable String problem = null;
        var pause = times.interval();
        try {
            if (connectors.get(connection.kind()) instanceof Connector.Pulled source) {
                var taking = new Taking(connection, lease);
                source.pull(connection, connections.secret(connection), taking);
                pause = taking.waited ? SHORTEST_PAUSE : pause;
            }
        } catch (AppException e) {
            problem = e.getMessage();
        } catch (RuntimeException e) {
            LOG.warn("A source of kind {} could not be read; it is tried again", connection.kind(), e);
            problem = "The source could not be read.";
        }
        String told = problem;
        var next = times.now().plus(told == null ? pause : pauseAfter(connection.failures() + 1));
        ledger.within(() -> {
            store.polled(id, lease, told, times.now(), next);
            return true;
        });
    }

    private Duration pauseAfter(int failures) {
        var pause = times.interval().multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private boolean leased(UUID id, UUID lease) {
        var now = times.now();
        return ledger.within(() -> store.lease(id, lease, now, now.plus(LEASE)));
    }

    /** Takes batches, and keeps the lease with each. */
    private final class Taking implements Connector.Take {

        private final Connection connection;
        private final UUID lease;
        private boolean waited;

        Taking(Connection connection, UUID lease) {
            this.connection = connection;
            this.lease = lease;
        }

        @Override
        public boolean messages(List<RawMessage> messages, Map<String, Object> checkpoint) {
            boolean mine = ledger.within(() -> {
                boolean kept = leased(connection.id(), lease);
                if (kept) {
                    door.take(connection, messages, checkpoint);
                }
                return kept;
            });
            return mine && !door.full();
        }

        @Override
        public void waited() {
            waited = true;
        }

        @Override
        public void announced(List<Instant> received) {
            ledger.within(() -> {
                door.announced(connection, received);
                return true;
            });
        }
    }

    /** When to ask. */
    @Component
    static class PollTimes {

        private final IntegrationSettings settings;
        private final Clock clock;

        PollTimes(IntegrationSettings settings, Clock clock) {
            this.settings = settings;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        Duration interval() {
            return settings.interval();
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
