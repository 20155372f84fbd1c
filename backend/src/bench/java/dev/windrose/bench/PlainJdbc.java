package dev.windrose.bench;

import dev.windrose.platform.tenancy.TenantOfConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The same work as bare statements under the same policies: what the database itself takes. */
record PlainJdbc(Connection connection, UUID tenant) {

    void list(int offset) throws SQLException {
        begin();
        try (var statement = connection.prepareStatement("""
                select * from companies where tenant_id = ? and deleted_at is null and name_key > ? order by name_key, id limit 50""")) {
            statement.setObject(1, tenant);
            statement.setString(2, "company " + offset);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString("name");
                }
            }
        }
        connection.commit();
    }

    void save(UUID id, int value) throws SQLException {
        begin();
        try (var statement = connection.prepareStatement(
                "update companies set employee_size = ?, updated_at = now() where tenant_id = ? and id = ?")) {
            statement.setInt(1, value);
            statement.setObject(2, tenant);
            statement.setObject(3, id);
            statement.executeUpdate();
        }
        connection.commit();
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        TenantOfConnection.set(connection, tenant.toString());
    }
}
