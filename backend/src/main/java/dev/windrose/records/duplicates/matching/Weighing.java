package dev.windrose.records.duplicates.matching;

import java.util.Map;

/**
 * What a workspace has taught about its fields.
 *
 * @param factors by field; 1 where nothing was learned
 * @param shift in bits, for all pairs alike
 */
public record Weighing(Map<String, Double> factors, double shift) {

    public static final Weighing DEFAULT = new Weighing(Map.of(), 0);

    public Weighing {
        factors = Map.copyOf(factors);
    }

    double of(String field) {
        return factors.getOrDefault(field, 1.0);
    }
}
