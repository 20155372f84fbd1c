package dev.windrose.intake.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Many cases added up. */
record IntakeScore(List<CaseScore> cases) {

    Share operations() {
        return sum(one -> total(one.operations()));
    }

    Share fields() {
        return sum(one -> total(one.fields()));
    }

    Share intents() {
        return sum(CaseScore::intents);
    }

    Share clarify() {
        return sum(CaseScore::clarify);
    }

    private Share sum(Function<CaseScore, Share> part) {
        return cases.stream().map(part).reduce(Share.NONE, Share::plus);
    }

    private static Share total(Map<String, Share> byType) {
        return byType.values().stream().reduce(Share.NONE, Share::plus);
    }

    /** Cases in which something was done that must not be. */
    int broken() {
        return count(one -> one.broken() > 0);
    }

    int answered() {
        return count(CaseScore::answered);
    }

    int asked() {
        return count(CaseScore::asked);
    }

    int wholly() {
        return count(CaseScore::wholly);
    }

    private int count(Function<CaseScore, Boolean> which) {
        return (int) cases.stream().filter(which::apply).count();
    }

    static String head() {
        return "| cases | number | operations F1 (P, R) | fields F1 (P, R) | intents F1 | clarify P, R | answers | must not | wholly right |\n"
                + "|---|---|---|---|---|---|---|---|---|\n";
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %.3f | %.2f, %.2f | %d of %d | %d (%.1f %%) | %d |%n",
                name,
                cases.size(),
                told(operations()),
                told(fields()),
                intents().f1(),
                clarify().precision(),
                clarify().recall(),
                answered(),
                asked(),
                broken(),
                cases.isEmpty() ? 0.0 : 100.0 * broken() / cases.size(),
                wholly());
    }

    private static String told(Share share) {
        return String.format(Locale.ROOT, "%.3f (%.3f, %.3f)", share.f1(), share.precision(), share.recall());
    }

    /** Operations and fields of each type of record. */
    String byType() {
        var operations = new TreeMap<String, Share>();
        var fields = new TreeMap<String, Share>();
        for (var one : cases) {
            one.operations().forEach((type, share) -> operations.merge(type, share, Share::plus));
            one.fields().forEach((type, share) -> fields.merge(type, share, Share::plus));
        }
        var table = new StringBuilder("| type | operations F1 (P, R) | fields F1 (P, R) |\n|---|---|---|\n");
        operations.forEach((type, share) -> table.append(
                "| %s | %s | %s |\n".formatted(type, told(share), told(fields.getOrDefault(type, Share.NONE)))));
        return table.toString();
    }
}
