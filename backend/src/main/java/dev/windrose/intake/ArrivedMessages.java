package dev.windrose.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages as their sources brought them, answered by whoever keeps those: where each came from, and those that were not read. */
public interface ArrivedMessages {

    /**
     * A message of a source as the actor in scope may see it.
     *
     * @param state waiting, failed, or private: kept for those who took part
     */
    record Arrived(
            UUID id,
            Instant at,
            String channel,
            String connection,
            @Nullable String subject,
            @Nullable String sender,
            @Nullable String text,
            String state,
            @Nullable String reason,
            boolean shared,
            @Nullable UUID promptLog) {}

    /** Those that intake has not read, the newest first. */
    List<Arrived> unread(Wanted wanted, @Nullable Place before, int most);

    Optional<Arrived> find(UUID id);

    /** By the prompt log that intake wrote of it; without those that the actor may not see. */
    Map<UUID, Arrived> of(Collection<UUID> promptLogs);

    /** Of these prompt logs those whose messages are private to others. */
    Set<UUID> hidden(Collection<UUID> promptLogs);

    /** Has one that failed handled again. */
    void again(UUID id, @Nullable String text);

    /** @param state waiting, failed or private; null for each */
    record Wanted(
            @Nullable String state,
            @Nullable String channel,
            @Nullable String text) {}

    /** A place in a list that is in order of time. */
    record Place(Instant at, UUID id) implements Comparable<Place> {

        /** The newest first. */
        @Override
        public int compareTo(Place other) {
            int byTime = other.at.compareTo(at);
            return byTime != 0 ? byTime : other.id.toString().compareTo(id.toString());
        }

        public boolean isBefore(@Nullable Place other) {
            return other == null || compareTo(other) > 0;
        }
    }
}
