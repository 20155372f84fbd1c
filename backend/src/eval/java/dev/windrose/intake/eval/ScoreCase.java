package dev.windrose.intake.eval;

import dev.windrose.intake.names.KnownRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was decided about a message with what was expected. */
final class ScoreCase {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "deal.stage",
            "lead",
            "issue.status",
            "open",
            "contact.is_primary",
            false,
            "deal.deal_payment_status",
            "unpaid");

    private final Cases one;
    private final Map<String, KnownRecord> known;
    private final Map<String, Share> operations = new HashMap<>();
    private final Map<String, Share> fields = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private ScoreCase(Cases one) {
        this.one = one;
        this.known = one.known().stream()
                .collect(Collectors.toMap(KnownRecord::id, record -> record, (first, second) -> second));
    }

    /** @param expected {@code intents}, {@code operations}, {@code must_not}, {@code clarify}, {@code answer_contains} */
    static CaseScore of(Cases one, Map<String, @Nullable Object> expected, Map<String, @Nullable Object> predicted) {
        return new ScoreCase(one).score(expected, predicted);
    }

    private CaseScore score(Map<String, @Nullable Object> expected, Map<String, @Nullable Object> predicted) {
        var produced = ScoredOperation.of(predicted.get("operations")).stream()
                .filter(operation -> operation.isCreate() || says(operation))
                .toList();
        compare(ScoredOperation.of(expected.get("operations")), produced);
        int broken = broken(expected, produced);
        var wanted = texts(expected.get("intents"));
        var got = texts(predicted.get("intents"));
        if (!wanted.equals(got)) {
            findings.add("intents: expected %s, got %s".formatted(wanted, got));
        }
        int common = (int) wanted.stream().filter(got::contains).count();
        boolean ask = Boolean.TRUE.equals(expected.get("clarify"));
        boolean asks = Boolean.TRUE.equals(predicted.get("clarify"));
        if (ask != asks) {
            findings.add("clarify: expected " + ask);
        }
        var needles = Folded.list(expected.get("answer_contains"));
        boolean answered = !needles.isEmpty() && new SaidInAnswer(Folded.flat(predicted.get("answer"))).all(needles);
        if (!needles.isEmpty() && !answered) {
            findings.add("answer lacks one of " + needles);
        }
        return new CaseScore(
                one.id(),
                operations,
                fields,
                new Share(common, got.size(), wanted.size()),
                new Share(ask && asks ? 1 : 0, asks ? 1 : 0, ask ? 1 : 0),
                broken,
                !needles.isEmpty(),
                answered,
                findings);
    }

    private static Set<String> texts(@Nullable Object value) {
        return Folded.list(value).stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /** A change that only says again what is known is none. */
    private boolean says(ScoredOperation operation) {
        return !operation.fields().entrySet().stream()
                .allMatch(field -> harmless(operation, field.getKey(), field.getValue()));
    }

    private void compare(List<ScoredOperation> expected, List<ScoredOperation> produced) {
        var pairs = PairOperations.of(expected, produced);
        for (int i = 0; i < expected.size(); i++) {
            var gold = expected.get(i);
            var pair = pairs.get(i);
            count(operations, gold.entity(), new Share(pair == null ? 0 : 1, 0, 1));
            fields(gold, pair == null ? null : produced.get(pair));
        }
        var paired = new HashSet<>(pairs.values());
        for (int i = 0; i < produced.size(); i++) {
            var read = produced.get(i);
            count(operations, read.entity(), new Share(0, 1, 0));
            if (!paired.contains(i)) {
                findings.add("spurious " + read);
                read.points().forEach((field, value) -> spurious(read, field, value));
            }
        }
    }

    private void fields(ScoredOperation gold, @Nullable ScoredOperation read) {
        var wanted = gold.points();
        Map<String, @Nullable Object> got = read == null ? Map.of() : read.points();
        if (read == null) {
            findings.add("missing " + gold);
        }
        wanted.forEach((field, value) -> {
            boolean there = got.containsKey(field);
            boolean right = there && CompareValues.equal(field, value, got.get(field));
            count(fields, gold.entity(), new Share(right ? 1 : 0, there ? 1 : 0, 1));
            if (!right && read != null) {
                findings.add("%s.%s: expected %s, got %s".formatted(gold.entity(), field, value, got.get(field)));
            }
        });
        if (read != null) {
            got.forEach((field, value) -> {
                if (!wanted.containsKey(field) && spurious(read, field, value)) {
                    findings.add("spurious %s.%s = %s".formatted(gold.entity(), field, value));
                }
            });
        }
    }

    private boolean spurious(ScoredOperation read, String field, @Nullable Object value) {
        boolean counts = !harmless(read, field, value);
        if (counts) {
            count(fields, read.entity(), new Share(0, 1, 0));
        }
        return counts;
    }

    private static void count(Map<String, Share> counts, String entity, Share share) {
        counts.merge(entity, share, Share::plus);
    }

    /** What was not expected but does no harm: what is known already, what a new record holds anyway, the product of the account. */
    private boolean harmless(ScoredOperation operation, String field, @Nullable Object value) {
        if (!operation.isCreate()) {
            var record = known.get(operation.id());
            return record != null
                    && record.fields().containsKey(field)
                    && CompareValues.equal(field, record.fields().get(field), value);
        }
        if (field.equals("title_contains") || field.equals("summary_contains")) {
            return true;
        }
        var usual = DEFAULTS.get(operation.entity() + "." + field);
        if (usual != null) {
            return CompareValues.equal(field, usual, value);
        }
        var company = operation.view().get("company");
        return operation.entity().equals("feedback")
                && field.equals("product")
                && one.known().stream()
                        .filter(record -> record.is("deal"))
                        .anyMatch(deal -> CompareValues.equal("company", deal.text("company"), company)
                                && CompareValues.equal("product", deal.text("product"), value));
    }

    private int broken(Map<String, @Nullable Object> expected, List<ScoredOperation> produced) {
        int broken = 0;
        for (var entry : Folded.list(expected.get("must_not"))) {
            var rule = (Map<?, ?>) entry;
            if (produced.stream()
                    .filter(operation -> operation.entity().equals(rule.get("entity")))
                    .anyMatch(operation -> breaks(rule, operation))) {
                findings.add("must not: " + rule);
                broken++;
            }
        }
        return broken;
    }

    private boolean breaks(Map<?, ?> rule, ScoredOperation operation) {
        var match = (Map<?, ?>) Objects.requireNonNull(rule.get("match"));
        if ("create".equals(rule.get("op"))) {
            var view = operation.view();
            return operation.isCreate()
                    && match.entrySet().stream()
                            .allMatch(part -> sameForbidden(String.valueOf(part.getKey()), part.getValue(), view));
        }
        String field = String.valueOf(rule.get("field"));
        return !operation.isCreate()
                && operation.id().equals(match.get("id"))
                && operation.fields().containsKey(field)
                && !harmless(operation, field, operation.fields().get(field))
                && (!rule.containsKey("value")
                        || CompareValues.equal(
                                field, rule.get("value"), operation.fields().get(field)));
    }

    private static boolean sameForbidden(String field, @Nullable Object value, Map<String, @Nullable Object> view) {
        if (field.equals("name")) {
            return Folded.tokens(Folded.name(Folded.flat(view.get(field))))
                    .containsAll(Folded.tokens(Folded.name(Folded.flat(value))));
        }
        return view.containsKey(field) && CompareValues.equal(field, value, view.get(field));
    }
}
