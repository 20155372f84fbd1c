package dev.windrose.records.search;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
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

    public void start() {
        Permissions.require(Operation.MANAGE, "workspace");
        keep.rebuild();
    }
}
