package dev.windrose.records.search;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.derived.ComputedListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads records again whose computed texts say something else since another record was written. The log does not tell of them. */
@Component
class FollowComputed implements ComputedListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FollowComputed.class);
    private static final int TOGETHER = 500;

    private final Descriptors descriptors;
    private final PutRecords put;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-computed").factory());

    FollowComputed(Descriptors descriptors, PutRecords put) {
        this.descriptors = descriptors;
        this.put = put;
    }

    @Override
    public void computed(Map<String, Set<UUID>> records) {
        var tenant = ActorScope.current().tenant();
        records.forEach((name, ids) -> descriptors
                .find(name)
                .filter(FollowComputed::tells)
                .ifPresent(type -> worker.execute(() -> read(tenant, type, List.copyOf(ids)))));
    }

    /** Whether records of the type are found by computed texts. */
    static boolean tells(Descriptor type) {
        return SearchField.of(type).stream()
                .anyMatch(field -> field.found() && field.field().derived());
    }

    private void read(TenantId tenant, Descriptor type, List<UUID> ids) {
        try {
            ActorScope.run(Actor.system(tenant), () -> {
                for (int from = 0; from < ids.size() && !worker.isShutdown(); from += TOGETHER) {
                    put.these(tenant, type, ids.subList(from, Math.min(ids.size(), from + TOGETHER)));
                }
                put.shown();
            });
        } catch (RuntimeException e) {
            LOG.warn("Some records of type {} are still found by what was computed before", type.name(), e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
