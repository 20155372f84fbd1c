package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.records.importing.Upload.Part;
import dev.windrose.records.importing.file.FileError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parts of uploads on the disk. A part is written beside its place first, so that half a part is never taken for one. */
@Component
class UploadFiles {

    private final Path folder;

    UploadFiles(ProcessSettings settings) {
        this.folder = settings.folder().resolve("imports");
    }

    Part keep(UUID id, int number, long size, @Nullable String wanted, InputStream content) {
        Path place = of(id).resolve("part-" + number);
        Path fresh = of(id).resolve("part-%d-%s".formatted(number, UUID.randomUUID()));
        var digest = sha256();
        try {
            Files.createDirectories(fresh.getParent());
            long written;
            try (var out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
                written = content.transferTo(out);
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (written != size) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "Part %d has %d bytes; %d are expected.".formatted(number, written, size),
                        "part");
            }
            if (wanted != null && !wanted.equals(found)) {
                throw new AppException(
                        FileError.CHECKSUM_MISMATCH,
                        "Part %d has changed on its way. Send it again.".formatted(number),
                        "part");
            }
            Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Part(number, (int) written, found);
        } catch (IOException e) {
            throw ImportFiles.noRoom(e);
        } finally {
            delete(fresh);
        }
    }

    /** @return the checksum of the whole */
    String join(Upload upload) {
        Path whole = whole(upload.id());
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(whole), digest)) {
            for (int part = 1; part <= upload.parts(); part++) {
                Files.copy(of(upload.id()).resolve("part-" + part), out);
            }
        } catch (NoSuchFileException e) {
            throw new AppException(ImportError.PARTS_MISSING, "A part is no longer kept. Send the file again.");
        } catch (IOException e) {
            delete(whole);
            throw ImportFiles.noRoom(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    Path whole(UUID id) {
        return of(id).resolve("whole");
    }

    void drop(UUID id) {
        try (var files = Files.list(of(id))) {
            files.filter(Predicate.not(Files::isDirectory)).forEach(UploadFiles::delete);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(of(id));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path of(UUID id) {
        return folder.resolve(ActorScope.current().tenant().toString()).resolve("upload-" + id);
    }
}
