package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The server's programs, unpacked once. The folder appears by one rename, so a crash half-way leaves nothing that looks complete. */
final class PostgresBinaries {

    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    static Path unpackOnce(Path home) throws IOException {
        Path target = home.resolve("pg-" + VERSION);
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target.toRealPath();
        }
        Path fresh = home.resolve("pg-%s.unpacking".formatted(VERSION));
        FileSystemUtils.deleteRecursively(fresh);
        FileSystemUtils.deleteRecursively(target);
        unpack(fresh);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            FileSystemUtils.deleteRecursively(fresh);
        }
        return target.toRealPath();
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry of the archive points outside: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0111) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make %s executable".formatted(target));
        }
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = PostgresBinaries.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(system, processor));
        if (archive == null) {
            throw new AppException(
                    StartError.DATABASE_UNREACHABLE,
                    "This build carries no PostgreSQL for %s %s; set WINDROSE_DATABASE_URL to one of your own."
                            .formatted(system, processor));
        }
        return archive;
    }
}
