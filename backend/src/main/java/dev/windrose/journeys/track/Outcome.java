package dev.windrose.journeys.track;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event of a request.
 *
 * @param index its place in the request
 * @param id as it was given, or made here
 * @param reason a code, where it was refused
 * @param message why it was refused, in words
 */
public record Outcome(
        int index,
        @Nullable String id,
        Kind outcome,
        @Nullable String reason,
        @Nullable String message) {

    public enum Kind {
        STORED,
        DUPLICATE,
        REFUSED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome stored(TrackedEvent event) {
        return new Outcome(event.index(), event.id(), Kind.STORED, null, null);
    }

    static Outcome duplicate(TrackedEvent event) {
        return new Outcome(event.index(), event.id(), Kind.DUPLICATE, null, null);
    }

    static Outcome refused(int index, @Nullable String id, RefusedEvent why) {
        return new Outcome(index, id, Kind.REFUSED, why.reason(), why.getMessage());
    }
}
