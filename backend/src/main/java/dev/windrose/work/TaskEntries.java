package dev.windrose.work;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.timeline.TimelineSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tasks in the timelines of accounts: where they were made, and once done where they were done. */
@Component
class TaskEntries implements TimelineSource {

    private final TaskStore store;

    TaskEntries(TaskStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("task");
    }

    @Override
    public List<TimelineItem> entries(TimelineQuery query) {
        return store.entries(query);
    }
}
