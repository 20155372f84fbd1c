package dev.windrose.workspace.archive;

import java.util.List;
import java.util.Set;

/**
 * A table whose rows belong to the workspace.
 *
 * @param columns without the tenant and what only one server knows, such as the number of a transaction
 * @param key of the primary key, without the tenant
 * @param later columns that name rows which may come after: empty at first, filled once all rows are there
 */
record ArchiveTable(String name, List<String> columns, List<String> key, Set<String> later) {

    static final String PEOPLE = "people";
    static final String OF_ADDED_TYPES = "custom_record";
}
