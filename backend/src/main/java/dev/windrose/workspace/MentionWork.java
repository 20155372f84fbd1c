package dev.windrose.workspace;

import dev.windrose.crm.work.WorkItem;
import dev.windrose.crm.work.WorkQuery;
import dev.windrose.crm.work.WorkSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Comments in which colleagues want something of a person. */
@Component
class MentionWork implements WorkSource {

    private final CommentStore store;

    MentionWork(CommentStore store) {
        this.store = store;
    }

    @Override
    public Map<Section, List<WorkItem>> items(WorkQuery query) {
        return Map.of(Section.MENTIONS, store.mentioning(query));
    }
}
