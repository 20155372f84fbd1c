package dev.windrose.records.importing.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.importing.Import;
import java.util.List;

/** What one has to be allowed for imports, alone or as files of a set. */
final class ImportRights {

    private static final String IMPORT = "import";

    private ImportRights() {}

    static void read() {
        Permissions.require(Operation.READ, IMPORT);
    }

    static void work() {
        Permissions.require(Operation.RUN, IMPORT);
    }

    static void write(List<Import> imports) {
        work();
        for (var file : imports) {
            Permissions.require(Operation.CREATE, file.recordType());
            Permissions.require(Operation.UPDATE, file.recordType());
        }
    }
}
