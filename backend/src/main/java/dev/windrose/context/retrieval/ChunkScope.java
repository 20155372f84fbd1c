package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search may find at all. Every index applies it while it searches, never afterwards.
 *
 * @param open types of which the actor sees every record
 * @param some of other types the records it sees
 * @param hidden of types the fields that the actor does not get to see
 * @param levels sensitivities of entries that the actor may read, and {@link #RECORD} for records of other types
 * @param categories empty for all
 * @param liveOn the day on which an entry must be live; null for whatever its status
 */
record ChunkScope(
        TenantId tenant,
        Set<String> open,
        Map<String, Set<UUID>> some,
        Map<String, Set<String>> hidden,
        Set<String> levels,
        List<String> categories,
        @Nullable String product,
        @Nullable String segment,
        @Nullable String language,
        @Nullable LocalDate liveOn) {

    static final String RECORD = "record";

    /** Of whoever may read everything. */
    static final Set<String> ALL_LEVELS = Set.of("public", "internal", "confidential", RECORD);

    Set<String> hiddenFields() {
        var fields = new HashSet<String>();
        hidden.forEach((type, some) -> some.forEach(field -> fields.add(ChunkDocument.field(type, field))));
        return fields;
    }

    String languageTag() {
        return String.valueOf(language).toLowerCase(Locale.ROOT);
    }

    boolean empty() {
        return levels.isEmpty() || open.isEmpty() && some.values().stream().allMatch(Set::isEmpty);
    }
}
