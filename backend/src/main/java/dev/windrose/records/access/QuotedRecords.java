package dev.windrose.records.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Notes which conversations and inputs quote or touch records that not everybody reads for what they say ({@link RowLimit}). */
@Component
public class QuotedRecords {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** Under these names a reference tells of which type it is. */
    private static final List<String> TYPES = List.of("type", "entity", "record_type");
    /** Under these names it tells which record, or has a reference that does. */
    private static final List<String> IDS = List.of("id", "record_id", "match", "record");

    private final QuotedRecordStore store;
    private final Supplier<Set<String>> limited;

    QuotedRecords(QuotedRecordStore store, ObjectProvider<RowLimit> limits) {
        this.store = store;
        this.limited = SingletonSupplier.of(
                () -> limits.orderedStream().map(RowLimit::type).collect(Collectors.toUnmodifiableSet()));
    }

    /** What quotes. */
    public enum Place {
        THREAD,
        INPUT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All references of what is said, at any depth: type and id, or both in one text as {@code context_entry/<id>}. */
    public void note(Place place, UUID id, @Nullable Object said) {
        var found = new HashMap<String, Set<UUID>>();
        collect(said, found);
        found.forEach((type, records) -> store.put(place.wire(), id, type, records));
    }

    private void collect(@Nullable Object said, Map<String, Set<UUID>> found) {
        switch (said) {
            case Map<?, ?> map -> {
                // What is only to be made has no words of its own yet.
                if (!"create".equals(map.get("op"))) {
                    reference(map, found);
                }
                map.values().forEach(value -> collect(value, found));
            }
            case Iterable<?> list -> list.forEach(value -> collect(value, found));
            case String text ->
                limited.get().stream()
                        .filter(type -> text.startsWith(type + "/"))
                        .forEach(type -> add(type, text.substring(type.length() + 1), found));
            case null, default -> {}
        }
    }

    private void reference(Map<?, ?> map, Map<String, Set<UUID>> found) {
        TYPES.stream()
                .map(map::get)
                .filter(type -> type instanceof String name && limited.get().contains(name))
                .map(String::valueOf)
                .forEach(type -> IDS.stream().map(map::get).forEach(id -> {
                    var named = id instanceof Map<?, ?> inner ? inner.get("id") : id;
                    if (named != null) {
                        add(type, named.toString(), found);
                    }
                }));
    }

    private static void add(String type, String id, Map<String, Set<UUID>> found) {
        if (ID.matcher(id).matches()) {
            found.computeIfAbsent(type, _ -> new HashSet<>()).add(UUID.fromString(id));
        }
    }
}
