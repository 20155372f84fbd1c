package dev.windrose.journeys.engine.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the columns keep it.
 *
 * @param values one a dimension
 */
record ProjectedEvent(
        UUID entity,
        UUID id,
        long time,
        long amount,
        @Nullable String[] values) {}
