package dev.windrose.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;

/** The tenant that row-level security reads, set for the current transaction of a connection. */
public final class TenantOfConnection {

    private TenantOfConnection() {}

    public static void set(Connection connection, String tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }
}
