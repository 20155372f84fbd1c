package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptLimitTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AttemptLimits limits = new AttemptLimits(clock);

    @Test
    void locksAnAccountForOneAddressAfterFiveFailures() {
        fail(5, "ann@windrose.example", "192.0.2.1");

        assertThatThrownBy(() -> limits.attempt("ann@windrose.example", "192.0.2.1"))
                .isInstanceOfSatisfying(AppException.class, error -> {
                    assertThat(error.code()).isEqualTo(AccessError.LOCKED);
                    assertThat(error.details()).containsEntry("retry_after", 900L);
                });
        assertThatCode(() -> limits.attempt("ann@windrose.example", "192.0.2.2"))
                .doesNotThrowAnyException();
        assertThatCode(() -> limits.attempt("bob@windrose.example", "192.0.2.1"))
                .doesNotThrowAnyException();
    }

    @Test
    void opensAgainAfterAQuarterOfAnHour() {
        fail(5, "ann@windrose.example", "192.0.2.1");

        clock.advance(Duration.ofMinutes(15));

        assertThatCode(() -> limits.attempt("ann@windrose.example", "192.0.2.1"))
                .doesNotThrowAnyException();
    }

    @Test
    void locksAnAccountThatManyAddressesTry() {
        IntStream.range(0, 20).forEach(i -> limits.attempt("ann@windrose.example", "192.0.2." + i));

        assertThatThrownBy(() -> limits.attempt("ann@windrose.example", "198.51.100.1"))
                .isInstanceOf(AppException.class);
    }

    @Test
    void locksAnAddressThatTriesManyAccounts() {
        IntStream.range(0, 100).forEach(i -> limits.attempt("person" + i + "@windrose.example", "192.0.2.1"));

        assertThatThrownBy(() -> limits.attempt("ann@windrose.example", "192.0.2.1"))
                .isInstanceOf(AppException.class);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(4, "ann@windrose.example", "192.0.2.1");
        limits.attempt("ann@windrose.example", "192.0.2.1");
        limits.succeeded("ann@windrose.example", "192.0.2.1");

        assertThatCode(() -> fail(5, "ann@windrose.example", "192.0.2.1")).doesNotThrowAnyException();
    }

    private void fail(int times, String name, String from) {
        IntStream.range(0, times).forEach(i -> limits.attempt(name, from));
    }
}
