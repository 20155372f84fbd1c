package dev.windrose.records.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers for a while who reaches so few records of a type that finding these first is quicker than asking of every row. */
@Component
class FewRecords {

    private static final int FEW = 5_000;

    private final AccessStore store;
    private final Cache<Key, Boolean> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    FewRecords(AccessStore store) {
        this.store = store;
    }

    private record Key(TenantId tenant, @Nullable PersonId person, Role role, String type) {}

    /** @param ids the statement that selects them */
    boolean of(Descriptor type, String ids) {
        var actor = ActorScope.current();
        var key = new Key(actor.tenant(), actor.rightsOf(), actor.role(), type.name());
        var few = known.getIfPresent(key);
        if (few == null) {
            few = store.count(ids, FEW) <= FEW;
            known.put(key, few);
        }
        return few;
    }
}
