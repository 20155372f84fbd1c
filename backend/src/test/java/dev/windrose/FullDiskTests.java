package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** A start on a real file system that is full. Making one takes root; without it the test is skipped and says so. */
class FullDiskTests {

    @TempDir
    static Path folder;

    private boolean mounted;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "windrose-small-disk", folder.toString()) == 0;
        assumeTrue(mounted, "A small disk can be mounted by root only.");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            // The refused start still holds its lock file; the disk goes away with the process.
            run("umount", "-l", folder.toString());
        }
    }

    @Test
    void refusesToStartWithOneSentenceAndLeavesNothingHalfMade() throws IOException {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        assertThatThrownBy(() -> application.run("--windrose.data=" + folder.resolve("data"), "--windrose.port=0"))
                .hasMessageContaining("is full");
        assertThat(Files.exists(folder.resolve("data").resolve("postgres"))).isFalse();
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
