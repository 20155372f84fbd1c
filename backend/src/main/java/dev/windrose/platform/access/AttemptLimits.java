package dev.windrose.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.error.AppException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How often a secret may be guessed. An attempt is counted before it is checked, so that many at the same time do not slip through, and
 * given back when it succeeds.
 */
@Component
class AttemptLimits {

    private static final int KEYS = 50_000;

    private final Limit pair;
    private final Limit account;
    private final Limit address;

    AttemptLimits(Clock clock) {
        var meter = new ClockMeter(clock);
        pair = new Limit(5, Duration.ofMinutes(15), meter);
        account = new Limit(20, Duration.ofHours(1), meter);
        address = new Limit(100, Duration.ofMinutes(15), meter);
    }

    /** @throws AppException LOCKED, with the seconds to wait */
    void attempt(String name, String from) {
        attempt(from);
        pair.take(name + " " + from);
        account.take(name);
    }

    void attempt(String from) {
        address.take(from);
    }

    void succeeded(String name, String from) {
        pair.forget(name + " " + from);
        account.forget(name);
        succeeded(from);
    }

    void succeeded(String from) {
        address.giveBack(from);
    }

    private static final class Limit {

        private final int attempts;
        private final Duration window;
        private final TimeMeter meter;
        private final Cache<String, Bucket> buckets;

        Limit(int attempts, Duration window, TimeMeter meter) {
            this.attempts = attempts;
            this.window = window;
            this.meter = meter;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(KEYS)
                    .expireAfterAccess(window.multipliedBy(2))
                    .build();
        }

        void take(String key) {
            var probe = buckets.get(key, this::fresh).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
                throw new AppException(
                        AccessError.LOCKED,
                        "Too many attempts. Try again in " + Math.ceilDiv(seconds, 60) + " minutes.",
                        null,
                        Map.of("retry_after", seconds));
            }
        }

        void giveBack(String key) {
            buckets.get(key, this::fresh).addTokens(1);
        }

        void forget(String key) {
            buckets.invalidate(key);
        }

        private Bucket fresh(String key) {
            return Bucket.builder()
                    .withCustomTimePrecision(meter)
                    .addLimit(limit -> limit.capacity(attempts).refillIntervally(attempts, window))
                    .build();
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
