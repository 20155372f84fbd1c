package dev.windrose.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path scratch;

    @Test
    void isPrivateToItsOwnerAndMarkedWithItsFormat() throws IOException {
        try (var folder = DataFolder.claim(scratch.resolve("fresh"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            assertThat(folder.path().resolve(DataFormat.FILE)).hasContent(DataFormat.CURRENT + "\n");
        }
    }

    @Test
    void refusesASecondOwnerByName() {
        try (var ignored = DataFolder.claim(scratch)) {
            assertThatThrownBy(() -> DataFolder.claim(scratch))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining(scratch.toString());
        }
        DataFolder.claim(scratch).close();
    }

    @Test
    void refusesANewerFormat() throws IOException {
        Files.writeString(scratch.resolve(DataFormat.FILE), "99\n");
        assertThatThrownBy(() -> DataFolder.claim(scratch))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("newer Windrose");
    }

    @Test
    void refusesAFullDisk() {
        assertThatThrownBy(() -> DiskSpace.check(scratch, Long.MAX_VALUE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("is full");
    }

    @Test
    void refusesABusyPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ListeningPort.check("127.0.0.1", other.getLocalPort()))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("" + other.getLocalPort());
        }
    }
}
