package dev.windrose.records.change;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.cache.SharedCache;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Counts changes once more from the log, for the process that ended between its commit and {@link ForgetCached}. Only where results outlive a
 * process.
 */
@Component
@ConditionalOnProperty("windrose.redis-url")
class ForgetByEvents implements EventSubscription {

    private final SharedCache cache;
    private final Descriptors descriptors;

    ForgetByEvents(SharedCache cache, Descriptors descriptors) {
        this.cache = cache;
        this.descriptors = descriptors;
    }

    @Override
    public String name() {
        return "records.forget_cached";
    }

    @Override
    public Set<String> eventNames() {
        var names = new TreeSet<String>();
        for (var op : Op.values()) {
            descriptors.builtIn().all().forEach(type -> names.add(type.name() + "_" + op.past()));
            names.add("custom_record_" + op.past());
        }
        return names;
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var changed = new HashMap<TenantId, Set<String>>();
        for (var event : events) {
            if (event.recordType() != null) {
                changed.computeIfAbsent(event.tenant(), _ -> new TreeSet<>()).add(event.recordType());
            }
        }
        for (Map.Entry<TenantId, Set<String>> of : changed.entrySet()) {
            cache.changed(of.getKey(), of.getValue());
        }
    }
}
