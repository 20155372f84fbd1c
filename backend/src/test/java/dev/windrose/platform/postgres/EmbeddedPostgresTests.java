package dev.windrose.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, really killed. */
class EmbeddedPostgresTests {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    @TempDir
    static Path shared;

    private Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresBinaries.unpackOnce(shared);
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = shared.resolve("data-" + UUID.randomUUID());
        Files.createDirectories(home());
        Files.createSymbolicLink(
                home().resolve("pg-" + PostgresBinaries.VERSION), shared.resolve("pg-" + PostgresBinaries.VERSION));
    }

    @Test
    void isDurableAndOpenToNobodyElse() throws Exception {
        try (var server = EmbeddedPostgres.start(home(), 0);
                var connection = connect(server)) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "data_checksums")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> DriverManager.getConnection(url(server), EmbeddedPostgres.OWNER, "wrong"))
                    .hasMessageContaining("password");
        }
        assertThat(EmbeddedPostgres.applicationPassword(home())).isNotEqualTo(EmbeddedPostgres.ownerPassword(home()));
        for (String secret : List.of("pg.password", "app.password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void adoptsTheServerOfAKilledProcess() throws Exception {
        var killed = ServerInAnotherProcess.start(folder);
        String pid = killed.firstWord();
        insertRow();
        killed.kill();
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            assertThat("ready " + server.pid()).isEqualTo(pid);
            assertThat(rows(server)).isEqualTo(1);
        }
    }

    @Test
    void recoversWhenProcessAndServerWereKilled() throws Exception {
        var killed = ServerInAnotherProcess.start(folder);
        long pid = Long.parseLong(killed.firstWord().substring("ready ".length()));
        insertRow();
        killed.kill();
        killHard(pid);
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            assertThat(server.pid()).isNotEqualTo(pid);
            assertThat(rows(server)).isEqualTo(1);
        }
    }

    @Test
    void startsAServerThatWasKilledUnderItAgain() throws Exception {
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            insertRow();
            int port = server.port();
            killHard(server.pid());
            assertThat(rowsOnceItAnswers(server)).isEqualTo(1);
            assertThat(server.port()).isEqualTo(port);
        }
    }

    @Test
    void ignoresAPidFileOfADeadProcess() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        leavesPidFile(gone.pid());
    }

    @Test
    void ignoresAPidFileThatNamesAnotherProgram() throws Exception {
        leavesPidFile(ProcessHandle.current().pid());
    }

    @Test
    void refusesASecondProcessOnTheFolder() throws Exception {
        try (var first = ServerInAnotherProcess.start(folder)) {
            assertThat(first.firstWord()).startsWith("ready");
            var second = ServerInAnotherProcess.start(folder);
            assertThat(second.firstWord()).contains(folder.toString()).contains("in use by another");
            assertThat(second.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void takesAnotherPortWhenThePreferredOneIsBusy() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = EmbeddedPostgres.start(home(), other.getLocalPort())) {
            assertThat(server.port()).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void beginsAgainAfterACrashWhileTheClusterWasMade() throws Exception {
        Files.createDirectories(home().resolve("data-18.creating/base"));
        Files.writeString(home().resolve("data-18.creating/PG_VERSION"), "18");
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            assertThat(show(connect(server), "server_version")).startsWith("18");
        }
    }

    @Test
    void runsAsNobodyWhereRootMayNotOpenANamespace() throws Exception {
        assumeTrue(ROOT);
        try (var server = EmbeddedPostgres.start(home(), 0, ServerUser.NOBODY)) {
            insertRow();
            assertThat(rows(server)).isEqualTo(1);
        }
        assertThat(Files.getOwner(home().resolve("data-18")).getName()).isEqualTo("nobody");
    }

    @Test
    void runsForANormalUser() throws Exception {
        assumeTrue(ROOT);
        String user = "wr" + UUID.randomUUID().toString().substring(0, 8);
        assumeTrue(run("useradd", "--no-create-home", user) == 0);
        try {
            run("chown", "-R", "-h", user, folder.toString());
            Path classes = Files.createDirectory(shared.resolve("classes-" + user));
            var wrapper = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
            try (var process =
                    ServerInAnotherProcess.start(wrapper, ServerInAnotherProcess.readableClassPath(classes), folder)) {
                assertThat(process.firstWord()).startsWith("ready");
            }
            assertThat(Files.getOwner(home().resolve("data-18")).getName()).isEqualTo(user);
        } finally {
            run("userdel", user);
        }
    }

    private void leavesPidFile(long pid) throws Exception {
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            insertRow();
        }
        Files.writeString(
                home().resolve("data-18/postmaster.pid"),
                "%d%n%s%n1%n5432%n%n127.0.0.1%n".formatted(pid, home().resolve("data-18")));
        try (var server = EmbeddedPostgres.start(home(), 0)) {
            assertThat(rows(server)).isEqualTo(1);
        }
    }

    private Path home() {
        return folder.resolve("postgres");
    }

    private Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(url(server), EmbeddedPostgres.OWNER, EmbeddedPostgres.ownerPassword(home()));
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
    }

    private void insertRow() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres"
                .formatted(EmbeddedPostgres.runningPort(home()).orElseThrow());
        try (var connection = DriverManager.getConnection(
                        url, EmbeddedPostgres.OWNER, EmbeddedPostgres.ownerPassword(home()));
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (n int)");
            statement.execute("insert into kept values (1)");
        }
    }

    private int rows(EmbeddedPostgres server) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private int rowsOnceItAnswers(EmbeddedPostgres server) throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            try {
                return rows(server);
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the server did not come back");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void killHard(long pid) throws IOException, InterruptedException {
        run("kill", "-9", Long.toString(pid));
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
