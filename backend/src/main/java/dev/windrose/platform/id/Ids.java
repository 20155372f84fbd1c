package dev.windrose.platform.id;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes UUIDv7 ids (RFC 9562, 5.7): 48 bits of milliseconds, then a counter that keeps ids of one process in order. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds shifted by 12 bits, plus a 12-bit counter: never goes back, also when the clock does. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        long high = (ticks >>> 12) << 16 | 0x7000L | (ticks & 0xFFF);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
