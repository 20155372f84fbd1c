package dev.windrose.context.web;

import dev.windrose.context.entry.LiveEntry;
import dev.windrose.platform.id.TypedId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry that holds, as the API shows it. */
record HeldEntry(
        UUID id,
        long version,
        String category,
        String kind,
        String title,
        String body,
        Map<String, Object> details,
        String language,
        String sensitivity,
        String audience,
        List<UUID> productIds,
        List<String> segments,
        List<String> regions,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable UUID treeId,
        @Nullable UUID parentId,
        @Nullable Integer position,
        @Nullable UUID variantOfId,
        @Nullable String channel) {

    static HeldEntry of(LiveEntry entry) {
        return new HeldEntry(
                entry.id().value(),
                entry.version(),
                entry.category().wire(),
                entry.kind().wire(),
                entry.title(),
                entry.body(),
                entry.details(),
                entry.language(),
                entry.sensitivity().wire(),
                entry.audience().wire(),
                entry.productIds().stream().map(TypedId::value).toList(),
                entry.segments(),
                entry.regions(),
                entry.effectiveFrom(),
                entry.effectiveTo(),
                value(entry.treeId()),
                value(entry.parentId()),
                entry.position(),
                value(entry.variantOf()),
                entry.channel());
    }

    private static @Nullable UUID value(@Nullable TypedId id) {
        return id == null ? null : id.value();
    }
}
