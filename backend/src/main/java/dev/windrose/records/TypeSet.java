package dev.windrose.records;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Record types by name and by the name in addresses. */
public final class TypeSet {

    private final Map<String, Descriptor> byName = new LinkedHashMap<>();
    private final Map<String, Descriptor> byPlural = new LinkedHashMap<>();

    public TypeSet(List<Descriptor> descriptors) {
        for (var descriptor : descriptors) {
            if (byName.put(descriptor.name(), descriptor) != null
                    || byPlural.put(descriptor.plural(), descriptor) != null) {
                throw new IllegalStateException(
                        "Two record types are called " + descriptor.name() + ". Rename one of them.");
            }
        }
    }

    public Collection<Descriptor> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Optional<Descriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Descriptor> byPlural(String plural) {
        return Optional.ofNullable(byPlural.get(plural));
    }
}
