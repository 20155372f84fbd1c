package dev.windrose.platform.tenancy;

import dev.windrose.platform.ActorScope;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Sets {@code app.tenant} for the length of each transaction. Without a bound actor it is empty, and policies then show no rows. */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        TenantOfConnection.set(connection, ActorScope.ifBound().map(actor -> actor.tenant().toString()).orElse(""));
    }
}
