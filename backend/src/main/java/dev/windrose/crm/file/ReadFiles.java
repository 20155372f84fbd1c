package dev.windrose.crm.file;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files whose words are read at once, because somebody waits for it. */
@Component
public class ReadFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StoredFiles files;

    ReadFiles(StoredFiles files) {
        this.files = files;
    }

    /** A file with everything in it. */
    public record Whole(String name, String mediaType, byte[] content) {}

    /** @throws AppException NOT_FOUND, or TOO_LARGE */
    public Whole whole(UUID id, int largest) {
        var content = files.content(id);
        try (var stream = content.stream()) {
            byte[] bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new AppException(
                        CommonError.TOO_LARGE,
                        "Files of more than %d MB are kept, but not read.".formatted(largest >> 20));
            }
            return new Whole(content.name(), content.mediaType(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of a file that is not kept.
     *
     * @throws AppException for programs, and for files that are something else than their name says
     */
    public Optional<String> words(String name, byte[] content) {
        String called = ReceiveFile.bare(name);
        try {
            var type = JudgeName.of(called, DetectContent.of(content));
            return words(new Whole(called, type.media(), content));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** Empty where a file of this kind holds no words, or not in a form that can be read. */
    public Optional<String> words(Whole file) {
        var type = ContentType.of(file.mediaType()).orElse(ContentType.UNKNOWN);
        if (type == ContentType.PDF) {
            try (var reader = new PdfReader(PATIENCE)) {
                return reader.words(file.content());
            }
        }
        try {
            return TextOfFile.of(type, new ByteArrayInputStream(file.content()));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** Page by page. */
    public PdfPages pages(byte[] pdf) {
        try (var reader = new PdfReader(PATIENCE)) {
            return reader.read(pdf);
        }
    }
}
