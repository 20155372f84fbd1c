package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptor;
import dev.windrose.records.importing.column.ProfileColumn;
import dev.windrose.records.importing.column.SuggestFields;
import dev.windrose.records.importing.column.Suggestion;
import dev.windrose.records.importing.file.FileError;
import dev.windrose.records.importing.file.FileFormat;
import dev.windrose.records.importing.file.RowTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks through a fresh file once: its columns, how many rows, what stands under them. */
final class ReadUpload {

    private static final long MOST_ROWS = 20_000_000;

    private ReadUpload() {}

    /** What a file holds, whatever it is taken for. */
    record Found(FileFormat format, List<ProfileColumn> profiles, List<Long> cells, long rows, List<String> notes) {

        private static final Suggestion LEFT_OUT =
                new Suggestion(null, "The file of refused rows has this in front.", null);

        /** Whether this is a file of refused rows, put right. */
        private boolean mended() {
            return RowTable.returned(profiles.stream().map(ProfileColumn::name).toList());
        }

        List<ImportColumn> columnsFor(Descriptor type) {
            var suggested = SuggestFields.of(type, profiles);
            var columns = new ArrayList<ImportColumn>();
            for (int i = 0; i < profiles.size(); i++) {
                var profile = profiles.get(i);
                var suggestion = i < 2 && mended() ? LEFT_OUT : suggested.get(profile.name());
                columns.add(new ImportColumn(
                        profile.name(),
                        profile.samples(),
                        suggestion.field(),
                        profile.form(),
                        (double) cells.get(i) / rows,
                        suggestion.reason(),
                        suggestion.fresh(),
                        profile.unclearDates() ? profile.dateForms() : null));
            }
            return columns;
        }
    }

    static Found of(Path file, FileFormat format) {
        var footer = new FindFooter();
        try (var table = RowTable.open(file, format)) {
            var profiles = table.header().stream().map(ProfileColumn::new).toList();
            var cells = new long[profiles.size()];
            long rows = 0;
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows++;
                footer.see(row.get());
                for (int column = 0; column < profiles.size(); column++) {
                    String cell = row.get().cell(column);
                    profiles.get(column).add(cell);
                    cells[column] += cell.isEmpty() ? 0 : 1;
                }
            }
            var below = footer.lines(profiles.size());
            check(rows - below.size());
            return new Found(
                    below.isEmpty() ? format : format.endingAt(footer.lastRow()),
                    profiles,
                    Arrays.stream(cells).boxed().toList(),
                    rows - below.size(),
                    below.isEmpty()
                            ? List.of()
                            : List.of("Left out under the table: %s".formatted(String.join(" | ", below))));
        }
    }

    private static void check(long rows) {
        if (rows == 0) {
            throw new AppException(FileError.NO_ROWS, "The file has a header and no rows under it.", "file");
        }
        if (rows > MOST_ROWS) {
            throw new AppException(
                    FileError.TOO_MANY_ROWS,
                    "The file has %,d rows; at most %,d can be imported at once.".formatted(rows, MOST_ROWS),
                    "file");
        }
    }
}
