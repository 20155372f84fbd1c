package dev.windrose.journeys.track;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came by the sources of events, and what became of it. */
@Component
@Transactional(readOnly = true)
public class TrackLedger {

    private static final int MOST_DAYS = 400;

    private final TrackBatchStore store;
    private final Workspaces workspaces;

    TrackLedger(TrackBatchStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    /**
     * One request as it came.
     *
     * @param events the first of those it brought
     */
    public record Request(
            UUID id,
            UUID source,
            Instant receivedAt,
            int received,
            int stored,
            int duplicate,
            int refused,
            long skewMs,
            Map<String, Integer> refusals,
            List<Brought> events) {}

    /** An event as it is kept. */
    public record Brought(
            String id,
            String type,
            Instant at,
            @Nullable UUID visitor,
            @Nullable UUID contact,
            @Nullable UUID company,
            @Nullable String channel,
            @Nullable String campaign,
            @Nullable String country,
            Map<String, Object> properties) {}

    public List<LedgerLine> of(int days) {
        Permissions.require(Operation.MANAGE, "tracking");
        var from = workspaces.today().minusDays(Math.clamp(days, 1, MOST_DAYS) - 1L);
        return store.ledger(from, ZoneId.of(workspaces.current().timeZone()));
    }

    /** @param source null for all */
    public List<Request> newest(@Nullable UUID source) {
        Permissions.require(Operation.MANAGE, "tracking");
        return store.newest(source);
    }
}
