package dev.windrose.context.entry;

import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.RecordData;
import dev.windrose.records.TypedView;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry that holds, as whoever uses it reads it. Keep id and version with what was made of it.
 *
 * @param details typed fields of the kind, see {@link EntryKind#fields()}
 */
public record LiveEntry(
        ContextEntryId id,
        long version,
        EntryCategory category,
        EntryKind kind,
        String title,
        String body,
        Map<String, Object> details,
        String language,
        Sensitivity sensitivity,
        Audience audience,
        List<ProductId> productIds,
        List<String> segments,
        List<String> regions,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable MessageTreeId treeId,
        @Nullable ContextEntryId parentId,
        @Nullable Integer position,
        @Nullable ContextEntryId variantOf,
        @Nullable String channel) {

    /** Empty for an entry of a kind that a workspace has added itself. */
    static Optional<LiveEntry> of(RecordData data) {
        var entry = TypedView.of(ContextEntry.class, data);
        return Optional.ofNullable(entry.kind()).flatMap(kind -> Optional.ofNullable(entry.category())
                .map(category -> of(data, entry, category, kind)));
    }

    private static LiveEntry of(RecordData data, ContextEntry entry, EntryCategory category, EntryKind kind) {
        return new LiveEntry(
                entry.id(),
                data.version(),
                category,
                kind,
                entry.title(),
                Objects.requireNonNullElse(entry.body(), ""),
                details(entry.details()),
                Objects.requireNonNullElse(entry.language(), "en"),
                Objects.requireNonNullElse(entry.sensitivity(), Sensitivity.INTERNAL),
                Objects.requireNonNullElse(entry.audience(), Audience.EVERYONE),
                Objects.requireNonNullElse(entry.productIds(), List.of()),
                Objects.requireNonNullElse(entry.segments(), List.of()),
                Objects.requireNonNullElse(entry.regions(), List.of()),
                entry.effectiveFrom(),
                entry.effectiveTo(),
                entry.treeId(),
                entry.parentId(),
                entry.position(),
                entry.variantOfId(),
                entry.channel());
    }

    private static Map<String, Object> details(@Nullable Object details) {
        if (!(details instanceof Map<?, ?> map)) {
            return Map.of();
        }
        var named = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                named.put(String.valueOf(name), value);
            }
        });
        return Collections.unmodifiableMap(named);
    }

    /** A text of the details; empty where it is not given. */
    public Optional<String> text(String name) {
        return details.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Texts of the details; empty where none are given. */
    public List<String> texts(String name) {
        return details.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
