package dev.windrose.platform.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In a Redis that several processes share. While it cannot be reached nothing is kept: the product works as without a cache. A change that could
 * not be counted then is told when Redis is back; until that, this process takes nothing from it.
 */
final class RedisStore implements CacheStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration REST = Duration.ofSeconds(2);
    /** Longer than any result lives, so that a count that is gone has no result that was made before it. */
    private static final Duration COUNTS_LIVE = Duration.ofDays(1);

    private static final String PREFIX = "windrose:";

    private final RedisClient client;
    private final Uncounted uncounted = new Uncounted();
    private @Nullable StatefulRedisConnection<String, String> connection;
    private volatile long restUntil = System.nanoTime();

    RedisStore(URI url) {
        client = RedisClient.create(RedisURI.create(url));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .build());
    }

    @Override
    public Optional<String> get(String key) {
        return ask(redis -> redis.sync().get(PREFIX + key));
    }

    @Override
    public void put(String key, String value, Duration life) {
        ask(redis -> redis.sync().set(PREFIX + key, value, SetArgs.Builder.px(life)));
    }

    @Override
    public Optional<List<Long>> counts(List<String> things) {
        if (!countLeftOvers()) {
            return Optional.empty();
        }
        return ask(redis -> redis.sync().mget(names(things)).stream()
                .map(value -> Long.parseLong(value.getValueOrElse("0")))
                .toList());
    }

    @Override
    public void count(List<String> things) {
        uncounted.add(things);
        countLeftOvers();
    }

    /** @return false while a change of this process is still to be told */
    private boolean countLeftOvers() {
        List<String> left = uncounted.take();
        if (left.isEmpty()) {
            return true;
        }
        var told = ask(redis -> {
            left.forEach(thing -> {
                redis.sync().incr(PREFIX + "count:" + thing);
                redis.sync().expire(PREFIX + "count:" + thing, COUNTS_LIVE);
            });
            return true;
        });
        if (told.isEmpty()) {
            uncounted.add(left);
        }
        return told.isPresent();
    }

    private static String[] names(List<String> things) {
        return things.stream().map(thing -> PREFIX + "count:" + thing).toArray(String[]::new);
    }

    /** After a failure Redis is left alone for a moment, so that a request waits for it at most once. */
    private <T> Optional<T> ask(Function<StatefulRedisConnection<String, String>, @Nullable T> question) {
        if (System.nanoTime() < restUntil) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(connected()));
        } catch (RedisException e) {
            restUntil = System.nanoTime() + REST.toNanos();
            LOG.warn("Redis does not answer, so nothing is cached: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private synchronized StatefulRedisConnection<String, String> connected() {
        if (connection == null) {
            connection = client.connect();
        }
        return connection;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
