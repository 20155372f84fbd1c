package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Uploaded files, kept in the data folder until their import has ended. */
@Component
class ImportFiles {

    static final long MOST_BYTES = 100L << 20;

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
            throw new UncheckedIOException(e);
        } catch (AppException e) {
            drop(id);
            throw e;
        }
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

    void drop(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path of(UUID id) {
        return folder.resolve(ActorScope.current().tenant().toString()).resolve(id + ".csv");
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
