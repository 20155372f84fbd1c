package dev.windrose.records.importing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that came together.
 *
 * @param imports in the order in which they run
 * @param notes files that are no import, with the reason
 */
public record ImportSet(UUID id, boolean running, List<Import> imports, List<Note> notes, Instant createdAt) {

    /**
     * @param fileId the file is kept under this until somebody says what its rows are; null where nothing is asked
     * @param sheet the one of a workbook that is meant
     */
    public record Note(
            String fileName,
            String text,
            @Nullable UUID fileId,
            @Nullable String sheet) {

        static Note of(String fileName, String text) {
            return new Note(fileName, text, null, null);
        }
    }

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
        if (running || all.contains(ImportStatus.RUNNING)) {
            return ImportStatus.RUNNING.wire();
        }
        return all.contains(ImportStatus.CHECKING)
                ? ImportStatus.CHECKING.wire()
                : all.equals(Set.of(ImportStatus.CHECKED)) ? ImportStatus.CHECKED.wire() : "open";
    }

    /** Sums of what the files would do, or have done once one has been started; null where nothing is known. */
    public @Nullable Counts counts() {
        boolean started = imports.stream().anyMatch(one -> one.startedAt() != null);
        return imports.stream()
                .flatMap(one -> started
                        ? Stream.of(one.counts())
                        : Stream.ofNullable(one.dryRun()).map(DryRun::counts))
                .reduce(Counts::plus)
                .orElse(null);
    }

    /** What nobody has answered yet. */
    public long openQuestions() {
        return imports.stream().mapToLong(Import::openQuestions).sum()
                + notes.stream().filter(note -> note.fileId() != null).count();
    }

    /** The file that is worked on. */
    public @Nullable Import working() {
        return imports.stream()
                .filter(one -> one.status() == ImportStatus.RUNNING || one.status() == ImportStatus.CHECKING)
                .findFirst()
                .orElse(null);
    }

    public boolean canCheck() {
        return can(CheckSet.TO_CHECK) && resting();
    }

    public boolean canRun() {
        return can(ImportSets.TO_RUN) && resting();
    }

    public boolean canPause() {
        return can(Set.of(ImportStatus.RUNNING));
    }

    public boolean canCancel() {
        return can(Set.of(ImportStatus.RUNNING, ImportStatus.CHECKING, ImportStatus.PAUSED));
    }

    public boolean canUndo() {
        return working() == null
                && imports.stream().anyMatch(one -> one.wroteSomething() && one.status() != ImportStatus.UNDONE);
    }

    /** A file that failed leaves the others waiting. */
    private boolean resting() {
        return working() == null && !status().equals(ImportStatus.RUNNING.wire());
    }

    private boolean can(Set<ImportStatus> statuses) {
        return imports.stream().anyMatch(one -> statuses.contains(one.status()));
    }
}
