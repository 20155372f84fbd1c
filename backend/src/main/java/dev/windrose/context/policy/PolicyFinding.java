package dev.windrose.context.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two policies beside each other.
 *
 * @param where facts that show it
 */
public record PolicyFinding(Kind kind, String text, Map<String, Object> where, List<LivePolicy> policies) {

    /** What is found. */
    public enum Kind {
        /** They ask for what cannot be done together. */
        CONFLICT,
        /** Both rule the same by ranges, and between the ranges nothing is said. */
        GAP,
        /** Both ask something, and both can be kept. */
        OVERLAP,
        /** They ask about so many facts that not all combinations of them can be tried. */
        UNCOMPARED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
