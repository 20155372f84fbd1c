package dev.windrose.records.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.SchemaChanged;
import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.derived.ComputedListener;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes committed changes on to the open streams of the same workspace. */
@Component
class LiveFeed implements ChangeListener, ComputedListener, SmartLifecycle {

    /** A larger change set says once for each record type that many records have changed. */
    private static final int TOLD_SINGLY = 100;

    /** Who reads for longer before it listens is told to read again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Cache<TenantId, Long> changed = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();
    private final Map<TenantId, Set<LiveStream>> streams = new ConcurrentHashMap<>();
    private volatile boolean running;

    void add(TenantId tenant, LiveStream stream) {
        streams.computeIfAbsent(tenant, _ -> ConcurrentHashMap.newKeySet()).add(stream);
    }

    void remove(TenantId tenant, LiveStream stream) {
        streams.computeIfPresent(tenant, (_, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    /** Whether something was committed so short a time ago, or may have been. */
    boolean changedWithin(TenantId tenant, Duration time) {
        var last = changed.getIfPresent(tenant);
        return time.compareTo(REMEMBERED) > 0 || last != null && System.nanoTime() - last <= time.toNanos();
    }

    /** The open streams of the workspace, which something happened in. */
    private Collection<LiveStream> changing(TenantId tenant) {
        changed.put(tenant, System.nanoTime());
        return streams.getOrDefault(tenant, Set.of());
    }

    @Override
    public void on(ChangeSet committed) {
        Collection<LiveStream> open = changing(ActorScope.current().tenant());
        if (open.isEmpty()) {
            return;
        }
        List<ChangeOperation> applied =
                committed.operations().stream().filter(ChangeOperation::applied).toList();
        if (applied.size() <= TOLD_SINGLY) {
            applied.forEach(operation -> send(
                    open,
                    new LiveMessage(
                            "record_changed",
                            changed(committed, operation),
                            operation.recordType(),
                            operation.recordId(),
                            null)));
        } else {
            applied.stream()
                    .map(ChangeOperation::recordType)
                    .distinct()
                    .forEach(type ->
                            send(open, new LiveMessage("record_changed", many(committed, type), type, null, null)));
        }
        send(
                open,
                new LiveMessage(
                        "change_set_changed",
                        Map.of(
                                "id",
                                committed.id().toString(),
                                "status",
                                committed.status().name().toLowerCase(Locale.ROOT)),
                        null,
                        null,
                        committed.id().value()));
    }

    /** Pages show computed values too, of records that nobody has written. */
    @Override
    public void computed(Map<String, Set<UUID>> records) {
        Collection<LiveStream> open = changing(ActorScope.current().tenant());
        if (open.isEmpty()) {
            return;
        }
        boolean few = records.values().stream().mapToInt(Set::size).sum() <= TOLD_SINGLY;
        records.forEach((type, ids) -> {
            if (few) {
                ids.forEach(id -> send(open, computed(type, id)));
            } else {
                send(open, computed(type, null));
            }
        });
    }

    private static LiveMessage computed(String type, @Nullable UUID record) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("record_type", type);
        json.put("record_id", record == null ? null : record.toString());
        json.put("change_set_id", null);
        json.put("by", null);
        return new LiveMessage("record_changed", json, type, record, null);
    }

    @TransactionalEventListener
    void on(SchemaChanged schema) {
        send(changing(schema.tenant()), LiveMessage.plain("schema_changed"));
    }

    private static void send(Collection<LiveStream> open, LiveMessage message) {
        open.forEach(stream -> stream.offer(message));
    }

    private static Map<String, @Nullable Object> changed(ChangeSet set, ChangeOperation operation) {
        var json = many(set, operation.recordType());
        json.put("record_id", operation.recordId().toString());
        json.put("version", operation.version());
        return json;
    }

    private static Map<String, @Nullable Object> many(ChangeSet set, String type) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("record_type", type);
        json.put("record_id", null);
        json.put("change_set_id", set.id().toString());
        json.put("by", set.actorName());
        return json;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Streams would hold up the end of the server. */
    @Override
    public void stop() {
        running = false;
        streams.values().forEach(open -> open.forEach(LiveStream::close));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
