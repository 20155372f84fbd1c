package dev.windrose.records.duplicates;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ids in other systems move, so that a sync finds the survivor. */
@Component
class MoveIdentity implements MovesWithRecord {

    private final MergeStore store;

    MoveIdentity(MergeStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "external_ids";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return store.moveExternalIds(type, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        store.returnExternalIds(type, from, into, moved);
    }
}
