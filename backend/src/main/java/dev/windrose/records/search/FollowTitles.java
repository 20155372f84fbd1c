package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.search.SearchField.Weight;
import dev.windrose.records.store.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads records again that are found by what another one is called, once that is called otherwise or is gone. The first thousands are done with
 * the event; what is left follows beside it, so that a company of very many records holds nobody else up. Each commit of the index says what is
 * left, so the next process goes on with it.
 */
@Component
class FollowTitles implements SearchIndexes.Remainder, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTitles.class);
    private static final int PAGE = 500;
    private static final int AT_ONCE = 4_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Descriptors descriptors;
    private final SearchStore store;
    private final PutRecords put;
    private final int atOnce;
    private final Set<Rest> left = new LinkedHashSet<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-titles").factory());

    @Autowired
    FollowTitles(Descriptors descriptors, SearchStore store, PutRecords put, SearchIndexes indexes) {
        this(descriptors, store, put, indexes, AT_ONCE);
    }

    FollowTitles(Descriptors descriptors, SearchStore store, PutRecords put, SearchIndexes indexes, int atOnce) {
        this.descriptors = descriptors;
        this.store = store;
        this.put = put;
        this.atOnce = atOnce;
        indexes.also(this);
    }

    /**
     * What has to be read again.
     *
     * @param type of the records that link
     * @param to what they link to
     * @param after the last one that was read
     */
    private record Rest(TenantId tenant, String type, String field, List<UUID> to, UUID after) {

        Rest from(UUID last) {
            return new Rest(tenant, type, field, to, last);
        }

        Map<String, Object> told() {
            return Map.of(
                    "tenant",
                    tenant.toString(),
                    "type",
                    type,
                    "field",
                    field,
                    "to",
                    to.stream().map(UUID::toString).toList(),
                    "after",
                    after.toString());
        }

        static Rest of(Map<?, ?> told) {
            var to = (List<?>) told.get("to");
            return new Rest(
                    new TenantId(UUID.fromString(String.valueOf(told.get("tenant")))),
                    String.valueOf(told.get("type")),
                    String.valueOf(told.get("field")),
                    to.stream().map(id -> UUID.fromString(id.toString())).toList(),
                    UUID.fromString(String.valueOf(told.get("after"))));
        }
    }

    /** Reads what links to these records of the tenant in scope. */
    void of(TenantId tenant, Descriptor target, Collection<UUID> ids) {
        int most = atOnce;
        for (var type : descriptors.all()) {
            for (var field : SearchField.of(type)) {
                if (field.weight() == Weight.LINK
                        && target.name().equals(field.field().ref())) {
                    var all = new Rest(tenant, type.name(), field.field().name(), List.copyOf(ids), BEFORE_ALL);
                    most -= links(all, most);
                }
            }
        }
    }

    private int links(Rest rest, int most) {
        int done = 0;
        var next = rest;
        while (done < most) {
            var page = page(next);
            done += page.size();
            if (page.size() < PAGE) {
                return done;
            }
            next = next.from(page.getLast());
        }
        later(next);
        return done;
    }

    /** A type or field that is gone by now links to nothing. */
    private List<UUID> page(Rest rest) {
        var type = descriptors.find(rest.type()).orElse(null);
        var field = type == null ? null : type.fields().get(rest.field());
        if (type == null || field == null) {
            return List.of();
        }
        var page = store.linking(type, field, rest.to(), rest.after(), PAGE);
        if (!page.isEmpty()) {
            put.these(rest.tenant(), type, page);
        }
        return page;
    }

    private void later(Rest rest) {
        synchronized (left) {
            left.add(rest);
        }
        if (!worker.isShutdown()) {
            worker.execute(() -> ActorScope.run(Actor.system(rest.tenant()), () -> readOn(rest)));
        }
    }

    private void readOn(Rest rest) {
        try {
            var page = page(rest);
            put.shown();
            if (page.size() == PAGE) {
                later(rest.from(page.getLast()));
            }
            synchronized (left) {
                left.remove(rest);
            }
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                LOG.warn("Some records of type {} are found by an old title until the next start", rest.type(), e);
            }
        }
    }

    @Override
    public String left() {
        synchronized (left) {
            return left.isEmpty()
                    ? ""
                    : Json.write(left.stream().map(Rest::told).toList());
        }
    }

    @Override
    public void goOn(String told) {
        if (Json.read(told) instanceof List<?> all) {
            all.forEach(each -> later(Rest.of((Map<?, ?>) each)));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
