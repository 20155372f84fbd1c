package dev.windrose.platform.cache;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results by name within the workspace of the actor. A result names what it was made of, for example record types; once one of these changes it
 * is not found any more, and after its life it is gone in any case. What differs from person to person has the person in its name.
 */
@Component
public class SharedCache implements DisposableBean {

    private final CacheStore store;
    private final JsonMapper json;

    SharedCache(CacheSettings settings, JsonMapper json) {
        this.store = settings.redisUrl() == null ? new InProcessStore() : new RedisStore(settings.redisUrl());
        this.json = json;
    }

    /**
     * The kept result, or the one that {@code load} works out now.
     *
     * @param madeOf things whose change makes it worthless
     * @param life the longest it is kept
     */
    public <T> T get(String name, Set<String> madeOf, Duration life, Class<T> type, Supplier<T> load) {
        var tenant = ActorScope.current().tenant();
        // Counted before it is worked out: a change in the meantime makes it worthless.
        var counts = store.counts(keys(tenant, madeOf));
        if (counts.isEmpty()) {
            return load.get();
        }
        String key = "%s:%s:%s"
                .formatted(tenant, counts.get().stream().map(String::valueOf).collect(Collectors.joining(".")), name);
        var kept = store.get(key);
        if (kept.isPresent()) {
            return json.readValue(kept.get(), type);
        }
        T result = load.get();
        store.put(key, json.writeValueAsString(result), life);
        return result;
    }

    /** Call after the commit that changed them. */
    public void changed(TenantId tenant, Collection<String> things) {
        store.count(keys(tenant, things));
    }

    private static List<String> keys(TenantId tenant, Collection<String> things) {
        return new TreeSet<>(things).stream().map(thing -> tenant + ":" + thing).toList();
    }

    @Override
    public void destroy() {
        store.close();
    }
}
