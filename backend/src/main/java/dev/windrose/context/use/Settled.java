package dev.windrose.context.use;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a use that was out with words that no longer hold.
 *
 * @param as {@code corrected} or {@code left}
 * @param why always there for what was left
 * @param by null where the person is not known any more
 */
public record Settled(
        Use use, String as, @Nullable String why, @Nullable UUID by, Instant at) {}
