package dev.windrose.crm.file;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What files tell beyond their fields. */
@Component
class FileEvents implements DeclaresEvents {

    static final EventType PAGES_READ =
            EventType.of("file_pages_read", 1, "The words on the pages of a file can be searched from now on.");

    @Override
    public List<EventType> events() {
        return List.of(PAGES_READ);
    }
}
