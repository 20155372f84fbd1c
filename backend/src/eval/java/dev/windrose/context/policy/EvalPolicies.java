package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.context.policy.rule.CompareRules;
import dev.windrose.context.policy.rule.Decide;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Holds;
import dev.windrose.context.policy.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many clauses become the rules that were expected. Prints totals alone, so that a kept half stays unread. */
public final class EvalPolicies {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EvalPolicies() {}

    /**
     * Totals of some clauses.
     *
     * @param right every case gives what is expected
     * @param warned wrong, and a warning was given
     * @param wrong wrong without a warning, also a rule made of what can only be text
     * @param left stays text though it could be a rule
     * @param text stays text, as it should
     */
    record Totals(int right, int warned, int wrong, int left, int text) {

        Totals plus(Totals other) {
            return new Totals(
                    right + other.right,
                    warned + other.warned,
                    wrong + other.wrong,
                    left + other.left,
                    text + other.text);
        }

        int compile() {
            return right + warned + wrong + left;
        }
    }

    private static final int OPEN = 3;
    private static final List<String> CLAUSES = List.of(
            "clauses",
            "clauses-working",
            "clauses-writers",
            "clauses-kept",
            "clauses-second-kept",
            "clauses-third-kept");

    /** Arguments: {@code --corpus FOLDER}; {@code --kept} scores the kept sets too, each look at which wears them. */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(List.of(arguments).get(List.of(arguments).indexOf("--corpus") + 1));
        System.out.println(
                "| half | kind | right | wrong, warned | wrong, not warned | only text | rightly only text |");
        System.out.println("|---|---|---|---|---|---|---|");
        boolean kept = List.of(arguments).contains("--kept");
        for (var half : kept ? CLAUSES : CLAUSES.subList(0, OPEN)) {
            var totals = score(folder.resolve(half + ".jsonl"), Holds.BY_CONDITION);
            totals.forEach((kind, one) -> print(half, kind, one));
            print(half, "all", totals.values().stream().reduce(new Totals(0, 0, 0, 0, 0), Totals::plus));
        }
        for (var half : kept ? List.of("conflicts", "conflicts-kept") : List.of("conflicts")) {
            System.out.printf(
                    "%s: %d of %d right%n",
                    half,
                    conflicts(folder.resolve(half + ".jsonl")),
                    lines(folder.resolve(half + ".jsonl")).size());
        }
    }

    private static void print(String half, String kind, Totals totals) {
        System.out.printf(
                "| %s | %s | %d | %d | %d | %d | %d |%n",
                half, kind, totals.right(), totals.warned(), totals.wrong(), totals.left(), totals.text());
    }

    static Map<String, Totals> score(Path file, Holds holds) throws IOException {
        var totals = new TreeMap<String, Totals>();
        for (var line : lines(file)) {
            totals.merge(line.path("kind").asString(), score(line, holds), Totals::plus);
        }
        return totals;
    }

    private static Totals score(JsonNode line, Holds holds) {
        var compiled = CompileClause.with(line.path("clause").asString(), Vocabulary.NONE);
        boolean rule = line.path("compiles").asBoolean();
        if (compiled.textOnly()) {
            return rule ? new Totals(0, 0, 0, 1, 0) : new Totals(0, 0, 0, 0, 1);
        }
        boolean right = rule;
        for (var one : line.path("cases")) {
            var verdict = Decide.of(compiled.conditions(), facts(one.path("facts")), holds);
            right &= same(verdict, one.path("expect"));
        }
        return right
                ? new Totals(1, 0, 0, 0, 0)
                : compiled.warnings().isEmpty() ? new Totals(0, 0, 1, 0, 0) : new Totals(0, 1, 0, 0, 0);
    }

    /** A fact that only the clause names is known by what it is called; another one changes nothing. */
    private static Facts facts(JsonNode written) {
        var known = new TreeMap<String, Object>(JSON.convertValue(written, OBJECT));
        var own = known.keySet().stream().flatMap(key -> Fact.of(key).stream()).collect(Collectors.toSet());
        known.keySet().removeIf(key -> Fact.of(key).isEmpty());
        return Facts.of(known, own);
    }

    /** A relation is right where the one expected is found; a witness may be another one. */
    static int conflicts(Path file) throws IOException {
        int right = 0;
        for (var line : lines(file)) {
            var rules = new ArrayList<CompiledClause>();
            line.path("clauses").forEach(clause -> rules.add(CompileClause.with(clause.asString(), Vocabulary.NONE)));
            var found = CompareRules.of(rules.get(0).conditions(), rules.get(1).conditions())
                    .map(difference -> difference.relation().name().toLowerCase(java.util.Locale.ROOT))
                    .orElse("none");
            boolean read = rules.stream().noneMatch(CompiledClause::textOnly);
            right += read && found.equals(line.path("finding").asString()) ? 1 : 0;
        }
        return right;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    private static boolean same(Verdict verdict, JsonNode expected) {
        if (!verdict.wire().equals(expected.path("outcome").asString())) {
            return false;
        }
        return switch (verdict) {
            case Verdict.Approval(var by) -> new HashSet<>(by).equals(new HashSet<>(texts(expected.path("by"))));
            case Verdict.Price(var price, var what, var _) ->
                price.compareTo(expected.path("price").decimalValue()) == 0
                        && what.equals(expected.path("what").asString());
            case Verdict.Route(var to) -> to.equals(expected.path("to").asString());
            case Verdict.Missing(var needs) -> needs.equals(new HashSet<>(texts(expected.path("needs"))));
            case Verdict.Unknown(var needs) -> needs.equals(new HashSet<>(texts(expected.path("needs"))));
            case Verdict.Allow _, Verdict.Refuse _ -> true;
        };
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
