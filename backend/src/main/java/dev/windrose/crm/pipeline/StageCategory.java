package dev.windrose.crm.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a stage means, whatever it is called. */
public enum StageCategory {
    OPEN,
    WON,
    LOST;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<StageCategory> of(@Nullable String wire) {
        return Stream.of(values())
                .filter(category -> category.wire().equals(wire))
                .findFirst();
    }

    /** The colour of a stage that has none of its own. */
    String tone() {
        return switch (this) {
            case OPEN -> "blue";
            case WON -> "green";
            case LOST -> "red";
        };
    }
}
