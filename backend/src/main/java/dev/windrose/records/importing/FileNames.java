package dev.windrose.records.importing;

import dev.windrose.records.TextKey;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.file.RowTable;
import java.nio.file.Path;
import java.util.Optional;

/** Lets a file refer to records that it brings itself: names without a record yet mean the row that makes it. */
final class FileNames {

    /** Begins a value that is no id yet but the key of a row's name. */
    static final String MARK = "row:";

    private FileNames() {}

    static void learn(Target target, Path file, Import of) {
        var title = target.filling(target.type().titleField());
        if (!target.refersToItself() || title.isEmpty()) {
            return;
        }
        try (var table = RowTable.open(file, of.format())) {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                String name = row.get().cell(title.get().index());
                if (!name.isEmpty()) {
                    target.columns().stream()
                            .map(column -> Optional.ofNullable(column.own()))
                            .flatMap(Optional::stream)
                            .forEach(lookup -> alias(lookup, name));
                }
            }
        }
    }

    private static void alias(Lookup lookup, String name) {
        lookup.alias(name, MARK + TextKey.of(name));
    }
}
