package dev.windrose.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.Browser;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class AuditTests {

    @Autowired
    AuditLog log;

    @Autowired
    SealAudit seal;

    @Autowired
    ReadAudit read;

    @Autowired
    JdbcClient application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessSettings settings;

    @Autowired
    Environment environment;

    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = Workspaces.fresh();
    }

    @Test
    void tellsWhoDidWhatToWhichRecord() {
        String company = create("Northwind Paper");
        workspace
                .http()
                .patch()
                .uri("/api/v1/companies/" + company)
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("industry_vertical", "Paper"))
                .exchange()
                .expectStatus()
                .isOk();
        workspace
                .http()
                .get()
                .uri("/api/v1/audit?record_id=" + company + "&limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].action")
                .isEqualTo("change_applied")
                .jsonPath("$.data[0].actor_name")
                .isEqualTo("Olive Owner")
                .jsonPath("$.data[0].title")
                .isEqualTo("company updated: Industry vertical")
                .jsonPath("$.data[0].request_id")
                .isNotEmpty()
                .jsonPath("$.next_cursor")
                .isNotEmpty();
        assertThat(actions()).contains("workspace_created", "person_added", "token_issued", "change_applied");
    }

    @Test
    void tellsWhoCameInAndWhoWasRefused() {
        workspace = Workspaces.fresh("a long enough password");
        var browser = new Browser(workspace.baseUrl());
        browser.signIn(workspace.email(), "wrong password, alas");
        browser.signIn(workspace.email(), "a long enough password");
        assertThat(actions()).contains("sign_in_refused", "signed_in");
    }

    @Test
    void sealsWithinASecondAndFindsNothingWrong() throws Exception {
        create("Northwind Paper");
        waitForSeals();
        assertThat(chain().problems()).isEmpty();
        assertThat(chain().entries()).isGreaterThan(2);
        assertThat(chain().head()).matches("[0-9a-f]{64}");
    }

    @Test
    void staysWholeWhileManyWriteAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int writer = 0; writer < 8; writer++) {
                pool.submit(() -> ActorScope.run(workspace.owner(), () -> {
                    for (int i = 0; i < 25; i++) {
                        append("entry " + i);
                        if (i % 5 == 0) {
                            seal.sealOnce(workspace.tenant());
                        }
                    }
                }));
            }
        }
        waitForSeals();
        assertThat(chain().problems()).isEmpty();
        assertThat(chain().entries()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void theApplicationCannotChangeWhatItWrote() {
        ActorScope.run(workspace.owner(), () -> {
            for (String attempt : List.of(
                    "update audit_log set title = 'x'",
                    "delete from audit_log",
                    "truncate audit_log",
                    "update audit_seals set number = 9",
                    "delete from audit_seals",
                    "update audit_unsealed set entry_id = null")) {
                assertThatThrownBy(() -> transaction.execute(
                                _ -> application.sql(attempt).update()))
                        .as(attempt)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        });
    }

    @Test
    void showsWhatSomebodyWithMoreRightsChangedRemovedOrCutOff() throws Exception {
        for (int i = 0; i < 4; i++) {
            ActorScope.run(workspace.owner(), () -> append("entry"));
            seal.sealOnce(workspace.tenant());
        }
        waitForSeals();
        long last = chain().seals();
        owner(
                "update audit_log set title = 'other' where tenant_id = :tenant and id = (select entries[1] from audit_seals "
                        + "where tenant_id = :tenant and number = 1)");
        assertThat(chain().problems()).containsExactly("An entry of seal 1 has been changed.");
        owner("delete from audit_log where tenant_id = :tenant and id = (select entries[1] from audit_seals "
                + "where tenant_id = :tenant and number = 1)");
        assertThat(chain().problems()).containsExactly("1 entries of seal 1 have been removed.");
        owner("update audit_seals set at = at + interval '1 hour' where tenant_id = :tenant and number = 2");
        assertThat(chain().problems()).contains("Seal 2 itself has been changed.");
        owner("delete from audit_seals where tenant_id = :tenant and number = 2");
        assertThat(chain().problems()).contains("Seal 2 is missing.");
        owner("delete from audit_seals where tenant_id = :tenant and number = " + last);
        assertThat(chain().problems())
                .contains("The chain ends at seal %d, but seal %d had been written.".formatted(last - 1, last));
    }

    @Test
    void isForAdministrators() {
        workspace
                .httpAs(Role.MANAGER)
                .get()
                .uri("/api/v1/audit")
                .exchange()
                .expectStatus()
                .isForbidden();
        workspace
                .httpAs(Role.ADMIN)
                .get()
                .uri("/api/v1/audit/seals")
                .exchange()
                .expectStatus()
                .isOk();
        workspace
                .http()
                .get()
                .uri("/api/v1/audit?action=nothing")
                .exchange()
                .expectStatus()
                .isBadRequest();
        workspace
                .http()
                .get()
                .uri("/api/v1/audit?cursor=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private String create(String name) {
        var answer = workspace
                .http()
                .post()
                .uri("/api/v1/companies")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", name))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(answer.get("id"));
    }

    private void append(String title) {
        log.append(AuditEntry.of(AuditAction.FLAG_CHANGED, title, Map.of("enabled", true)));
    }

    private List<String> actions() {
        return ActorScope.call(
                workspace.owner(),
                () -> read.page(new AuditQuery(null, null, null, null, null, null, null, 100)).stream()
                        .map(AuditRow::action)
                        .toList());
    }

    /** Waits by looking, not by hoping. */
    private void waitForSeals() throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (chain().unsealed() > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(chain().unsealed()).isZero();
    }

    private VerifyAudit.Chain chain() throws SQLException {
        try (var connection = DatabaseOwner.connect(environment)) {
            return new VerifyAudit(connection, settings.folder())
                    .chain(workspace.tenant().value(), "this");
        }
    }

    private void owner(String sql) throws SQLException {
        try (var connection = DatabaseOwner.connect(environment)) {
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .param("tenant", workspace.tenant().value())
                    .update();
        }
    }
}
