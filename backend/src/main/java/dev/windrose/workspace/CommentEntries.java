package dev.windrose.workspace;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.timeline.TimelineSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Comments in the timelines of accounts: on the account itself, its people and its deals. */
@Component
class CommentEntries implements TimelineSource {

    private final CommentStore store;

    CommentEntries(CommentStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("comment");
    }

    @Override
    public List<TimelineItem> entries(TimelineQuery query) {
        return store.entries(query);
    }
}
