package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Uploaded files, kept in the data folder until their import has ended. */
@Component
class ImportFiles {

    static final long MOST_BYTES = 100L << 20;
    private static final String ENDING = ".csv";

    private final Path folder;

    ImportFiles(ProcessSettings settings) {
        this.folder = settings.folder().resolve("imports");
    }

    long keep(UUID id, InputStream content) {
        Path file = of(id);
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newOutputStream(file)) {
                return content.transferTo(new AtMost(out, MOST_BYTES));
            }
        } catch (IOException e) {
            drop(id);
            throw noRoom(e);
        } catch (AppException e) {
            drop(id);
            throw e;
        }
    }

    /** Takes a file that has come in parts. */
    long take(UUID id, Path whole) {
        Path file = of(id);
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(file);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** The same file once more. */
    UUID copy(UUID id) {
        UUID other = Ids.next();
        try {
            Files.copy(get(id), of(other));
            return other;
        } catch (IOException e) {
            drop(other);
            throw noRoom(e);
        }
    }

    long size(UUID id) {
        try {
            return Files.size(get(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The disk says so in words only. */
    static RuntimeException noRoom(IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return full
                ? new AppException(
                        ImportError.NO_ROOM, "There is no room left on the disk of the server for this file.")
                : new UncheckedIOException(e);
    }

    /** @throws AppException where the file is gone, because its import has ended */
    Path get(UUID id) {
        Path file = of(id);
        if (!Files.exists(file)) {
            throw new AppException(
                    ImportError.IMPORT_ENDED, "The file of this import is no longer kept. Upload it again.");
        }
        return file;
    }

    /** Files of the workspace that have lain here since before. */
    List<UUID> olderThan(Instant moment) {
        var old = new ArrayList<UUID>();
        try (var files = Files.newDirectoryStream(of(Ids.next()).getParent(), "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    String name = file.getFileName().toString();
                    old.add(UUID.fromString(name.substring(0, name.length() - ENDING.length())));
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return old;
    }

    void drop(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path of(UUID id) {
        return folder.resolve(ActorScope.current().tenant().toString()).resolve(id + ENDING);
    }

    /** Refuses what is longer than a file may be. */
    private static final class AtMost extends FilterOutputStream {

        private long left;

        AtMost(OutputStream out, long most) {
            super(out);
            this.left = most;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new AppException(CommonError.TOO_LARGE, "The file is larger than 100 MB.", "file");
            }
            out.write(bytes, from, length);
        }
    }
}
