package dev.windrose.events;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every event the running product can write, by name. */
@Component
public class EventCatalogue {

    private final TreeMap<String, EventType> types = new TreeMap<>();

    EventCatalogue(ObjectProvider<DeclaresEvents> modules) {
        for (DeclaresEvents module : modules) {
            for (EventType type : module.events()) {
                if (types.putIfAbsent(type.name(), type) != null) {
                    throw new IllegalStateException("Two modules declare the event " + type.name());
                }
            }
        }
    }

    /** In the order of their names. */
    public Collection<EventType> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    void requireDeclared(EventType type) {
        if (!type.equals(types.get(type.name()))) {
            throw new IllegalStateException(
                    "Event " + type.name() + " is not declared: list it in a DeclaresEvents bean of its module");
        }
    }
}
