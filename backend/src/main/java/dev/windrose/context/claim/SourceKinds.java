package dev.windrose.context.claim;

import dev.windrose.context.claim.Source.Standing;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entries say something that a claim may stand on, and whether they hold. */
final class SourceKinds {

    /** They say how to write, or hold a place for what is to be written. */
    private static final Set<String> NONE = Set.of(
            "tone", "wording", "style", "visual", "email", "document", "deck", "case_study", "report", "presentation");

    private SourceKinds() {}

    static boolean claims(String kind) {
        return !NONE.contains(kind);
    }

    static Standing standing(String status, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        return switch (status) {
            case "live" ->
                to != null && today.isAfter(to)
                        ? Standing.EXPIRED
                        : from != null && today.isBefore(from) ? Standing.NOT_YET : Standing.LIVE;
            case "in_review" -> Standing.IN_REVIEW;
            case "expired" -> Standing.EXPIRED;
            case "archived" -> Standing.ARCHIVED;
            default -> Standing.DRAFT;
        };
    }
}
