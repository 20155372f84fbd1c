package dev.windrose.agents.advise;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.EventType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is recommended and what people make of it. */
@Component
class AdviceEvents implements DeclaresEvents {

    static final EventType RECOMMENDED = EventType.of(
                    "action_recommended", 1, "The record calls for something that it did not call for before.")
            .with("recommendation_id", "the same for the same cause")
            .with("rule", "by which it was found")
            .with("company_id", "the account")
            .with("deal_id", "the deal, where it is about one")
            .with("owner_id", "whose it is")
            .with("urgency", "3 cannot wait, 2 should not, 1 can")
            .with("due", "the day that counts");

    static final EventType DECIDED = EventType.of(
                    "recommendation_decided", 1, "Somebody did, put off or dismissed what was recommended.")
            .with("recommendation_id", "the recommendation")
            .with("rule", "by which it was found")
            .with("company_id", "the account")
            .with("status", "done, snoozed, dismissed, or offered where a decision was taken back")
            .with("task_id", "the task that was made of it");

    @Override
    public List<EventType> events() {
        return List.of(RECOMMENDED, DECIDED);
    }
}
