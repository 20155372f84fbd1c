package dev.windrose.crm.work;

import java.util.List;
import java.util.Map;

/** Offers what waits for somebody. Implemented by each module that keeps such things. */
public interface WorkSource {

    /** By section, in the order in which they should be done; within the transaction of the caller. */
    Map<Section, List<WorkItem>> items(WorkQuery query);

    /** The parts of somebody's work. */
    enum Section {
        OVERDUE_TASKS,
        DUE_TASKS,
        NEXT_STEPS,
        MENTIONS,
        REMINDERS
    }
}
