package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A real disk that becomes full while a file is copied into the database or its records are written. Making one takes root; without it the test is skipped. */
@WindroseTest
class ImportDiskTests {

    private static final int ROWS = 8_000;
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    Environment environment;

    @Autowired
    ProcessSettings settings;

    @Autowired
    DataSource dataSource;

    private Path disk;
    private boolean mounted;

    private void mountASmallDisk(long bytes) throws Exception {
        disk = settings.folder().toAbsolutePath().resolve("small-disk");
        Files.createDirectories(disk);
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "windrose-small-disk", disk.toString()) == 0;
        assumeTrue(mounted, "A small disk can be mounted by root only.");
        run("chown", "--reference=" + settings.folder().resolve("postgres"), disk.toString());
        run("chmod", "777", disk.toString());
        DatabaseOwner.run(
                environment,
                "create tablespace small_disk location '%s'".formatted(disk),
                "grant create on tablespace small_disk to public");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            useTheLargeDisk();
            DatabaseOwner.run(environment, "drop tablespace small_disk");
            run("umount", "-l", disk.toString());
        }
        Files.deleteIfExists(disk);
    }

    @Test
    void saysSoWritesNothingHalfAndGoesOnOnceThereIsRoom() throws Exception {
        mountASmallDisk(MEGABYTE);
        DatabaseOwner.run(environment, "alter role windrose_app set default_tablespace = 'small_disk'");
        reconnect();
        failsAndGoesOnOnceThereIsRoom();
    }

    @Test
    void isToldAlsoInTheMiddleOfWriting() throws Exception {
        mountASmallDisk(MEGABYTE + historySize());
        DatabaseOwner.run(environment, "alter table record_history set tablespace small_disk");
        failsAndGoesOnOnceThereIsRoom();
    }

    private long historySize() throws SQLException {
        try (var connection = DatabaseOwner.connect(environment);
                var statement = connection.createStatement();
                var size = statement.executeQuery("select pg_table_size('record_history')")) {
            size.next();
            return size.getLong(1);
        }
    }

    private void failsAndGoesOnOnceThereIsRoom() {
        var world = new ImportWorld(Workspaces.fresh());
        var upload = world.upload(
                "contact",
                "name,email\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(i -> "Person %d,person%d@one.example".formatted(i, i))
                                .collect(Collectors.joining("\n")));
        String id = upload.at("$.id");
        world.put("/imports/" + id + "/mapping", world.proposed(upload));
        var failed = world.finish(id);
        assertThat(failed.<String>at("$.status")).as(failed.body()).isEqualTo("failed");
        assertThat(failed.<String>at("$.detail")).contains("The disk of the server is full");
        // Of the batches that were written side by side one may have found room; whole ones stay.
        assertThat(world.count("contacts")).isLessThan(ROWS);
        useTheLargeDisk();
        var done = world.finish(id);
        assertThat(done.<String>at("$.status")).as(done.body()).isEqualTo("done");
        assertThat(done.number("$.result.creates")).isEqualTo(ROWS);
        assertThat(world.count("contacts")).isEqualTo(ROWS);
    }

    private void useTheLargeDisk() {
        DatabaseOwner.run(
                environment,
                "alter role windrose_app reset default_tablespace",
                "alter table record_history set tablespace pg_default");
        reconnect();
    }

    private void reconnect() {
        ((HikariDataSource) dataSource).getHikariPoolMXBean().softEvictConnections();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
