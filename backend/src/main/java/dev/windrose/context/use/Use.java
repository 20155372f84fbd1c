package dev.windrose.context.use;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry used somewhere.
 *
 * @param version of the entry that was used
 * @param words as the entry said it in that version
 * @param exact whether the text holds these words, or words much like them
 * @param person who used it
 * @param company the account to which it was said
 * @param out whether it is still there to be read
 * @param source {@code person} or the record type whose texts were searched
 */
public record Use(
        UUID id,
        UUID entry,
        long version,
        String words,
        boolean exact,
        UsedIn in,
        @Nullable UUID person,
        @Nullable UUID company,
        LocalDate on,
        boolean out,
        String source) {}
