package dev.windrose.crm;

import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.crm.work.WorkSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Open deals of a person whose next step is due. */
@Component
class NextSteps implements WorkSource {

    private final NextStepStore store;

    NextSteps(NextStepStore store) {
        this.store = store;
    }

    @Override
    public Map<Section, List<WorkItem>> items(WorkQuery query) {
        return Map.of(Section.NEXT_STEPS, store.due(query));
    }
}
