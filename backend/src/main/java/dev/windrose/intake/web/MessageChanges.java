package dev.windrose.intake.web;

import dev.windrose.intake.inbox.Inbox;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.SeenChanges;
import dev.windrose.records.web.ChangeSetJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a message has led to, corrections included, as far as the actor in scope may see it. The newest first. */
@Component
class MessageChanges {

    private final Inbox inbox;
    private final Changes changes;
    private final SeenChanges seen;
    private final ChangeSetJson show;

    MessageChanges(Inbox inbox, Changes changes, SeenChanges seen, ChangeSetJson show) {
        this.inbox = inbox;
        this.changes = changes;
        this.seen = seen;
        this.show = show;
    }

    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> of(UUID message) {
        List<ChangeSet> sets = inbox.changeSets(message).stream()
                .flatMap(id -> changes.find(id).stream())
                .toList();
        return seen.of(sets).stream().map(show::of).toList();
    }
}
