package dev.windrose.llm.heads;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the heads make of a sentence.
 *
 * @param known is it of a kind that they have learned?
 * @param probabilities of each label
 * @param trusts how far each label may be trusted, where it may at all
 */
public record Cues(boolean known, Map<String, Double> probabilities, Map<String, Trust> trusts) {

    /** Nothing is known of the sentence. */
    public static final Cues SILENT = new Cues(false, Map.of(), Map.of());

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
                        .map(entry -> likely(group, entry.getKey()))
                : Optional.empty();
    }

    /** The value of a group that is surest, where it may be trusted so far. */
    public Optional<Likely> best(String group, Trust least) {
        return trusts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(group + ":")
                        && !entry.getKey().endsWith(":none")
                        && entry.getValue().compareTo(least) >= 0)
                .map(Map.Entry::getKey)
                .max(Comparator.comparingDouble(probabilities::get))
                .map(label -> likely(group, label));
    }

    public boolean trusts(String label, Trust least) {
        var trust = trusts.get(label);
        return trust != null && trust.compareTo(least) >= 0;
    }

    private Likely likely(String group, String label) {
        return new Likely(label.substring(group.length() + 1), probabilities.get(label), trusts.get(label));
    }

    /** @param trust none where it may not be trusted at all */
    public record Likely(
            String value, double probability, @Nullable Trust trust) {

        public boolean trusted(Trust least) {
            return trust != null && trust.compareTo(least) >= 0;
        }
    }
}
