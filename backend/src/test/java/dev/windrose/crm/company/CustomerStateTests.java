package dev.windrose.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class CustomerStateTests {

    @Autowired
    CustomerStates states;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void stepsAlongTheModelAndAnnouncesIt() {
        var company = company("buying");
        world.update("company", company, Map.of("customer_state", "using"));
        assertThat(announced(company)).containsExactly("null>buying", "buying>using");
    }

    @Test
    void refusesAStepThatTheModelDoesNotHave() {
        var company = company("dormant");
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.update("company", company, Map.of("customer_state", "churned")))
                .withMessageContaining("exploring or buying")
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("customer_state"));
    }

    @Test
    void isForcedByAManagerWithAReason() {
        var company = company("dormant");
        var manager = world.as(as(Role.MANAGER));
        manager.in(() -> states.force(new CompanyId(company), CustomerState.CHURNED, "Closed down last year"));
        assertThat(world.get("company", company).value("customer_state")).isEqualTo("churned");
        var latest = world.in(() -> states.history(new CompanyId(company))).getFirst();
        assertThat(latest.reason()).isEqualTo("Closed down last year");
        assertThat(latest.from()).isEqualTo(CustomerState.DORMANT);
    }

    @Test
    void isNotForcedWithoutRankOrReason() {
        var company = new CompanyId(company("dormant"));
        assertThatExceptionOfType(AppException.class).isThrownBy(() -> world.as(as(Role.MEMBER))
                .in(() -> states.force(company, CustomerState.USING, "Because")));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.in(() -> states.force(company, CustomerState.USING, " ")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("reason"));
    }

    @Test
    void returnsByUndoWhateverTheModelSays() {
        var company = company("using");
        world.undo(world.update("company", company, Map.of("customer_state", "churned")));
        assertThat(world.get("company", company).value("customer_state")).isEqualTo("using");
    }

    @Test
    void followsAnImportWhateverTheModelSays() {
        var company = company("dormant");
        world.apply(
                Cause.importing("1"), DraftOperation.update("company", company, Map.of("customer_state", "churned")));
        assertThat(world.get("company", company).value("customer_state")).isEqualTo("churned");
    }

    @Test
    void movesAndForcesByApi() {
        var company = company("dormant");
        var http = world.workspace().http();
        String address = "/api/v1/companies/" + company + "/state";
        http.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("dormant")
                .jsonPath("$.next[0]")
                .isEqualTo("exploring");
        http.post()
                .uri(address)
                .body(Map.of("to", "churned", "force", false))
                .exchange()
                .expectStatus()
                .isEqualTo(400);
        http.post()
                .uri(address)
                .body(Map.of("to", "churned", "force", true, "reason", "Closed down"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state.history[0].reason")
                .isEqualTo("Closed down");
    }

    private UUID company(String state) {
        return world.create("company", Map.of("name", "Calder Instruments", "customer_state", state));
    }

    private Actor as(Role role) {
        var owner = world.actor();
        return new Actor(owner.tenant(), owner.person(), owner.name(), owner.kind(), role, owner.scopes());
    }

    private List<String> announced(UUID company) {
        return world.in(() -> transaction.execute(status -> jdbc.sql("""
                        select coalesce(payload ->> 'from', 'null') || '>' || (payload ->> 'to') from event_log
                        where tenant_id = :tenant and record_id = :company and name = 'customer_state_changed' order by id
                        """)
                .param("tenant", world.actor().tenant().value())
                .param("company", company)
                .query(String.class)
                .list()));
    }
}
