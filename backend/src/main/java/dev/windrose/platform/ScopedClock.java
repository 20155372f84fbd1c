package dev.windrose.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the application. Inside {@link #at} it stands still at a given moment: for what was received earlier, for demo data with a
 * past, and for tests. Everywhere else it is the system's.
 */
public final class ScopedClock extends Clock {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final ZoneId zone;

    public ScopedClock() {
        this(ZoneOffset.UTC);
    }

    private ScopedClock(ZoneId zone) {
        this.zone = zone;
    }

    public static <T, X extends Throwable> T at(Instant moment, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(MOMENT, moment).call(work);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ScopedClock(other);
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : Clock.systemUTC().instant();
    }
}
