package dev.windrose.intake;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What intake tells of. */
@Component
class IntakeEvents implements DeclaresEvents {

    static final EventType MESSAGE_DECIDED = EventType.of(
                    "message_decided", 1, "A text was read, and what follows from it was decided.")
            .with("channel", "where it came in")
            .with("again", "whether it had been read before");

    @Override
    public List<EventType> events() {
        return List.of(MESSAGE_DECIDED);
    }
}
