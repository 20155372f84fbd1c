package dev.windrose.context.use;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text in which words of entries are looked for.
 *
 * @param on the day it was said
 * @param company the account it was said to
 */
public record UsedText(
        UsedIn in,
        String text,
        @Nullable UUID person,
        LocalDate on,
        @Nullable UUID company) {}
