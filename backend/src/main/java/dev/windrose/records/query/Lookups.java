package dev.windrose.records.query;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What conditions ask other parts of the product for. */
@Component
class Lookups {

    final List<ActivityType> activities;
    private final ObjectProvider<TextSearch> texts;

    Lookups(ObjectProvider<ActivityType> activities, ObjectProvider<TextSearch> texts) {
        this.activities = activities.orderedStream().toList();
        this.texts = texts;
    }

    TextSearch texts() {
        return texts.getObject();
    }
}
