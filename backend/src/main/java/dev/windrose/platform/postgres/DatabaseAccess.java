package dev.windrose.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach the database: as the owner for migrations, as the application for work. */
public record DatabaseAccess(String url, String owner, String ownerPassword, String applicationPassword) {

    public static final String APP_ROLE = "windrose_app";

    /** Reaches the tables into which files are copied. */
    public static final String IMPORTER_ROLE = "windrose_importer";

    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    /** Bound by the policies, as the running process is. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url, APP_ROLE, applicationPassword);
    }

    @Override
    public String toString() {
        return "DatabaseAccess[%s]".formatted(owner);
    }
}
