package dev.windrose.platform.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps texts for a while, and counts changes. May forget anything at any time, but never a change it has counted within the longest life. */
interface CacheStore extends AutoCloseable {

    Optional<String> get(String key);

    void put(String key, String value, Duration life);

    /** How often each of these has changed, in their order. Empty while the store cannot be asked: nothing may be taken from it or kept then. */
    Optional<List<Long>> counts(List<String> things);

    void count(List<String> things);

    @Override
    void close();
}
