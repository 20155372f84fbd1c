package dev.windrose.records.access;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is told of who may see what. */
@Component
class AccessEvents implements DeclaresEvents {

    static final EventType RULES_CHANGED = EventType.of(
                    "access_rules_changed", 1, "The rules of who sees which records were replaced.")
            .with("before", "the rules as they were, by record type and role")
            .with("after", "the rules as they are");

    static final EventType MASKS_CHANGED = EventType.of(
                    "field_masks_changed", 1, "The list of hidden fields was replaced.")
            .with("before", "the hidden fields as they were, with the roles they are hidden from")
            .with("after", "the hidden fields as they are");

    static final EventType SHARED = EventType.of("record_shared", 1, "A record was shared with a colleague or a team.")
            .with("person_id", "the colleague, if it is one")
            .with("team_id", "the team, if it is one")
            .with("level", "read or write");

    static final EventType UNSHARED = EventType.of("record_unshared", 1, "A record is no longer shared.")
            .with("person_id", "the colleague, if it was one")
            .with("team_id", "the team, if it was one");

    @Override
    public List<EventType> events() {
        return List.of(RULES_CHANGED, MASKS_CHANGED, SHARED, UNSHARED);
    }
}
