package dev.windrose.work;

import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.crm.work.WorkSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tasks of a person that are overdue or due today, and those it wants to be reminded of. */
@Component
class TaskWork implements WorkSource {

    private final TaskStore store;

    TaskWork(TaskStore store) {
        this.store = store;
    }

    @Override
    public Map<Section, List<WorkItem>> items(WorkQuery query) {
        return Map.of(
                Section.OVERDUE_TASKS,
                store.overdue(query),
                Section.DUE_TASKS,
                store.due(query),
                Section.REMINDERS,
                store.reminders(query));
    }
}
