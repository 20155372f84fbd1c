package dev.windrose.records.importing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in parts.
 *
 * @param parts how many there will be
 * @param sha256 of the whole file, once that is known
 */
public record Upload(
        UUID id,
        String fileName,
        long size,
        int partSize,
        int parts,
        List<Part> received,
        String status,
        @Nullable String sha256) {

    static final String OPEN = "open";
    static final String COMPLETE = "complete";

    /** @param n from 1 */
    public record Part(int n, int size, String sha256) {}

    long sizeOf(int part) {
        return part < parts ? partSize : size - (long) partSize * (parts - 1);
    }

    boolean complete() {
        return status.equals(COMPLETE);
    }
}
