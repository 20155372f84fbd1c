package dev.windrose.context;

import dev.windrose.records.duplicates.MovesWithRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was talked about with a merged record goes on with the survivor. */
@Component
class MoveThreads implements MovesWithRecord {

    private final ThreadStore store;

    MoveThreads(ThreadStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        return store.move(type, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        store.back(type, from, into, moved);
    }
}
