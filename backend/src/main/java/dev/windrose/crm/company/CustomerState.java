package dev.windrose.crm.company;

import dev.windrose.records.Choice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a company stands with us. */
public enum CustomerState {
    @Choice
    DORMANT,
    @Choice(tone = "blue")
    EXPLORING,
    @Choice(tone = "amber")
    BUYING,
    @Choice(tone = "green")
    USING,
    @Choice(tone = "red")
    CHURNED;

    /** @return null for a value that is none */
    public static @Nullable CustomerState of(@Nullable Object wire) {
        for (var state : values()) {
            if (state.wire().equals(wire)) {
                return state;
            }
        }
        return null;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
