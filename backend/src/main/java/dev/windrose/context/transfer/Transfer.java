package dev.windrose.context.transfer;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files or answers on their way to become entries.
 *
 * @param make whether what they name and what is not there is made
 * @param notes what was left out of the material
 * @param also what would be made, as JSON
 * @param job that reads or applies it
 */
public record Transfer(
        UUID id,
        PersonId person,
        Kind kind,
        String name,
        Status status,
        boolean make,
        List<String> notes,
        List<Map<String, Object>> also,
        @Nullable UUID job,
        @Nullable UUID changeSet,
        Instant createdAt) {

    public enum Kind {
        FILES,
        PASTED,
        STARTER,
        EXAMPLE,
        QUESTIONS;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(EntrySet set) {
            return switch (set) {
                case STARTER -> STARTER;
                case EXAMPLE -> EXAMPLE;
            };
        }
    }

    public enum Status {
        /** More files follow. */
        COLLECTING,
        READING,
        READY,
        APPLYING,
        APPLIED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
