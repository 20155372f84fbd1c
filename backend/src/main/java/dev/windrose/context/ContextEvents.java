package dev.windrose.context;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What came in and was kept. */
@Component
public class ContextEvents implements DeclaresEvents {

    public static final EventType INPUT_RECEIVED = EventType.of("input_received", 1, "A text came in.")
            .with("channel", "chat, email, slack, call_note, web_form or api")
            .with("thread_id", "the thread it belongs to; null outside of threads")
            .with("message_id", "the message in the thread; null outside of threads")
            .with("prompt_log_id", "where the text is kept; null while it is only in the thread");

    @Override
    public List<EventType> events() {
        return List.of(INPUT_RECEIVED);
    }
}
