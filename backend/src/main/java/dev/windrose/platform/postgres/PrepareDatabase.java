package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes the database and the role the application works as. The role is bound by policies and owns nothing. */
final class PrepareDatabase {

    private static final int OLDEST_VERSION = 150_000;

    private PrepareDatabase() {}

    static void create(String serverUrl, String owner, String password, String database) throws SQLException {
        try (var connection = DriverManager.getConnection(serverUrl, owner, password)) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(connection, "create database " + quoted(connection, database));
            }
        }
    }

    static void role(DatabaseAccess access) {
        try (var connection = access.connectAsOwner()) {
            if (connection.getMetaData().getDatabaseMajorVersion() * 10_000 < OLDEST_VERSION) {
                throw new AppException(
                        StartError.DATABASE_REFUSES,
                        "PostgreSQL %s is too old; version 15 or newer is needed."
                                .formatted(connection.getMetaData().getDatabaseProductVersion()));
            }
            checkOwner(connection, access.owner());
            String role = DatabaseAccess.APP_ROLE;
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login nosuperuser nobypassrls");
            }
            execute(connection, "alter role %s password '%s'".formatted(role, access.applicationPassword()));
            importer(connection);
            execute(
                    connection,
                    "grant connect on database %s to %s".formatted(quoted(connection, connection.getCatalog()), role));
            execute(connection, "grant usage on schema public to " + role);
        } catch (SQLException e) {
            throw refusal(access, e);
        }
    }

    /** The application takes this role for single statements, and without asking for it has none of its rights. */
    private static void importer(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", DatabaseAccess.IMPORTER_ROLE)) {
            execute(connection, "create role " + DatabaseAccess.IMPORTER_ROLE + " nologin nosuperuser nobypassrls");
        }
        execute(connection, "alter role %s noinherit".formatted(DatabaseAccess.APP_ROLE));
        execute(connection, "grant %s to %s".formatted(DatabaseAccess.IMPORTER_ROLE, DatabaseAccess.APP_ROLE));
    }

    /** Functions of the owner look for work across tenants; bound by the policies they would silently find none. */
    private static void checkOwner(Connection connection, String owner) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ? and (rolsuper or rolbypassrls)", owner)) {
            throw new AppException(
                    StartError.DATABASE_REFUSES,
                    "The database user %s needs BYPASSRLS; let an administrator run: alter role %s bypassrls"
                            .formatted(owner, owner));
        }
    }

    private static AppException refusal(DatabaseAccess access, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "" ->
                new AppException(
                        StartError.DATABASE_UNREACHABLE,
                        "The database server cannot be reached: %s".formatted(e.getMessage()));
            case "28" ->
                new AppException(
                        StartError.DATABASE_REFUSES,
                        "The database refuses the user %s or the password.".formatted(access.owner()));
            case "42" ->
                new AppException(
                        StartError.DATABASE_REFUSES,
                        "The database user %s may not make the role %s; it needs CREATEROLE."
                                .formatted(access.owner(), DatabaseAccess.APP_ROLE));
            default ->
                new AppException(
                        StartError.DATABASE_REFUSES, "The database cannot be used: %s".formatted(e.getMessage()));
        };
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }
}
