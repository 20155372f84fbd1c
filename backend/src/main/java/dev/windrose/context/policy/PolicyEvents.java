package dev.windrose.context.policy;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What policies say of changes. */
@Component
class PolicyEvents implements DeclaresEvents {

    static final EventType WARNED = EventType.of(
                    "policy_warned", 1, "A change was made that a policy asks something of, and only warns.")
            .with("entry_id", "the entry of the policy")
            .with("version", "its version")
            .with("title", "its title")
            .with("clause", "the words of the policy")
            .with("asks", "what it asks, such as approval by sales_lead");

    @Override
    public List<EventType> events() {
        return List.of(WARNED);
    }
}
