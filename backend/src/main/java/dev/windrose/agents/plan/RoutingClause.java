package dev.windrose.agents.plan;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clause that says who gets what, read into rules in the order in which they hold: those with a condition before those without.
 *
 * @param rules what goes to whom
 * @param away who gets it where the one it goes to is away; null where the clause does not say
 * @param several who of several; null where the clause does not say
 */
record RoutingClause(
        List<Rule> rules, @Nullable Target away, @Nullable Target several) {

    private static final Pattern GOES = Pattern.compile(
            "^(?:(?:an?|any|all|each|every|the) )?(?<other>other )?(?<subject>[\\p{L}-]+?)s?(?<when> .*?)? (?:goes|go|is routed|are routed|is assigned|are assigned|is given|belongs|belong) to (?<to>.+)$");
    private static final Pattern AWAY = Pattern.compile(
            "^(?:where|if|when|while) .*\\b(?:away|absent|on leave|out of office|not present|on holiday)\\b.*?(?:goes|go|is routed|is assigned|falls) to (?<to>.+)$");
    private static final Pattern SEVERAL =
            Pattern.compile("^(?:where|if|when) (?:several|more than one|two or more|many)\\b.*? to (?<to>.+)$");
    private static final Pattern EMPLOYEES = Pattern.compile(
            "(?:(?<more>more than|over|above)|(?<least>at least))? ?(?<number>\\d[\\d,. ]*) (?:employees|people|staff)(?<up> or more| and more| and above)?");
    private static final Pattern FEWEST = Pattern.compile(
            "\\b(?:fewest|least) (?<what>[\\p{L} ,]*?(?<type>deals|issues|tickets|tasks|leads|accounts|companies)(?<states>.*))");

    /**
     * @param subject what it speaks of, in one word
     * @param other all that the rules before do not take
     * @param employees how many at least the company has; negative where that does not matter
     */
    record Rule(String subject, boolean other, long employees, Target to) {}

    /**
     * Who is meant.
     *
     * @param role as people are titled; null for anybody
     * @param team by its words; null for any
     * @param fewest the type of records that the one has the fewest of; null where that does not matter
     */
    record Target(
            @Nullable String role,
            boolean territory,
            boolean skill,
            @Nullable String team,
            boolean present,
            @Nullable String fewest) {}

    static Optional<RoutingClause> of(String clause) {
        var rules = new ArrayList<Rule>();
        Target away = null;
        Target several = null;
        for (var sentence : Fold.inPlace(clause).split("(?<=[.;])\\s+|\\R+")) {
            var said = sentence.replaceAll("[.;\\s]+$", "").strip();
            var absent = AWAY.matcher(said);
            var many = SEVERAL.matcher(said);
            var goes = GOES.matcher(said);
            if (absent.matches()) {
                away = target(absent.group("to"));
            } else if (many.matches()) {
                several = target(many.group("to"));
            } else if (goes.matches()) {
                rules.add(new Rule(
                        goes.group("subject"),
                        goes.group("other") != null,
                        employees(goes.group("when")),
                        target(goes.group("to"))));
            }
        }
        rules.sort(java.util.Comparator.comparing((Rule rule) -> rule.employees() < 0)
                .thenComparing(Rule::other));
        return rules.isEmpty() ? Optional.empty() : Optional.of(new RoutingClause(List.copyOf(rules), away, several));
    }

    private static long employees(@Nullable String when) {
        var match = EMPLOYEES.matcher(when == null ? "" : when);
        if (!match.find()) {
            return -1;
        }
        long number = Long.parseLong(match.group("number").replaceAll("\\D", ""));
        return match.group("more") == null ? number : number + 1;
    }

    private static Target target(String words) {
        var fewest = FEWEST.matcher(words);
        var role = words.replaceFirst("[,;].*$", "")
                .replaceFirst("\\b(?:of|for) the (?:territory|region|country)\\b.*$", "")
                .replaceFirst("\\b(?:present|who|whose|with|that|in)\\b.*$", "")
                .replaceFirst("^(?:the|an?) ", "")
                .strip();
        var team = Pattern.compile(
                        "\\b(?:person|people|colleague|somebody|someone|one) (?:in|from|of) (?<team>[\\p{L} ]+?)(?= (?:whose|who|with|that|present)\\b|$|,)")
                .matcher(words);
        return new Target(
                role.isEmpty() || role.matches("person|one|colleague|somebody|someone|member") ? null : role,
                words.matches(".*\\b(?:territory|region)\\b.*"),
                words.matches(".*\\bskills?\\b.*"),
                team.find() ? team.group("team").strip() : null,
                words.matches(".*\\bpresent\\b.*"),
                fewest.find() ? type(fewest.group("type")) : null);
    }

    private static String type(String plural) {
        return switch (plural) {
            case "deals", "leads" -> "deal";
            case "tasks" -> "task";
            case "accounts", "companies" -> "company";
            default -> "issue";
        };
    }
}
