package dev.windrose.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {

    @TempDir
    Path temporary;

    @Test
    void holdsEverythingThatWasThereWhenItEndedAlsoWhileSomebodyWrites() throws Exception {
        Path file = temporary.resolve("workspace.backup");
        var written = new AtomicLong();
        var stop = new AtomicBoolean();
        long before;
        var original = settings("original");
        try (var database = OpenDatabase.visit(original)) {
            prepare(database);
            Files.createDirectories(original.folder().resolve("files/ab"));
            Files.writeString(original.folder().resolve("files/ab/note"), "attached");
            var writer = Thread.ofVirtual().start(() -> write(database, written, stop));
            while (written.get() < 200) {
                Thread.onSpinWait();
            }
            before = written.get();
            assertThat(WriteBackup.to(file, original, Clock.systemUTC()).size()).isPositive();
            stop.set(true);
            writer.join();
        }
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        var restored = settings("restored");
        RestoreBackup.from(file, restored);
        assertThat(restored.folder().resolve("files/ab/note")).hasContent("attached");
        assertThat(restored.folder().resolve("owner.lock")).doesNotExist();
        try (var database = OpenDatabase.visit(restored);
                var connection = database.access().connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*), max(n) from numbers")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(row.getLong(2)).isBetween(before, written.get());
        }
        assertThatThrownBy(() -> RestoreBackup.from(file, restored)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> WriteBackup.to(file, original, Clock.systemUTC()))
                .hasMessageContaining("is there already");
        cutOff(file);
    }

    /** Every place where a file may end. */
    private void cutOff(Path file) throws IOException {
        long size = Files.size(file);
        for (long end : List.of(0L, 10L, 4_000L, size / 2, size - 10)) {
            Path cut = temporary.resolve("cut" + end);
            Files.copy(file, cut);
            try (var channel = Files.newByteChannel(cut, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
            Path folder = temporary.resolve("from-cut");
            assertThatThrownBy(() -> RestoreBackup.from(cut, settings("from-cut")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("no complete backup");
            assertThat(folder).doesNotExist();
            assertThat(temporary.resolve("from-cut.restoring")).doesNotExist();
        }
    }

    @Test
    void refusesWhatANewerOrOtherProgramMade() {
        var own = List.of("001", "002");
        assertThatThrownBy(() -> manifest(1, 18, "001", "003").check(18, own))
                .hasMessage(
                        "The backup was made by a newer Windrose: its database has the step 003, which this one does not know. "
                                + "Restore it with that version.");
        assertThatThrownBy(() -> manifest(3, 18, "001").check(18, own))
                .hasMessageContaining("newer Windrose: its format is 3");
        assertThatThrownBy(() -> manifest(1, 17, "001").check(18, own)).hasMessageContaining("PostgreSQL 17");
        manifest(1, 18, "001").check(18, own);
        manifest(2, 15, "001").check(18, own);
    }

    @Test
    void refusesAFolderWithoutAWorkspace() {
        Path file = temporary.resolve("b");
        assertThatThrownBy(() -> WriteBackup.to(file, settings("none"), Clock.systemUTC()))
                .hasMessageContaining("There is no workspace");
        assertThatThrownBy(() -> RestoreBackup.from(file, settings("new"))).hasMessageContaining("cannot be read");
    }

    private static BackupManifest manifest(int format, int postgres, String... migrations) {
        return new BackupManifest(format, Instant.EPOCH, postgres, List.of(migrations));
    }

    private ProcessSettings settings(String name) {
        return new ProcessSettings(0, "127.0.0.1", null, temporary.resolve(name), null, 0, "windrose", false);
    }

    private static void prepare(OpenDatabase database) throws SQLException {
        try (var connection = database.access().connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute("create table flyway_schema_history (installed_rank int, version text, success boolean)");
            statement.execute("insert into flyway_schema_history values (1, '001', true)");
            statement.execute("create table numbers (n bigint primary key, filler text)");
        }
    }

    private static void write(OpenDatabase database, AtomicLong written, AtomicBoolean stop) {
        try (Connection connection = database.access().connectAsOwner();
                var insert = connection.prepareStatement("insert into numbers values (?, repeat('x', 2000))")) {
            while (!stop.get()) {
                insert.setLong(1, written.get() + 1);
                insert.executeUpdate();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
