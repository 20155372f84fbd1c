package dev.windrose.events;

import java.util.List;
import org.springframework.stereotype.Component;

/** Found by the component scan of the application under test; left out of the documented catalogue. */
@Component
class SampleEvents implements DeclaresEvents {

    static final EventType SAMPLE_NOTED =
            EventType.of("sample_noted", 1, "A test wrote a note.").with("note", "what it says");

    static final EventType SAMPLES_NOTED =
            EventType.of("sample_many_noted", 1, "A test wrote many notes.").with("notes", "what they say");

    @Override
    public List<EventType> events() {
        return List.of(SAMPLE_NOTED, SAMPLES_NOTED);
    }
}
