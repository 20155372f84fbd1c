package dev.windrose.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScopedClockTests {

    private static final Instant EARLIER = Instant.parse("2024-02-29T12:00:00Z");

    private final Clock clock = new ScopedClock();

    @Test
    void standsStillInsideAMoment() {
        assertThat(ScopedClock.at(EARLIER, clock::instant)).isEqualTo(EARLIER);
    }

    @Test
    void runsWithTheSystemOutside() {
        assertThat(clock.instant()).isAfter(EARLIER);
    }
}
