package dev.windrose.crm;

import dev.windrose.crm.timeline.TimelineItem;
import dev.windrose.crm.timeline.TimelineQuery;
import dev.windrose.crm.timeline.TimelineSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes in the timelines of accounts: on the account itself, its people and its deals. */
@Component
class NoteEntries implements TimelineSource {

    private final NoteStore store;

    NoteEntries(NoteStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("note");
    }

    @Override
    public List<TimelineItem> entries(TimelineQuery query) {
        return store.entries(query);
    }
}
