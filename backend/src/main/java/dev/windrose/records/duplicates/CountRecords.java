package dev.windrose.records.duplicates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.ValueStore;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many records of a type there are, about: the fewer, the less one has to say to be found the same. */
@Component
class CountRecords {

    private final ValueStore values;
    private final Cache<Key, Long> counts = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    CountRecords(ValueStore values) {
        this.values = values;
    }

    private record Key(TenantId tenant, String type) {}

    long of(Descriptor type) {
        return counts.get(new Key(ActorScope.current().tenant(), type.name()), _ -> values.records(type));
    }
}
