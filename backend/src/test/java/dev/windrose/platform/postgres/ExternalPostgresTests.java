package dev.windrose.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.settings.ProcessSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalPostgresTests {

    @TempDir
    Path folder;

    @Test
    void readsTheUrlOfAnOwner() {
        var access = ExternalPostgres.parse("postgresql://ada:p%40ss+word@db.example:6543/crm?sslmode=require");
        assertThat(access.owner()).isEqualTo("ada");
        assertThat(access.ownerPassword()).isEqualTo("p@ss+word");
        assertThat(access.url())
                .startsWith("jdbc:postgresql://db.example:6543/crm?")
                .endsWith("&sslmode=require");
    }

    @Test
    void readsTheUrlThatJavaProgramsUse() {
        var access = ExternalPostgres.parse("jdbc:postgresql://db.example/crm?user=ada&password=secret");
        assertThat(access.owner()).isEqualTo("ada");
        assertThat(access.url())
                .startsWith("jdbc:postgresql://db.example:5432/crm?")
                .doesNotContain("secret");
    }

    @Test
    void showsAnExampleWhenTheUrlCannotBeRead() {
        for (String url :
                new String[] {"mysql://a:b@c/d", "postgresql://nobody@host/db", "postgresql://a:b@host", "what is this"
                }) {
            assertThatThrownBy(() -> ExternalPostgres.parse(url))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("postgresql://user:password@host");
        }
    }

    @Test
    void makesTheApplicationRoleForAnOwnerThatIsNoSuperuser() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
            ownerMade(server);
            assertThatThrownBy(() -> OpenDatabase.open(settings(server, "secret")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("alter role keeper bypassrls");
            asSuperuser(server, "alter role keeper bypassrls");
            try (var database = OpenDatabase.open(settings(server, "secret"));
                    var application = database.access().connectAsApplication();
                    var statement = application.createStatement();
                    var row = statement.executeQuery(
                            "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")) {
                row.next();
                assertThat(row.getBoolean(1)).isFalse();
            }
            assertThat(OpenDatabase.open(settings(server, "secret")).access().applicationPassword())
                    .as("a second process agrees on the password")
                    .isEqualTo(OpenDatabase.open(settings(server, "secret"))
                            .access()
                            .applicationPassword());
            assertThatThrownBy(() -> OpenDatabase.open(settings(server, "wrong")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("refuses the user keeper");
        }
        assertThatThrownBy(() -> OpenDatabase.open(settings(1, "secret")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("cannot be reached");
    }

    private void ownerMade(EmbeddedPostgres server) throws SQLException {
        asSuperuser(server, "create role keeper login createrole password 'secret'");
        asSuperuser(server, "create database crm owner keeper");
    }

    private void asSuperuser(EmbeddedPostgres server, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
        String password = EmbeddedPostgres.ownerPassword(folder.resolve("postgres"));
        try (var connection = DriverManager.getConnection(url, EmbeddedPostgres.OWNER, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProcessSettings settings(EmbeddedPostgres server, String password) {
        return settings(server.port(), password);
    }

    private ProcessSettings settings(int port, String password) {
        String url = "postgresql://keeper:%s@127.0.0.1:%d/crm".formatted(password, port);
        return new ProcessSettings(0, "127.0.0.1", null, folder, url, 0, "windrose", false);
    }
}
