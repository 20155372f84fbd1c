package dev.windrose.journeys.track;

import dev.windrose.records.duplicates.MovesWithRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever turned out to be a merged contact is the survivor. */
@Component
class MoveVisitors implements MovesWithRecord {

    private static final Map<String, String> COLUMNS = Map.of("contact", "contact_id", "company", "company_id");

    private final VisitorStore store;

    MoveVisitors(VisitorStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "track_visitors";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        String column = COLUMNS.get(type);
        if (column == null) {
            return List.of();
        }
        store.lock(true);
        return store.move(column, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        String column = COLUMNS.get(type);
        if (column != null) {
            store.lock(true);
            store.back(column, from, into, moved);
        }
    }
}
