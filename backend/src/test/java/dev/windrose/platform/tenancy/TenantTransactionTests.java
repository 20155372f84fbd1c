package dev.windrose.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class TenantTransactionTests {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void carriesTheTenantOfTheActor() {
        var workspace = Workspaces.fresh();

        assertThat(tenantWithin(workspace)).isEqualTo(workspace.tenant().toString());
        assertThat(transaction.<String>execute(status -> setting())).isEmpty();
    }

    @Test
    void letsNoOtherTenantJoin() {
        var workspace = Workspaces.fresh();
        var other = Workspaces.fresh();

        assertThatThrownBy(() -> ActorScope.run(
                        workspace.owner(), () -> transaction.executeWithoutResult(status -> tenantWithin(other))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> tenantWithin(other)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private String tenantWithin(TestWorkspace workspace) {
        return ActorScope.call(workspace.owner(), () -> transaction.execute(status -> setting()));
    }

    private String setting() {
        return jdbc.sql("select current_setting('app.tenant', true)")
                .query(String.class)
                .single();
    }
}
