package dev.windrose.platform.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class CredentialTests {

    private static final String VALUE = "tide-table-of-1894-wxyz";

    @Autowired
    Credentials credentials;

    @Autowired
    RotateKey key;

    @Autowired
    Keyring ring;

    @Autowired
    ProcessSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    TestWorkspace workspace;
    UUID id;

    @BeforeEach
    void keepOne() {
        workspace = Workspaces.fresh();
        id = as(() -> credentials.set(null, "password", "Mail server", Secret.of(VALUE)));
    }

    @Test
    void theDatabaseHoldsNoValueAndTheKeyFileIsPrivate() throws IOException {
        byte[] sealed = as(() -> transaction.execute(_ ->
                jdbc.sql("select sealed from credentials").query(byte[].class).single()));
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("tide");
        var file = settings.folder().resolve(Credentials.KEY_FILE);
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(as(() -> credentials.open(id)).reveal()).isEqualTo(VALUE);
    }

    @Test
    void noAnswerHoldsTheValue() {
        var http = workspace.http();
        var all =
                http.get().uri("/api/v1/credentials").exchange().expectStatus().isOk();
        assertThat(new String(all.expectBody().returnResult().getResponseBodyContent()))
                .doesNotContain("tide")
                .contains("\"last_four\":\"wxyz\"", "\"set_by_name\":\"Olive Owner\"", "\"kind\":\"password\"");
        var put = http.put()
                .uri("/api/v1/credentials/" + id)
                .body(Map.of("value", "new-" + VALUE))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(new String(put.expectBody().returnResult().getResponseBodyContent()))
                .doesNotContain("tide");
        assertThat(as(() -> credentials.open(id)).reveal()).isEqualTo("new-" + VALUE);
        workspace
                .httpAs(Role.MANAGER)
                .get()
                .uri("/api/v1/credentials")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aValueMovedOrChangedInTheDatabaseIsRefused() {
        var other = as(() -> credentials.set(null, "token", "Other", Secret.of("other")));
        change("update credentials set sealed = (select sealed from credentials where id = '%s') where id = '%s'"
                .formatted(id, other));
        assertThatThrownBy(() -> as(() -> credentials.open(other))).hasMessageContaining("cannot be opened");
        change("update credentials set sealed = set_byte(sealed, 15, 255 - get_byte(sealed, 15)) where id = '%s'"
                .formatted(id));
        assertThatThrownBy(() -> as(() -> credentials.open(id))).hasMessageContaining("cannot be opened");
    }

    @Test
    void aValueUnderAKeyThatIsNotHereSaysSo() {
        change("update credentials set key_id = 'lost'");
        assertThatThrownBy(() -> as(() -> credentials.open(id))).hasMessageContaining("put the key file back");
        assertThat(as(() -> credentials.all()).getFirst().readable()).isFalse();
    }

    @Test
    void aNewKeySealsEverythingAnewWhileItIsUsed() throws Exception {
        var before = ring.current().id();
        var going = new AtomicBoolean(true);
        var failed = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var reader = Thread.ofVirtual().start(() -> {
            try {
                for (int turn = 0; going.get(); turn++) {
                    assertThat(as(() -> credentials.open(id)).reveal()).startsWith("tide");
                    int number = turn;
                    as(() -> credentials.set(id, "password", "Mail server", Secret.of("tide" + number)));
                }
            } catch (Throwable e) {
                failed.set(e);
            }
        });
        for (int turn = 0; turn < 5; turn++) {
            workspace
                    .http()
                    .post()
                    .uri("/api/v1/credentials/rotate-key")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        going.set(false);
        reader.join();
        assertThat(failed.get()).isNull();
        as(() -> key.rotate());
        String used = as(() -> transaction.execute(_ ->
                jdbc.sql("select key_id from credentials").query(String.class).single()));
        assertThat(used).isEqualTo(ring.current().id()).isNotEqualTo(before);
        assertThat(as(() -> credentials.open(id)).reveal()).startsWith("tide");
        workspace
                .httpAs(Role.ADMIN)
                .post()
                .uri("/api/v1/credentials/rotate-key")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void everyChangeIsInTheAuditLogWithoutTheValue() {
        as(() -> {
            credentials.remove(id);
            return true;
        });
        var entries = as(() -> transaction.execute(_ -> jdbc.sql(
                        "select action || ' ' || title || ' ' || cast(details as text) from audit_log where action like 'credential%'")
                .query(String.class)
                .list()));
        assertThat(entries)
                .anyMatch(entry -> entry.startsWith(AuditAction.CREDENTIAL_SET.wire() + " Mail server"))
                .anyMatch(entry -> entry.startsWith(AuditAction.CREDENTIAL_REMOVED.wire()))
                .noneMatch(entry -> entry.contains("tide"));
        assertThatThrownBy(() -> as(() -> credentials.open(id))).hasMessageContaining("no such");
        assertThatThrownBy(() -> as(() -> credentials.replace(Ids.next(), Secret.of("x"))))
                .hasMessageContaining("no such");
    }

    private void change(String sql) {
        as(() -> transaction.execute(_ -> jdbc.sql(sql).update()));
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return ActorScope.call(workspace.owner(), work::get);
    }
}
