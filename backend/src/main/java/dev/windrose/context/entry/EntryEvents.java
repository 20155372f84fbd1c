package dev.windrose.context.entry;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is told of entries. */
@Component
class EntryEvents implements DeclaresEvents {

    static final EventType UPDATED = EventType.of(
                    "company_repository_updated", 1, "Something the company knows or says was changed.")
            .with("entry_id", "the entry")
            .with("category", "the category it is in now")
            .with("kind", "the kind it is of now")
            .with("version", "the version it has now")
            .with("status", "its status now; null for one in the bin")
            .with("change", "created, updated, binned or restored")
            .with("fields", "names of the fields that changed")
            .with("change_set_id", "the change set it belongs to");

    @Override
    public List<EventType> events() {
        return List.of(UPDATED);
    }
}
