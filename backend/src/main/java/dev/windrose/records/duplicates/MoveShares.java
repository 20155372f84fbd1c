package dev.windrose.records.duplicates;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who was shown the merged record sees the survivor. */
@Component
class MoveShares implements MovesWithRecord {

    private final MergeStore store;

    MoveShares(MergeStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "shares";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return store.moveShares(type, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        store.returnShares(from, into, moved);
    }
}
