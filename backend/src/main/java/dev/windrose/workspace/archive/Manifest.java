package dev.windrose.workspace.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an archive says of itself, in {@code manifest.json}.
 *
 * @param migrations steps of the database it was read from; rows fit a database of these steps, and of later ones that only add to it
 * @param leftOut tables that it does not hold, with the reason
 */
record Manifest(
        int format,
        Instant madeAt,
        Settings workspace,
        List<String> migrations,
        List<Part> parts,
        List<Content> contents,
        Map<String, String> leftOut) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    record Settings(String name, String baseCurrency, String timeZone, String weekStart, int fiscalYearStartMonth) {}

    /** Rows of a table, one a line. */
    record Part(String file, String table, long rows, long bytes, String sha256) {}

    /** What a file of a record holds. */
    record Content(String file, long bytes, String sha256) {}

    long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }
}
