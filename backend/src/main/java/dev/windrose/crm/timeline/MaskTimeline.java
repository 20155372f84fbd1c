package dev.windrose.crm.timeline;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.MaskedHistory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes out of entries what the reader does not get to see of the records they are about. */
@Component
class MaskTimeline {

    /** The fields whose words stand under an entry. */
    private static final Set<String> WORDS = Set.of("body", "response", "description");

    private final Descriptors descriptors;
    private final AccessSql access;
    private final MaskedHistory history;

    MaskTimeline(Descriptors descriptors, AccessSql access, MaskedHistory history) {
        this.descriptors = descriptors;
        this.access = access;
        this.history = history;
    }

    List<TimelineItem> of(List<TimelineItem> items) {
        return access.hidesAnything() ? items.stream().map(this::masked).toList() : items;
    }

    private TimelineItem masked(TimelineItem item) {
        var type = descriptors.find(item.record().type()).orElse(null);
        var hidden = type == null ? Set.<String>of() : access.hidden(type);
        if (type == null || hidden.isEmpty()) {
            return item;
        }
        if (item.details().get("changed_fields") instanceof List<?>) {
            return changed(type, item);
        }
        var details = new LinkedHashMap<>(item.details());
        details.keySet().removeAll(hidden);
        var words = new HashSet<>(WORDS);
        words.retainAll(hidden);
        return item.telling(item.title(), words.isEmpty() ? item.text() : null, details);
    }

    private TimelineItem changed(Descriptor type, TimelineItem item) {
        var entry = new LinkedHashMap<String, @Nullable Object>(item.details());
        entry.put("summary", item.title());
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(history.of(type, entry));
        return item.telling(String.valueOf(shown.remove("summary")), item.text(), shown);
    }
}
