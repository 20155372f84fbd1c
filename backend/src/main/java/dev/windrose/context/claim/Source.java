package dev.windrose.context.claim;

import dev.windrose.context.entry.Sensitivity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry or record that a claim may stand on.
 *
 * @param facts further statements, as the numbers of the details and the clauses of a policy
 * @param origin where the company has it from: a study, a data sheet
 * @param customer whom a proof speaks of
 * @param citation granted, asked, refused, not_needed; null where it is not asked for
 */
record Source(
        String id,
        long version,
        String kind,
        String title,
        String body,
        List<String> facts,
        @Nullable String origin,
        String language,
        Sensitivity sensitivity,
        List<String> products,
        @Nullable String customer,
        @Nullable String citation,
        Standing standing) {

    /** Whether an entry holds today. */
    enum Standing {
        LIVE("is live"),
        DRAFT("is a draft"),
        IN_REVIEW("is still in review"),
        EXPIRED("has expired"),
        ARCHIVED("is archived"),
        NOT_YET("does not hold yet");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean live() {
        return standing == Standing.LIVE;
    }

    boolean cited() {
        return citation == null || citation.equals("granted") || citation.equals("not_needed");
    }
}
