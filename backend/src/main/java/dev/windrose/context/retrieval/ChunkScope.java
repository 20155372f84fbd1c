package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import java.time.LocalDate;
import java.util.List;
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
 * @param sensitivities the actor may read
 * @param categories empty for all
 * @param liveOn the day on which an entry must be live; null for whatever its status
 */
record ChunkScope(
        TenantId tenant,
        Set<String> open,
        Map<String, Set<UUID>> some,
        Map<String, Set<String>> hidden,
        Set<String> sensitivities,
        List<String> categories,
        @Nullable String product,
        @Nullable String segment,
        @Nullable String language,
        @Nullable LocalDate liveOn) {

    boolean empty() {
        return sensitivities.isEmpty()
                || open.isEmpty() && some.values().stream().allMatch(Set::isEmpty);
    }
}
