package dev.windrose.platform.backup;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.platform.postgres.ServerFiles;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup into a folder that holds no workspace yet. The folder appears complete or not at all. */
public final class RestoreBackup {

    private RestoreBackup() {}

    /** @throws AppException naming what is wrong with the file or in the way; the folder is as it was then */
    public static BackupManifest from(Path file, ProcessSettings settings)
            throws IOException, InterruptedException, SQLException {
        Path folder = settings.folder().toAbsolutePath().normalize();
        requireEmpty(folder);
        Path fresh = folder.resolveSibling(folder.getFileName() + ".restoring");
        FileSystemUtils.deleteRecursively(fresh);
        try (var tar = open(file)) {
            var manifest = manifest(tar, file);
            manifest.check(ServerFiles.MAJOR, KnownMigrations.versions());
            PrivateFiles.createFolder(fresh);
            if (manifest.ofRows()) {
                rows(tar, manifest, fresh, file, settings);
            } else {
                requireOwnServer(settings);
                unpack(tar, fresh, file, null);
                ServerFiles.handOver(fresh.resolve("postgres"));
            }
            Files.deleteIfExists(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (EOFException | ZipException e) {
            throw unreadable(file);
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    private static void requireOwnServer(ProcessSettings settings) {
        if (settings.databaseUrl() != null) {
            throw new AppException(
                    BackupError.OTHER_DATABASE,
                    "The backup holds the files of a server that Windrose runs itself; restore it without WINDROSE_DATABASE_URL.");
        }
    }

    /** Into the database that the settings name, else into a server of its own in the new folder. */
    private static void rows(
            TarArchiveInputStream tar, BackupManifest manifest, Path fresh, Path file, ProcessSettings settings)
            throws IOException, SQLException {
        var there = new ProcessSettings(
                0,
                settings.host(),
                null,
                fresh,
                settings.databaseUrl(),
                settings.postgresPort(),
                settings.databaseName(),
                false);
        try (var database = OpenDatabase.visit(there);
                var tables = RestoreTables.into(database.access(), manifest)) {
            unpack(tar, fresh, file, tables);
            tables.finish();
        }
        // The index and the columns of journeys know places in the log of the server they were made on.
        FileSystemUtils.deleteRecursively(fresh.resolve("search"));
        FileSystemUtils.deleteRecursively(fresh.resolve("journeys"));
        Files.deleteIfExists(fresh.resolve("owner.lock"));
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new AppException(
                        BackupError.FOLDER_NOT_EMPTY,
                        "The folder %s is not empty; give another one with --data, or move it away.".formatted(folder));
            }
        }
    }

    private static TarArchiveInputStream open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new AppException(BackupError.UNREADABLE, "The file %s cannot be read.".formatted(file));
        }
        InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 18);
        try {
            return new TarArchiveInputStream(new GzipCompressorInputStream(input));
        } catch (IOException e) {
            input.close();
            throw unreadable(file);
        }
    }

    private static BackupManifest manifest(TarArchiveInputStream tar, Path file) throws IOException {
        var entry = tar.getNextEntry();
        if (entry == null || !entry.getName().equals(BackupManifest.NAME) || entry.getSize() > 1 << 20) {
            throw unreadable(file);
        }
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(new String(tar.readAllBytes(), StandardCharsets.UTF_8), BackupManifest.class);
        } catch (JacksonException e) {
            throw unreadable(file);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path fresh, Path file, @Nullable RestoreTables tables)
            throws IOException, SQLException {
        boolean complete = false;
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            complete = entry.getName().equals(BackupArchive.END);
            Path target = fresh.resolve(entry.getName()).normalize();
            if (!target.startsWith(fresh) || entry.isLink() || entry.isSymbolicLink()) {
                throw unreadable(file);
            }
            if (complete) {
                continue;
            }
            if (tables != null && RestoreTables.takes(entry.getName())) {
                tables.take(entry.getName(), tar);
                continue;
            }
            if (entry.isDirectory()) {
                PrivateFiles.createFolder(target);
            } else {
                PrivateFiles.createFolder(target.getParent());
                Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(
                        target, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
        }
        if (!complete) {
            throw unreadable(file);
        }
    }

    private static AppException unreadable(Path file) {
        return new AppException(
                BackupError.UNREADABLE, "%s is no complete backup of Windrose.".formatted(file.getFileName()));
    }
}
