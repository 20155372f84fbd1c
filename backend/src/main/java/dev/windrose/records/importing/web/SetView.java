package dev.windrose.records.importing.web;

import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.ImportSet;
import dev.windrose.records.importing.ImportSet.Note;
import dev.windrose.records.importing.SetAssociation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that came together, as the API shows them: all that a page needs to map, check, run and undo them as one. */
record SetView(
        UUID id,
        String status,
        Instant createdAt,
        List<ImportView> imports,
        List<Note> notes,
        List<SetAssociation> associations,
        long openQuestions,
        ImportView.@Nullable Tally counts,
        @Nullable Progress progress,
        Can can) {

    record Can(boolean check, boolean run, boolean pause, boolean cancel, boolean undo) {}

    /** @param file which of the files is worked on, from 1 */
    record Progress(
            @Nullable String phase,
            String fileName,
            int file,
            int files,
            long done,
            long total,
            @Nullable Double rowsPerSecond,
            @Nullable Double secondsLeft) {

        static @Nullable Progress of(ImportSet set, Instant now) {
            var working = set.working();
            if (working == null) {
                return null;
            }
            var one = ImportView.Progress.of(working, now);
            int place = set.imports().indexOf(working);
            long before = set.imports().stream()
                    .limit(place)
                    .mapToLong(Import::rowCount)
                    .sum();
            long total = set.imports().stream().mapToLong(Import::rowCount).sum();
            long done = before + one.done();
            Double speed = one.rowsPerSecond();
            return new Progress(
                    one.phase(),
                    working.fileName(),
                    place + 1,
                    set.imports().size(),
                    done,
                    total,
                    speed,
                    speed == null ? null : (total - done) / speed);
        }
    }

    static SetView of(ImportSet set, List<ImportView> imports, List<SetAssociation> associations, Instant now) {
        var counts = set.counts();
        return new SetView(
                set.id(),
                set.status(),
                set.createdAt(),
                imports,
                set.notes(),
                associations,
                set.openQuestions(),
                counts == null ? null : ImportView.Tally.of(counts),
                Progress.of(set, now),
                new Can(set.canCheck(), set.canRun(), set.canPause(), set.canCancel(), set.canUndo()));
    }
}
