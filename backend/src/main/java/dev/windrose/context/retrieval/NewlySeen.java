package dev.windrose.context.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.stereotype.Component;

/** What has changed in the last moments: what an actor was seen to see before says nothing of it. */
@Component
class NewlySeen {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 5_000;

    private final Cache<Of, ConcurrentLinkedDeque<Changed>> changed =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterAccess(KEPT).build();

    private record Of(TenantId tenant, String type) {}

    private record Changed(UUID id, long nanos) {}

    void changed(TenantId tenant, String type, Collection<UUID> ids) {
        var all = changed.get(new Of(tenant, type), _ -> new ConcurrentLinkedDeque<>());
        long now = System.nanoTime();
        ids.stream().limit(MOST).forEach(id -> all.add(new Changed(id, now)));
        for (var first = all.peekFirst();
                first != null && (all.size() > MOST || now - first.nanos() > KEPT.toNanos());
                first = all.peekFirst()) {
            all.pollFirst();
        }
    }

    Set<UUID> since(TenantId tenant, String type, long nanos) {
        var all = changed.getIfPresent(new Of(tenant, type));
        var ids = new HashSet<UUID>();
        if (all != null) {
            all.stream().filter(each -> each.nanos() - nanos >= 0).forEach(each -> ids.add(each.id()));
        }
        return ids;
    }
}
