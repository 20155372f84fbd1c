package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Fits factors of fields to decisions, held near 1, and says whether decisions that were not fitted to are told better by them. */
public final class FitWeighing {

    /** Fewer decisions teach nothing. */
    public static final int LEAST = 20;

    private static final int LEAST_OF_EACH = 5;
    private static final int FOLDS = 5;
    private static final int ROUNDS = 400;
    private static final double STEP = 0.02;
    private static final double HELD = 0.05;
    private static final double LN2 = Math.log(2);

    /** @param bits by field, before what was taught */
    public record Decision(Map<String, Double> bits, boolean same) {}

    public record Fitted(Weighing weighing, boolean better) {}

    private FitWeighing() {}

    public static Fitted of(List<Decision> decisions, long records) {
        long same = decisions.stream().filter(Decision::same).count();
        if (decisions.size() < LEAST || same < LEAST_OF_EACH || decisions.size() - same < LEAST_OF_EACH) {
            return new Fitted(Weighing.DEFAULT, false);
        }
        double before = RecordMatcher.before(records);
        double without = 0;
        double with = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            var seen = new ArrayList<Decision>();
            var kept = new ArrayList<Decision>();
            for (int i = 0; i < decisions.size(); i++) {
                (i % FOLDS == fold ? kept : seen).add(decisions.get(i));
            }
            without += loss(kept, Weighing.DEFAULT, before);
            with += loss(kept, fit(seen, before), before);
        }
        return new Fitted(fit(decisions, before), with < without * 0.99);
    }

    private static Weighing fit(List<Decision> decisions, double before) {
        var fields = new TreeSet<String>();
        decisions.forEach(decision -> fields.addAll(decision.bits().keySet()));
        var factors = new HashMap<String, Double>();
        fields.forEach(field -> factors.put(field, 1.0));
        double shift = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var slopes = new HashMap<String, Double>();
            double slope = 0;
            for (var decision : decisions) {
                double error = likely(decision, new Weighing(factors, shift), before) - (decision.same() ? 1 : 0);
                slope += error;
                decision.bits().forEach((field, bits) -> slopes.merge(field, error * bits, Double::sum));
            }
            shift = Math.clamp(shift - STEP * 5 * (slope / decisions.size() + HELD * shift / 10), -6, 6);
            for (var field : fields) {
                double pull = slopes.getOrDefault(field, 0.0) / decisions.size() + HELD * (factors.get(field) - 1);
                factors.put(field, Math.clamp(factors.get(field) - STEP * pull, 0.3, 2.5));
            }
        }
        return new Weighing(factors, shift);
    }

    private static double loss(List<Decision> decisions, Weighing weighing, double before) {
        double loss = 0;
        for (var decision : decisions) {
            double likely = Math.clamp(likely(decision, weighing, before), 1e-4, 1 - 1e-4);
            loss -= Math.log(decision.same() ? likely : 1 - likely);
        }
        return loss;
    }

    private static double likely(Decision decision, Weighing weighing, double before) {
        double bits = before + weighing.shift();
        for (var entry : decision.bits().entrySet()) {
            bits += entry.getValue() * weighing.of(entry.getKey());
        }
        return 1 / (1 + Math.exp(-bits * LN2));
    }
}
