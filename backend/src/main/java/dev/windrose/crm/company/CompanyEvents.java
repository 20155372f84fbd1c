package dev.windrose.crm.company;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What companies tell beyond their fields. */
@Component
public class CompanyEvents implements DeclaresEvents {

    public static final EventType CUSTOMER_STATE_CHANGED = EventType.of(
                    "customer_state_changed", 1, "A company has taken another customer state.")
            .with("from", "the state before; null where there was none")
            .with("to", "the state now; null where it was removed")
            .with("forced", "true where the state model does not allow the step and somebody forced it")
            .with("reason", "why it was forced");

    @Override
    public List<EventType> events() {
        return List.of(CUSTOMER_STATE_CHANGED);
    }
}
