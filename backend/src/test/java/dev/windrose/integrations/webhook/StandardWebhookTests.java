package dev.windrose.integrations.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.platform.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StandardWebhookTests {

    private static final Secret SECRET = Secret.of("whsec_c2VhZ3VsbHMtYW5kLWhhcmJvdXItbGlnaHRz");
    private static final byte[] BODY = "{\"text\":\"Hello\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void takesARightSignatureAndNothingElse() {
        String right = StandardWebhook.sign(StandardWebhook.key(SECRET).orElseThrow(), "msg_1", "1700000000", BODY);
        assertThat(refused("msg_1", "1700000000", right, NOW)).isFalse();
        assertThat(refused("msg_1", "1700000000", "v1,AAAA " + right + " v2,x", NOW))
                .isFalse();
        assertThat(refused("msg_2", "1700000000", right, NOW)).isTrue();
        assertThat(refused("msg_1", "1700000001", right, NOW)).isTrue();
        assertThat(refused("msg_1", "1700000000", right, NOW.plusSeconds(301))).isTrue();
        assertThat(refused("msg_1", "1700000000", right, NOW.minusSeconds(301))).isTrue();
        assertThat(refused("msg_1", "soon", right, NOW)).isTrue();
        assertThat(refused(null, "1700000000", right, NOW)).isTrue();
        assertThat(refused("msg_1", "1700000000", "v1,", NOW)).isTrue();
    }

    @Test
    void secretsNeedNoPaddingAndMayNotBeEmpty() {
        assertThat(StandardWebhook.key(Secret.of("whsec_"))).isEmpty();
        assertThat(StandardWebhook.key(Secret.of(""))).isEmpty();
        assertThat(StandardWebhook.key(Secret.of("A".repeat(31)))).isPresent();
        assertThat(StandardWebhook.key(Secret.of("A".repeat(30)))).isPresent();
        assertThat(StandardWebhook.key(Secret.of("whsec_" + "A".repeat(32)))).hasValueSatisfying(key -> assertThat(key)
                .isEqualTo(StandardWebhook.key(Secret.of("A".repeat(32))).orElseThrow()));
    }

    @Test
    void agreesWithThePublishedVectors() throws Exception {
        String corpora = System.getenv("WINDROSE_CORPORA");
        assumeTrue(corpora != null, "WINDROSE_CORPORA is not set");
        var vectors =
                JsonMapper.shared().readTree(Files.readString(Path.of(corpora, "standard_webhooks", "vectors.json")));
        var first = vectors.path("sign").get(0);
        var secret = Secret.of(first.path("secret").asString());
        byte[] body = first.path("payload").asString().getBytes(StandardCharsets.UTF_8);
        for (var sign : vectors.path("sign")) {
            assertThat(StandardWebhook.sign(
                            StandardWebhook.key(Secret.of(sign.path("secret").asString()))
                                    .orElseThrow(),
                            sign.path("id").asString(),
                            sign.path("timestamp").asString(),
                            sign.path("payload").asString().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(sign.path("expected").asString());
        }
        for (var verify : vectors.path("verify_at_1614265330")) {
            var headers = verify.path("headers");
            var refusal = StandardWebhook.refusal(
                    secret,
                    headers.path("webhook-id").asString(null),
                    headers.path("webhook-timestamp").asString(null),
                    headers.path("webhook-signature").asString(null),
                    body,
                    Instant.ofEpochSecond(1614265330));
            assertThat(refusal.isEmpty())
                    .as(verify.path("name").asString())
                    .isEqualTo(verify.path("ok").asBoolean());
        }
    }

    private static boolean refused(
            @org.jspecify.annotations.Nullable String id, String time, String signature, Instant now) {
        return StandardWebhook.refusal(SECRET, id, time, signature, BODY, now).isPresent();
    }
}
