package dev.windrose.workspace.archive;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a file of the whole workspace is for. */
public enum ExportKind {
    EVERYTHING("application/zip", "zip"),
    TRAINING("application/jsonl", "jsonl");

    private final String mediaType;
    private final String extension;

    ExportKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ExportKind of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "An export is of the kind everything or training.", "kind"));
    }
}
