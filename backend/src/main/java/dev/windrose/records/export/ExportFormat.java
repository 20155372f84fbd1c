package dev.windrose.records.export;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Locale;

/** In which form a file is written. */
public enum ExportFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSONL("application/jsonl; charset=utf-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ExportFormat of(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(wire))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.BAD_VALUE, "A file is csv, xlsx or jsonl.", "format"));
    }
}
