package dev.windrose.records.periods;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of past values that were laid under what is known here. */
public sealed interface LaidPast {

    PastValues past();

    /**
     * @param added the periods that came
     * @param before those that gave way, as JSON, so that they can come back
     */
    record Laid(PastValues past, List<String> added, String before) implements LaidPast {}

    /** All of it was known. */
    record Known(PastValues past) implements LaidPast {}

    record Refused(PastValues past, @Nullable String why) implements LaidPast {}
}
