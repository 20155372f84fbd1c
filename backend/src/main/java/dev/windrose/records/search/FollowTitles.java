package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.search.SearchField.Weight;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads records again that are found by what another one is called, once that is called otherwise or is gone. The first thousands are done with
 * the event; what is left follows beside it, so that a company of very many records holds nobody else up. After a crash that rest keeps the old
 * title until the next change or rebuild.
 */
@Component
class FollowTitles implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FollowTitles.class);
    private static final int PAGE = 500;
    private static final int AT_ONCE = 4_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Descriptors descriptors;
    private final SearchStore store;
    private final PutRecords put;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-titles").factory());

    FollowTitles(Descriptors descriptors, SearchStore store, PutRecords put) {
        this.descriptors = descriptors;
        this.store = store;
        this.put = put;
    }

    /** Reads what links to these records of the tenant in scope. */
    void of(TenantId tenant, Descriptor target, Collection<UUID> ids) {
        int left = AT_ONCE;
        for (var type : descriptors.all()) {
            for (var field : SearchField.of(type)) {
                if (field.weight() == Weight.LINK
                        && target.name().equals(field.field().ref())) {
                    left -= links(tenant, new Link(type, field.field(), List.copyOf(ids)), left);
                }
            }
        }
    }

    private record Link(Descriptor type, FieldDescriptor field, List<UUID> to) {}

    private int links(TenantId tenant, Link link, int most) {
        UUID after = BEFORE_ALL;
        int done = 0;
        while (done < most) {
            var page = page(tenant, link, after);
            done += page.size();
            if (page.size() < PAGE) {
                return done;
            }
            after = page.getLast();
        }
        later(tenant, link, after);
        return done;
    }

    private List<UUID> page(TenantId tenant, Link link, UUID after) {
        var page = store.linking(link.type(), link.field(), link.to(), after, PAGE);
        if (!page.isEmpty()) {
            put.these(tenant, link.type(), page);
        }
        return page;
    }

    private void later(TenantId tenant, Link link, UUID after) {
        worker.execute(() -> ActorScope.run(Actor.system(tenant), () -> {
            try {
                var page = page(tenant, link, after);
                if (page.size() == PAGE && !worker.isShutdown()) {
                    put.shown();
                    later(tenant, link, page.getLast());
                } else {
                    put.shown();
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "Some records of type {} are still found by an old title",
                        link.type().name(),
                        e);
            }
        }));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
