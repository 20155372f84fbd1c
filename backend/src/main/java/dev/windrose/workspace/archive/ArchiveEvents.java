package dev.windrose.workspace.archive;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever keeps something worked out from records works it out anew: their rows came without events of their own. */
@Component
class ArchiveEvents implements DeclaresEvents {

    static final EventType WORKSPACE_IMPORTED = EventType.of(
                    "workspace_imported", 1, "The rows of another workspace were read into this one, which was empty.")
            .with("rows", "how many");

    @Override
    public List<EventType> events() {
        return List.of(WORKSPACE_IMPORTED);
    }
}
