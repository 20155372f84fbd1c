package dev.windrose.records.duplicates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How duplicates of one record type are handled.
 *
 * @param autoMergeAbove null to merge nothing without asking
 * @param reviewAbove pairs from this score on come into the queue
 * @param survivorship rules by field; {@code *} for all others
 */
public record TypeSettings(
        String recordType,
        boolean enabled,
        @Nullable Double autoMergeAbove,
        double reviewAbove,
        Map<String, SurvivorRule> survivorship) {

    static final double REVIEW = 0.5;

    static TypeSettings usual(String type, boolean enabled) {
        return new TypeSettings(type, enabled, null, REVIEW, Map.of());
    }

    SurvivorRule rule(String field) {
        return survivorship.getOrDefault(field, survivorship.getOrDefault("*", SurvivorRule.PERSON_SET));
    }
}
