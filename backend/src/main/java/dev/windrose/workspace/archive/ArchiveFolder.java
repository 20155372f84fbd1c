package dev.windrose.workspace.archive;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files of exports and imports of whole workspaces, in the data folder of this process, readable by its owner only. */
@Component
class ArchiveFolder {

    private static final long ROOM_LEFT = 200L << 20;
    private static final int BETWEEN_LOOKS = 16 << 20;

    private final Path folder;

    ArchiveFolder(ProcessSettings settings) {
        this.folder = settings.folder().resolve("exports");
    }

    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    record Written(long size, String sha256) {}

    /** Appears complete or not at all. */
    Written write(UUID id, Content content) {
        Path part = path(id).resolveSibling(id + ".part");
        MessageDigest digest = ArchiveZip.sha256();
        try {
            PrivateFiles.createFolder(part.getParent());
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), digest)) {
                content.to(out);
            }
            Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Written(Files.size(path(id)), HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(part);
        }
    }

    /** Keeps what comes in, as long as the disk has room. */
    Written receive(UUID id, InputStream content) {
        return write(id, out -> {
            byte[] buffer = new byte[1 << 16];
            long untilLook = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                untilLook -= read;
                if (untilLook < 0) {
                    requireRoom();
                    untilLook = BETWEEN_LOOKS;
                }
                out.write(buffer, 0, read);
            }
        });
    }

    private void requireRoom() throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < ROOM_LEFT) {
            throw new AppException(CommonError.TOO_LARGE, "The disk has no room for this file.", "file");
        }
    }

    /** Removes files of all workspaces that were written before; a name without its file is listed no more. */
    int dropBefore(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            int dropped = 0;
            for (Path file : files.filter(ArchiveFolder::forgettable).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment) && Files.deleteIfExists(file)) {
                    dropped++;
                }
            }
            return dropped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a killed process left unfinished goes too. The mark of an ended import stays: its rows are still to be taken out. */
    private static boolean forgettable(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".file") || name.endsWith(".part");
    }

    boolean has(UUID id) {
        return Files.exists(path(id));
    }

    /** @throws AppException NOT_FOUND where the file has been removed, or lies with another process */
    Path get(UUID id) {
        if (!has(id)) {
            throw new AppException(CommonError.NOT_FOUND, "The file is no longer kept here.");
        }
        return path(id);
    }

    void drop(UUID id) {
        delete(path(id));
    }

    /** From now on the file only says that what was read of it has to go. */
    void end(UUID id) {
        try {
            Files.move(path(id), endedPath(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean ended(UUID id) {
        return Files.exists(endedPath(id));
    }

    void dropEnded(UUID id) {
        delete(endedPath(id));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path endedPath(UUID id) {
        return path(id).resolveSibling(id + ".ended");
    }

    private Path path(UUID id) {
        return folder.resolve(ActorScope.current().tenant().toString()).resolve(id + ".file");
    }
}
