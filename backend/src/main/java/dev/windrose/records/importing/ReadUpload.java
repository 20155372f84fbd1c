package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptor;
import dev.windrose.records.importing.column.ProfileColumn;
import dev.windrose.records.importing.column.SuggestFields;
import dev.windrose.records.importing.file.CsvFormat;
import dev.windrose.records.importing.file.CsvTable;
import dev.windrose.records.importing.file.DetectFormat;
import dev.windrose.records.importing.file.FileError;
import java.nio.file.Path;
import java.util.List;

/** Looks through a fresh file once: its format, its columns, how many rows. */
final class ReadUpload {

    private static final long MOST_ROWS = 20_000_000;

    private ReadUpload() {}

    record Found(CsvFormat format, List<ImportColumn> columns, long rows) {}

    static Found of(Path file, Descriptor type) {
        var format = DetectFormat.of(file);
        try (var table = CsvTable.open(file, format)) {
            var profiles = table.header().stream().map(ProfileColumn::new).toList();
            long rows = 0;
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                rows++;
                for (int column = 0; column < profiles.size(); column++) {
                    profiles.get(column).add(row.get().cell(column));
                }
            }
            check(rows);
            var suggested = SuggestFields.of(type, profiles);
            var columns = profiles.stream()
                    .map(profile -> new ImportColumn(
                            profile.name(), profile.samples(), suggested.get(profile.name()), profile.form()))
                    .toList();
            return new Found(format, columns, rows);
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
