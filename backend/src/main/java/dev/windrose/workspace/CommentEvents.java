package dev.windrose.workspace;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What comments tell beyond their fields. */
@Component
public class CommentEvents implements DeclaresEvents {

    public static final EventType COMMENT_MENTIONED = EventType.of(
                    "comment_mentioned", 1, "A comment mentions people who were not mentioned in it before.")
            .with("people", "ids of the people mentioned anew")
            .with("record_type", "kind of the record that the comment belongs to")
            .with("record_id", "id of that record");

    @Override
    public List<EventType> events() {
        return List.of(COMMENT_MENTIONED);
    }
}
