package dev.windrose.agents.advise;

import dev.windrose.records.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that should be done.
 *
 * @param id the same for the same cause
 * @param rule by which it was found
 * @param about the record that calls for it
 * @param contact the person it concerns
 * @param urgency 3 cannot wait, 2 should not, 1 can
 * @param due the day that counts
 * @param evidence what it rests on, the most important first
 */
public record Advice(
        UUID id,
        String rule,
        Source about,
        UUID companyId,
        String companyName,
        @Nullable UUID dealId,
        @Nullable UUID contactId,
        @Nullable UUID ownerId,
        String title,
        String reason,
        int urgency,
        @Nullable LocalDate due,
        @Nullable Worth worth,
        List<Source> evidence,
        Act act) {

    /** A record, and where its words count these. */
    public record Source(
            String type, UUID id, String title, @Nullable String quote) {}

    /**
     * What it is worth.
     *
     * @param amount of the deal
     * @param percent of decided deals of its stage that were won; null where they are too few
     * @param sample how many decided deals that rests on
     * @param expected amount times share
     * @param says the arithmetic in a sentence
     */
    public record Worth(
            Money amount,
            @Nullable Integer percent,
            int sample,
            @Nullable Money expected,
            String says) {}

    /**
     * What can be done at once.
     *
     * @param kind task
     */
    public record Act(String kind, String title, @Nullable LocalDate due, String priority) {}

    /** @param cause what has to be the same for it to be the same advice */
    static UUID idOf(String rule, UUID record, String cause) {
        return UUID.nameUUIDFromBytes("%s %s %s".formatted(rule, record, cause).getBytes(StandardCharsets.UTF_8));
    }
}
