package dev.windrose.workspace.archive;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a workspace holds records, or what tells of them. Settings alone can be replaced. */
@Component
class InUse {

    private static final Set<String> TELLING = Set.of("field_definitions", "entity_definitions", "change_sets");

    private final ArchiveCatalogueStore catalogue;
    private final ArchiveRowStore rows;
    private final Descriptors descriptors;

    InUse(ArchiveCatalogueStore catalogue, ArchiveRowStore rows, Descriptors descriptors) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.descriptors = descriptors;
    }

    boolean now() {
        var tables = descriptors.all().stream().map(Descriptor::table).collect(Collectors.toSet());
        tables.addAll(TELLING);
        return catalogue.tables().stream()
                .filter(table -> tables.contains(table.name()))
                .anyMatch(rows::any);
    }
}
