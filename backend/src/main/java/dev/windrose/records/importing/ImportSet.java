package dev.windrose.records.importing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Files that came together.
 *
 * @param imports in the order in which they run
 * @param notes files that are no import, with the reason
 */
public record ImportSet(UUID id, boolean running, List<Import> imports, List<Note> notes, Instant createdAt) {

    public record Note(String fileName, String text) {}

    /** What its imports are together. */
    public String status() {
        Set<ImportStatus> all = imports.stream().map(Import::status).collect(Collectors.toSet());
        for (var first : List.of(ImportStatus.FAILED, ImportStatus.PAUSED, ImportStatus.CANCELLED)) {
            if (all.contains(first)) {
                return first.wire();
            }
        }
        if (all.equals(Set.of(ImportStatus.DONE))) {
            return ImportStatus.DONE.wire();
        }
        if (all.equals(Set.of(ImportStatus.UNDONE))) {
            return ImportStatus.UNDONE.wire();
        }
        return running || all.contains(ImportStatus.RUNNING) ? ImportStatus.RUNNING.wire() : "open";
    }
}
