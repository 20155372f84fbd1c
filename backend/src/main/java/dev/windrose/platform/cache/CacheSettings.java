package dev.windrose.platform.cache;

import dev.windrose.platform.settings.Setting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where results are kept. */
@ConfigurationProperties("windrose")
record CacheSettings(
        @Setting(
                "Keeps results in this Redis, `redis://[:password@]host:port[/database]`, for several processes; without it in the process itself.")
        @Nullable
        URI redisUrl) {}
