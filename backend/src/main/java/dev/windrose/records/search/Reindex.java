package dev.windrose.records.search;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.process.PrivateFiles;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Has the index built anew, beside the one that answers. */
@Component
public class Reindex {

    /** A file of this name in the folder of the index asks the running process, or the next one. */
    static final String ASKED = "asked";

    private final KeepIndex keep;

    Reindex(KeepIndex keep) {
        this.keep = keep;
    }

    /** Asks the process that runs on the data folder, or the next one, for example after records have come past the log. */
    public static void ask(Path dataFolder) {
        var folder = dataFolder.resolve("search");
        PrivateFiles.createFolder(dataFolder);
        PrivateFiles.createFolder(folder);
        PrivateFiles.write(folder.resolve(ASKED), "");
    }

    public void start() {
        Permissions.require(Operation.MANAGE, "workspace");
        keep.rebuild();
    }
}
