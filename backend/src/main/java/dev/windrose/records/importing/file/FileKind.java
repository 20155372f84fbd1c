package dev.windrose.records.importing.file;

import java.util.Locale;

/** In what form a file holds its rows. */
public enum FileKind {
    CSV,
    XLSX,
    JSONL,
    VCARD;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
