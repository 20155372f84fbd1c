package dev.windrose.records.importing;

import dev.windrose.records.importing.column.ColleagueColumns;
import dev.windrose.records.importing.file.RowTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads who the people of the other system are, so that their numbers in other files can be told. */
final class ReadOwners {

    private static final int MOST = 10_000;

    private ReadOwners() {}

    static List<Owner> of(Path file, ReadUpload.Found found) {
        var columns = ColleagueColumns.of(found.profiles());
        var owners = new ArrayList<Owner>();
        try (var table = RowTable.open(file, found.format())) {
            for (var row = table.next(); row.isPresent() && owners.size() < MOST; row = table.next()) {
                var cells = row.get();
                String id = columns.id() < 0 ? "" : cells.cell(columns.id());
                String email = columns.email() < 0 ? "" : cells.cell(columns.email());
                String name = columns.names().stream()
                        .map(cells::cell)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
                if (!id.isEmpty()) {
                    owners.add(new Owner(id, email, name));
                }
            }
        }
        return owners;
    }
}
