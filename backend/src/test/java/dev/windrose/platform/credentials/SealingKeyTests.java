package dev.windrose.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.id.Ids;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SealingKeyTests {

    final SealingKey key = SealingKey.fresh("one");
    final UUID tenant = Ids.next();
    final UUID place = Ids.next();
    final Secret secret = Secret.of("sail-güter-7ß-🌊");

    @Test
    void opensWhatItSealed() {
        assertThat(key.open(key.seal(secret, tenant, place), tenant, place)).isEqualTo(secret);
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(key.seal(secret, tenant, place)).isNotEqualTo(key.seal(secret, tenant, place));
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] sealed = key.seal(secret, tenant, place);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            refused(() -> key.open(changed, tenant, place));
        }
        refused(() -> key.open(new byte[5], tenant, place));
    }

    @Test
    void refusesAnotherKeyAndAnotherPlace() {
        byte[] sealed = key.seal(secret, tenant, place);
        refused(() -> SealingKey.fresh("one").open(sealed, tenant, place));
        refused(() -> key.open(sealed, Ids.next(), place));
        refused(() -> key.open(sealed, tenant, Ids.next()));
    }

    @Test
    void aSecretIsNeverShownByAccident() {
        assertThat(secret).hasToString("[secret]");
        assertThat(JsonMapper.shared().writeValueAsString(secret)).isEqualTo("\"[secret]\"");
        assertThat(JsonMapper.shared().readValue("\"abc\"", Secret.class).reveal())
                .isEqualTo("abc");
        assertThat(Secret.of("short").lastFour()).isEmpty();
        assertThat(Secret.of("long-enough-1234").lastFour()).isEqualTo("1234");
        assertThat(secret.removedFrom("535 bad password " + secret.reveal())).isEqualTo("535 bad password [secret]");
    }

    private static void refused(ThrowingCallable work) {
        assertThatThrownBy(work).hasMessageContaining("cannot be opened");
    }
}
