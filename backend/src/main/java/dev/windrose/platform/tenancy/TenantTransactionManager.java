package dev.windrose.platform.tenancy;

import dev.windrose.platform.ActorScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Sets {@code app.tenant} for the length of each transaction. Without a bound actor it is empty, and policies then show no rows. Work of
 * another tenant may not join a running transaction: it would see the rows of the first.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** The tenant of each running transaction, by its connection. */
    private final transient Map<Connection, String> running = new ConcurrentHashMap<>();

    TenantTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        String tenant = tenant();
        TenantOfConnection.set(connection, tenant);
        running.put(connection, tenant);
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        boolean existing = super.isExistingTransaction(transaction);
        if (existing && !tenant().equals(running.getOrDefault(connection(transaction), ""))) {
            throw new IllegalTransactionStateException("Work of one tenant may not join the transaction of another");
        }
        return existing;
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        running.remove(connection(transaction));
        super.doCleanupAfterCompletion(transaction);
    }

    private static Connection connection(Object transaction) {
        return ((JdbcTransactionObjectSupport) transaction)
                .getConnectionHolder()
                .getConnection();
    }

    private static String tenant() {
        return ActorScope.ifBound().map(actor -> actor.tenant().toString()).orElse("");
    }
}
