package dev.windrose.records.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads the records of a type again once a workspace has added or removed a field with texts, so that words of a removed field are not found. */
@Component
class RefreshTypes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshTypes.class);
    private static final int PAGE = 500;

    private final SearchIndexes indexes;
    private final SearchStore store;
    private final Cache<TenantId, Seen> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-types").factory());

    RefreshTypes(SearchIndexes indexes, SearchStore store) {
        this.indexes = indexes;
        this.store = store;
    }

    /** The types as they were given, and the fields of each that are in the index. */
    private record Seen(List<Descriptor> types, Map<String, List<String>> fields) {

        /** Descriptors of one name are equal whatever their fields; those that did not change are the very same. */
        boolean same(Collection<Descriptor> others) {
            var mine = types.iterator();
            for (var other : others) {
                if (!mine.hasNext() || mine.next() != other) {
                    return false;
                }
            }
            return !mine.hasNext();
        }
    }

    /** Call with the types of the workspace in scope; costs nothing while they are the same. */
    void saw(Collection<Descriptor> types) {
        var tenant = ActorScope.current().tenant();
        var before = known.getIfPresent(tenant);
        if (before != null && before.same(types)) {
            return;
        }
        var now = new Seen(List.copyOf(types), fields(types));
        known.put(tenant, now);
        if (before != null) {
            for (var type : types) {
                var fields = before.fields().get(type.name());
                if (fields != null && !fields.equals(now.fields().get(type.name()))) {
                    worker.execute(() -> refresh(tenant, type));
                }
            }
        }
    }

    private static Map<String, List<String>> fields(Collection<Descriptor> types) {
        var fields = new TreeMap<String, List<String>>();
        types.forEach(type -> fields.put(
                type.name(),
                SearchField.of(type).stream().map(SearchField::signature).toList()));
        return fields;
    }

    private void refresh(TenantId tenant, Descriptor type) {
        try {
            ActorScope.run(Actor.system(tenant), () -> {
                UUID after = new UUID(0, 0);
                var page = store.after(type, SearchField.of(type), after, PAGE);
                while (!page.isEmpty() && !worker.isShutdown()) {
                    var ids = page.stream().map(SearchStore.Row::id).toList();
                    indexes.inOneStep(into -> {
                        var rows = store.byIds(type, SearchField.of(type), ids);
                        into.forEach(index -> index.put(tenant, type.name(), ids, SearchField.of(type), rows));
                    });
                    page = store.after(type, SearchField.of(type), ids.getLast(), PAGE);
                }
                indexes.all().forEach(SearchIndex::refresh);
            });
        } catch (RuntimeException e) {
            LOG.warn("Records of type {} are still found by fields that are gone", type.name(), e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
