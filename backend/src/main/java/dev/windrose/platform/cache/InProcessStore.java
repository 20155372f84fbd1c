package dev.windrose.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** In the memory of this process, at most 32 million characters. */
final class InProcessStore implements CacheStore {

    private static final long LARGEST = 32L << 20;

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .<String, Entry>weigher((key, entry) -> key.length() + entry.value().length())
            .expireAfter(Expiry.<String, Entry>creating((key, entry) -> entry.life()))
            .build();

    private record Entry(String value, Duration life) {}

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.getIfPresent(key)).map(Entry::value);
    }

    @Override
    public void put(String key, String value, Duration life) {
        entries.put(key, new Entry(value, life));
    }

    @Override
    public Optional<List<Long>> counts(List<String> things) {
        return Optional.of(things.stream().map(thing -> counter(thing).get()).toList());
    }

    @Override
    public void count(List<String> things) {
        things.forEach(thing -> counter(thing).incrementAndGet());
    }

    private AtomicLong counter(String thing) {
        return counts.computeIfAbsent(thing, _ -> new AtomicLong());
    }

    @Override
    public void close() {
        entries.invalidateAll();
    }
}
