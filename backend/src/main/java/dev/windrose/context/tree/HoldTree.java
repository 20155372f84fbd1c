package dev.windrose.context.tree;

import dev.windrose.records.change.AlsoLock;
import dev.windrose.records.change.ChangeDraft;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Two people do not change the shape of one tree at the same moment: each alone could be right, and both together a circle. */
@Component
class HoldTree implements AlsoLock {

    private final CompleteTree complete;

    HoldTree(CompleteTree complete) {
        this.complete = complete;
    }

    @Override
    public Map<String, Set<UUID>> of(ChangeDraft draft) {
        var trees = complete.trees(draft);
        return trees.isEmpty() ? Map.of() : Map.of(CompleteTree.TREE, trees);
    }
}
