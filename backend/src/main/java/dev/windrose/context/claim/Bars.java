package dev.windrose.context.claim;

import dev.windrose.context.entry.Sensitivity;
import org.jspecify.annotations.Nullable;

/** Which entries may not be used, and why. */
final class Bars {

    private Bars() {}

    /** Why an entry may support nothing; null where it may. */
    static @Nullable String of(Source source, boolean outside) {
        if (!source.live()) {
            return "The entry \"%s\" says it, but it %s."
                    .formatted(source.title(), source.standing().words());
        }
        if (outside && source.sensitivity() == Sensitivity.CONFIDENTIAL) {
            return "The entry \"%s\" says it, but it is confidential.".formatted(source.title());
        }
        if (outside && !source.cited()) {
            return "refused".equals(source.citation())
                    ? "The entry \"%s\" says it, but the customer does not want to be named.".formatted(source.title())
                    : "The entry \"%s\" says it, but the customer has not given permission yet."
                            .formatted(source.title());
        }
        return null;
    }
}
