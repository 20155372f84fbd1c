package dev.windrose.integrations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class WebhookConnectorTests extends ConnectorContract {

    private static final String SECRET = "whsec_c2VhZ3VsbHMtYW5kLWhhcmJvdXItbGlnaHRz";

    @Override
    protected String kind() {
        return "webhook";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected String secretValue() {
        return SECRET;
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "msg_" + at,
                        Instant.now().minusSeconds(60),
                        "application/json",
                        "{\"email\":\"lena@harbour.example\",\"text\":\"Quote number %d please\"}"
                                .formatted(at)
                                .getBytes(StandardCharsets.UTF_8),
                        RawMessage.FRESH))
                .toList();
    }

    @Test
    void aSignedMessageIsTakenOnceHoweverOftenItIsSent() throws Exception {
        var id = connect(Map.of());
        assertThat(body(send(id, "msg_a", "{\"data\":{\"subject\":\"Pier\",\"message\":\"The pier needs paint.\"}}"))
                        .path("received")
                        .asInt())
                .isOne();
        assertThat(body(send(id, "msg_a", "{\"data\":{\"subject\":\"Pier\",\"message\":\"The pier needs paint.\"}}"))
                        .path("received")
                        .asInt())
                .isZero();
        var line = awaitDecided(1).getFirst();
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.body()).isEqualTo("The pier needs paint.");
        assertThat(line.promptLog()).isNotNull();
        send(UUID.randomUUID(), "msg_b", "{}").expectStatus().isNotFound();
        send(id, "msg_c", "{\"order\":{\"total\":12,\"items\":[{\"name\":\"Rope\"}]}}")
                .expectStatus()
                .isOk();
        assertThat(awaitDecided(2).getFirst().body()).isEqualTo("order total: 12\norder items name: Rope");
    }

    @Test
    void whatIsTooLongIsSaidInTheLedger() throws Exception {
        var id = connect(Map.of());
        String words = "The pier needs paint. ".repeat(5000);
        send(id, "msg_long", "{\"text\":\"" + words + "\"}").expectStatus().isOk();
        var line = awaitDecided(1).getFirst();
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.body()).hasSize(110_000);
        assertThat(line.detail()).isEqualTo("Only the first 100,000 of 110,000 characters were read.");
    }

    @Test
    void aPausedSourceTakesNothing() {
        var id = connect(Map.of());
        workspace
                .http()
                .patch()
                .uri("/api/v1/connections/" + id)
                .body(Map.of("paused", true))
                .exchange()
                .expectStatus()
                .isOk();
        send(id, "msg_a", "{}").expectStatus().isNotFound();
    }

    private ResponseSpec send(UUID connection, String id, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String time = String.valueOf(Instant.now().getEpochSecond());
        return workspace
                .anonymous()
                .post()
                .uri(inbound(connection))
                .contentType(MediaType.APPLICATION_JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header(
                        "webhook-signature",
                        StandardWebhook.sign(
                                StandardWebhook.key(Secret.of(SECRET)).orElseThrow(), id, time, body))
                .body(body)
                .exchange();
    }
}
