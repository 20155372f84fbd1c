package dev.windrose.llm.heads;

import java.util.Map;
import java.util.Optional;

/**
 * What the heads make of a sentence.
 *
 * @param known is it of a kind that they have learned?
 * @param probabilities of each label
 */
public record Cues(boolean known, Map<String, Double> probabilities) {

    /** Nothing is known of the sentence. */
    public static final Cues SILENT = new Cues(false, Map.of());

    /** @param label for example {@code stage:won} */
    public double of(String label) {
        return known ? probabilities.getOrDefault(label, 0.0) : 0;
    }

    /** How surely the sentence is meant otherwise than it says: denied, on a condition, by hearsay, as a hope. */
    public double unreal() {
        return probabilities.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("mode:"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** How surely the sentence is meant in this way, for example {@code hearsay}; told also of sentences of an unknown kind. */
    public double mode(String mode) {
        return probabilities.getOrDefault("mode:" + mode, 0.0);
    }

    /** The value of a group that is surest, where it is at least that sure. */
    public Optional<Likely> best(String group, double least) {
        return known
                ? probabilities.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(group + ":")
                                && !entry.getKey().endsWith(":none")
                                && entry.getValue() >= least)
                        .max(Map.Entry.comparingByValue())
                        .map(entry -> new Likely(entry.getKey().substring(group.length() + 1), entry.getValue()))
                : Optional.empty();
    }

    public record Likely(String value, double probability) {}
}
