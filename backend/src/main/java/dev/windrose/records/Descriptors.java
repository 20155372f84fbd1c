package dev.windrose.records;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All record types of the product. */
public class Descriptors {

    private final Map<String, Descriptor> byName = new LinkedHashMap<>();
    private final Map<String, Descriptor> byPlural = new LinkedHashMap<>();

    Descriptors(List<Descriptor> descriptors) {
        for (var descriptor : descriptors) {
            if (byName.put(descriptor.name(), descriptor) != null
                    || byPlural.put(descriptor.plural(), descriptor) != null) {
                throw new IllegalStateException(
                        "Two record types are called " + descriptor.name() + ". Rename one of them.");
            }
        }
    }

    public Collection<Descriptor> all() {
        return byName.values();
    }

    public Optional<Descriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws AppException NOT_FOUND for a name that is no record type */
    public Descriptor get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /** By the name in addresses, for example {@code companies}. */
    public Descriptor byPlural(String plural) {
        return Optional.ofNullable(byPlural.get(plural)).orElseThrow(() -> unknown(plural));
    }

    private static AppException unknown(String name) {
        return new AppException(CommonError.NOT_FOUND, "There is no record type \"%s\".".formatted(name));
    }
}
