package dev.windrose.platform.cache;

import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** Caches as processes of their own would have them. */
public final class TestCaches {

    private TestCaches() {}

    public static SharedCache onRedis(URI redis) {
        return new SharedCache(new CacheSettings(redis), JsonMapper.builder().build());
    }
}
