package dev.windrose.journeys;

import dev.windrose.records.duplicates.MovesWithRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was done with a merged record belongs to the journey of the survivor. */
@Component
class MoveJourneyEvents implements MovesWithRecord {

    private static final Map<String, String> COLUMNS =
            Map.of("company", "company_id", "contact", "contact_id", "deal", "deal_id", "product", "product_id");

    private final MovedEventStore store;

    MoveJourneyEvents(MovedEventStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "journey_events";
    }

    @Override
    public List<String> move(String type, UUID from, UUID into) {
        String column = COLUMNS.get(type);
        return column == null ? List.of() : store.move(column, from, into);
    }

    @Override
    public void back(String type, UUID from, UUID into, List<String> moved) {
        String column = COLUMNS.get(type);
        if (column != null) {
            store.back(column, from, into, moved);
        }
    }
}
