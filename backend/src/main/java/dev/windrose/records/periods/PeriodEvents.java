package dev.windrose.records.periods;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PeriodEvents implements DeclaresEvents {

    static final EventType PERIODS_LOADED = EventType.of(
                    "periods_loaded", 1, "Somebody loaded the past values of a field with their own times.")
            .with("field", "the field")
            .with("entries", "how many there are now");

    @Override
    public List<EventType> events() {
        return List.of(PERIODS_LOADED);
    }
}
