package dev.windrose.crm.file;

import dev.windrose.crm.file.ReceivedFile.Part;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Takes a file in: measures it, says what it is, and makes a small picture of it. */
@Component
class ReceiveFile {

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_NAME = 200;

    private final Path folder;
    private final FileSettings settings;

    ReceiveFile(ProcessSettings process, FileSettings settings) {
        this.folder = process.folder().resolve("incoming");
        this.settings = settings;
    }

    ReceivedFile of(String givenName, InputStream content) {
        String name = bare(givenName);
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "file", null);
            try {
                return judged(name, file, content);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReceivedFile judged(String name, Path file, InputStream content) throws IOException {
        String hash = copy(content, file);
        long size = Files.size(file);
        if (size == 0) {
            throw new AppException(CommonError.BAD_VALUE, "\"%s\" is empty.".formatted(name), "file");
        }
        var type = JudgeName.of(name, DetectContent.of(file));
        var picture = type.family() == ContentType.Family.IMAGE ? MakeThumbnail.of(file) : null;
        Optional<Part> small = Optional.empty();
        if (picture != null && picture.small() != null) {
            var path = Files.createTempFile(folder, "small", null);
            ImageIO.write(picture.small(), "png", path.toFile());
            try (var in = Files.newInputStream(path)) {
                small = Optional.of(new Part(path, HexFormat.of().formatHex(digest().digest(in.readAllBytes()))));
            }
        }
        return new ReceivedFile(
                name,
                type,
                size,
                new Part(file, hash),
                small,
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height());
    }

    /** @return the hash of what was written */
    private String copy(InputStream content, Path file) throws IOException {
        var digest = digest();
        long left = settings.bytes();
        var buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new AppException(
                            CommonError.TOO_LARGE,
                            "A file may have at most %d MB.".formatted(settings.bytes() >> 20),
                            "file");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some browsers send a path; control characters would end up in headers. */
    static String bare(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String kept = last.isEmpty() ? "file" : last;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }
}
