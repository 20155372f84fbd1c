package dev.windrose.crm.timeline;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Entries from what this module keeps itself. */
@Component
class AccountEntries implements TimelineSource {

    private final TimelineStore store;

    AccountEntries(TimelineStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("history", "state", "deal", "interaction", "objection", "feedback");
    }

    @Override
    public List<TimelineItem> entries(TimelineQuery query) {
        return store.entries(query);
    }
}
