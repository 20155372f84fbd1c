package dev.windrose.records.search;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.process.PrivateFiles;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the index built anew, beside the one that answers. */
@Component
public class Reindex {

    /** A file of this name in the folder of the index asks the running process, or the next one. */
    static final String ASKED = "asked";

    /** Indexes beside this one, which look for the same file in folders of their own. */
    private static final List<String> FOLDERS = List.of("search", "passages");

    private final KeepIndex keep;
    private final ObjectProvider<AlsoRebuilt> others;

    Reindex(KeepIndex keep, ObjectProvider<AlsoRebuilt> others) {
        this.keep = keep;
        this.others = others;
    }

    /** Asks the process that runs on the data folder, or the next one, for example after records have come past the log. */
    public static void ask(Path dataFolder) {
        PrivateFiles.createFolder(dataFolder);
        for (String name : FOLDERS) {
            var folder = dataFolder.resolve(name);
            PrivateFiles.createFolder(folder);
            PrivateFiles.write(folder.resolve(ASKED), "");
        }
    }

    public void start() {
        Permissions.require(Operation.MANAGE, "workspace");
        keep.rebuild();
        others.forEach(AlsoRebuilt::rebuild);
    }
}
