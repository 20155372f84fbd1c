package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Role;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every kind of source keeps to. A test of a connector extends this and says what is special about it. */
public abstract class ConnectorContract extends SourceTest {

    /** A few messages as the source hands them over, each with an external id of its own. */
    protected abstract List<RawMessage> samples();

    @Test
    void keepsItsSettingsAsTheyAreWhenTheyAreCheckedAgain() {
        var once = as(() -> connector().checked(settings()));
        assertThat(as(() -> connector().checked(once))).isEqualTo(once);
    }

    @Test
    void aFormCanAskForEverySetting() {
        var asked = connector().settings();
        var kept = as(() -> connector().checked(settings())).keySet();
        assertThat(asked.stream()
                        .filter(setting -> !setting.secret())
                        .map(ConnectionSetting::name)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(asked.stream().filter(ConnectionSetting::secret).count()).isEqualTo(secretValue() == null ? 0 : 1);
        asked.stream().filter(ConnectionSetting::required).forEach(this::isAskedForWhereItIsMissing);
        var json = body(workspace.http().get().uri("/api/v1/connections/kinds").exchange());
        assertThat(json.path("data")
                        .valueStream()
                        .filter(one -> one.path("kind").asString().equals(kind()))
                        .findFirst()
                        .orElseThrow()
                        .path("settings"))
                .hasSize(asked.size());
    }

    private void isAskedForWhereItIsMissing(ConnectionSetting setting) {
        var settings = new HashMap<>(settings());
        settings.remove(setting.name());
        var secret = setting.secret() || secretValue() == null ? null : Secret.of(secretValue());
        var wanted = new ConnectionChange(kind(), "Source", settings, secret, null, null, null);
        String field = setting.secret() ? "secret" : "settings." + setting.name();
        assertThatThrownBy(() -> as(() -> connections.create(wanted)))
                .isInstanceOfSatisfying(AppException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    @Test
    void handsInEachMessageOnceAndTheSumsAddUp() throws Exception {
        var id = connect(Map.of());
        var connection = as(() -> connections.get(id));
        assertThat(as(() -> door.take(connection, samples(), null)))
                .hasSize(samples().size());
        assertThat(as(() -> door.take(connection, samples(), null))).isEmpty();
        awaitDecided(samples().size());
        var report = as(() -> health.of(id, 90));
        assertThat(report.addsUp()).isTrue();
        assertThat(report.days().stream().mapToInt(SourceHealth.Day::received).sum())
                .isEqualTo(samples().size());
        assertThat(as(() -> messages.list(id, MessageState.FAILED, null, 10))).isEmpty();
    }

    @Test
    void whatMakesNoSenseFailsWithASentenceAndCanBeReplaced() throws Exception {
        var id = connect(Map.of());
        var garbage = new RawMessage(
                "garbage",
                samples().getFirst().receivedAt(),
                samples().getFirst().contentType(),
                new byte[] {0, 1, 2, (byte) 0xff},
                0);
        as(() -> door.take(as(() -> connections.get(id)), List.of(garbage), null));
        awaitDecided(1);
        var line = as(() -> messages.list(id, null, null, 10)).getFirst();
        assertThat(line.state()).isIn(MessageState.FAILED, MessageState.EXCLUDED, MessageState.STORED);
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
        if (line.state() != MessageState.FAILED) {
            return;
        }
        assertThat(line.detail()).isNotBlank();
        workspace
                .http()
                .post()
                .uri("/api/v1/received-messages/" + line.id() + "/replay")
                .body(Map.of("text", "Two cranes, please."))
                .exchange()
                .expectStatus()
                .isOk();
        var replaced = awaitDecided(1).getFirst();
        assertThat(replaced.state()).as(String.valueOf(replaced.detail())).isEqualTo(MessageState.STORED);
        assertThat(replaced.promptLog()).isNotNull();
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    @Test
    void noAnswerHoldsItsSecret() {
        String secret = secretValue();
        var id = connect(Map.of());
        var json = body(workspace.http().get().uri("/api/v1/connections/" + id).exchange());
        assertThat(json.path("kind").asString()).isEqualTo(kind());
        if (secret != null) {
            assertThat(json.toString()).doesNotContain(secret);
            assertThat(json.path("secret").path("set_by_name").asString()).isEqualTo("Olive Owner");
            assertThatThrownBy(() -> as(() ->
                            connections.create(new ConnectionChange(kind(), null, settings(), null, null, null, null))))
                    .isInstanceOf(AppException.class);
        }
        workspace
                .httpAs(Role.MANAGER)
                .get()
                .uri("/api/v1/connections")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void whoDoesNotProveItselfIsRefused() {
        if (secretValue() != null && connector() instanceof Connector.Pushed) {
            var id = connect(Map.of());
            workspace
                    .anonymous()
                    .post()
                    .uri(inbound(id))
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
            assertThat(as(() -> messages.list(id, null, null, 10))).isEmpty();
        }
    }
}
