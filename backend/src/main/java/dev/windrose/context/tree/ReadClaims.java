package dev.windrose.context.tree;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Moneys;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that a message states: what is measured, the figure, its unit and how exact it is meant. */
final class ReadClaims {

    private static final int LONGEST = 200;
    private static final Map<String, Pattern> COMPARATORS = comparators();
    private static final Pattern NAME = Pattern.compile("^\\s*(\\p{Lu}[\\p{L}\\p{N}&.' -]{1,60}):\\s");
    private static final Pattern UNIT =
            Pattern.compile("^([+x×]|\\s?-?\\s?times\\b)?\\+?\\s*[-‑]?\\s*(%|[\\p{L}°µ/]+)?");
    private static final Pattern NOT_COUNTED = Pattern.compile(
            "(?s).*(?:[\\p{L}\\d][-_./]|\\bno\\.? |\\bof |\\bversion |\\bv|\\biso |\\bsince |\\bin (?=(?:19|20)\\d\\d)|#)$");
    private static final Pattern OF_FEW = Pattern.compile(
            "^(?: (?!of|out|in|and|or|to)\\p{L}+){0,2} (?:out of|of|von) (two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|10|[2-9])\\b(?! (?:years?|months?|weeks?|days?|hours?|%))");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern SMALL = Pattern.compile(
            "(?i)^(?:of|and|or|in|on|at|to|per|a|an|the|by|from|for|with|than|more|less|faster|und|oder|von|im|in|zu|pro|der|die|das|is|are|that|which|it|we)$");

    private ReadClaims() {}

    /** A number with its place and the unit that its reader knows. */
    private record Figure(
            Span span, BigDecimal value, @Nullable String unit) {}

    /** As the details of a node hold them. */
    static List<Map<String, Object>> json(String text) {
        var claims = new ArrayList<Map<String, Object>>();
        String folded = Fold.inPlace(text);
        for (var read : figures(text)) {
            if (!isCount(folded, read)) {
                continue;
            }
            var figure = share(folded, read);
            var unit = unit(text, figure);
            var claim = new LinkedHashMap<String, Object>();
            claim.put("measure", measure(text, figure.span().start(), unit.end()));
            claim.put("value", plain(figure.value()));
            if (!unit.name().isEmpty()) {
                claim.put("unit", unit.name());
            }
            claim.put("comparator", comparator(folded, figure, text));
            var name = NAME.matcher(text);
            if (name.find()) {
                claim.put("subject", name.group(1).strip());
            }
            claims.add(claim);
        }
        return claims;
    }

    private static List<Figure> figures(String text) {
        var found = new ArrayList<Figure>();
        Moneys.in(text).stream()
                .filter(money -> money.currency() != null)
                .forEach(money -> found.add(new Figure(money.span(), money.amount(), money.currency())));
        Numbers.percents(text).stream()
                .filter(number -> free(found, number.span()))
                .forEach(number -> found.add(new Figure(number.span(), number.value(), "%")));
        Numbers.in(text).stream()
                .filter(number -> free(found, number.span()))
                .forEach(number -> found.add(new Figure(number.span(), number.value(), null)));
        found.sort(java.util.Comparator.comparingInt(figure -> figure.span().start()));
        return found;
    }

    /** "Four plants of five" is a share, not four plants; of greater numbers, as in "141 of 212", the first counts. */
    private static Figure share(String folded, Figure figure) {
        var whole = OF_FEW.matcher(folded.substring(figure.span().end()));
        if (figure.unit() != null || !whole.find()) {
            return figure;
        }
        var all = Numbers.in(whole.group(1));
        boolean part =
                all.size() == 1 && figure.value().compareTo(all.getFirst().value()) <= 0;
        if (!part || all.getFirst().value().signum() <= 0) {
            return figure;
        }
        var percent = figure.value()
                .multiply(BigDecimal.valueOf(100))
                .divide(all.getFirst().value(), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        var span = new Span(figure.span().start(), figure.span().end() + whole.end());
        return new Figure(span, percent, "%");
    }

    private static boolean free(List<Figure> found, Span span) {
        return found.stream().noneMatch(figure -> figure.span().overlaps(span));
    }

    /** Years, names with a number, parts of a whole ("two of three") and the word "one" count nothing. */
    private static boolean isCount(String folded, Figure figure) {
        if (figure.unit() != null) {
            return true;
        }
        String written = folded.substring(figure.span().start(), figure.span().end());
        boolean digits = written.chars().anyMatch(Character::isDigit);
        String before = folded.substring(0, figure.span().start());
        return !YEAR.matcher(written).matches()
                && !NOT_COUNTED.matcher(before).matches()
                && (digits || figure.value().compareTo(BigDecimal.ONE) != 0);
    }

    private record Unit(String name, int end) {}

    private static Unit unit(String text, Figure figure) {
        int end = figure.span().end();
        var after = UNIT.matcher(text.substring(end));
        if (!after.find()) {
            return new Unit(figure.unit() == null ? "" : figure.unit(), end);
        }
        String word = after.group(2) == null || SMALL.matcher(after.group(2)).matches() ? "" : after.group(2);
        boolean times = after.group(1) != null && !after.group(1).startsWith("+")
                || word.equalsIgnoreCase("x")
                || word.equals("times");
        if (figure.unit() != null) {
            boolean percent = "%".equals(figure.unit())
                    && word.toLowerCase(java.util.Locale.ROOT).matches("%|percent|prozent|pct");
            return new Unit(figure.unit(), percent ? end + after.end() : end);
        }
        if (times) {
            return new Unit(
                    "x",
                    end + (after.group(1) != null && !after.group(1).startsWith("+") ? after.end(1) : after.end()));
        }
        return word.isEmpty() || word.length() > 30 ? new Unit("", end) : new Unit(word, end + after.end());
    }

    /** The words around the figure, without those that only say how exact it is. */
    private static String measure(String text, int from, int to) {
        String before = text.substring(Math.max(clause(text, from), 0), from);
        String after = text.substring(to, clauseEnd(text, to));
        for (var pattern : COMPARATORS.values()) {
            before = pattern.matcher(before).replaceAll("");
        }
        String name = NAME.matcher(before).replaceFirst("");
        String words = tidy(name) + " " + tidy(after);
        String measured = words.isBlank() ? tidy(text) : words.strip().replaceAll("\\s+", " ");
        return measured.length() <= LONGEST
                ? measured
                : measured.substring(0, LONGEST).strip();
    }

    private static int clause(String text, int at) {
        return Math.max(
                        text.lastIndexOf(';', at - 1),
                        Math.max(text.lastIndexOf(". ", at - 1), text.lastIndexOf('\n', at - 1)))
                + 1;
    }

    private static int clauseEnd(String text, int at) {
        int end = text.length();
        for (String mark : new String[] {";", ". ", "\n"}) {
            int found = text.indexOf(mark, at);
            end = found < 0 ? end : Math.min(end, found);
        }
        return end;
    }

    private static String tidy(String words) {
        return words.strip().replaceAll("^[\\p{Punct}\\s–—-]+|[\\p{Punct}\\s–—-]+$", "");
    }

    private static String comparator(String folded, Figure figure, String text) {
        String before = folded.substring(0, figure.span().start());
        for (var comparator : COMPARATORS.entrySet()) {
            if (comparator.getValue().matcher(before).find()) {
                return comparator.getKey();
            }
        }
        boolean more = text.startsWith("+", figure.span().end());
        return more ? "at_least" : "exactly";
    }

    private static Map<String, Pattern> comparators() {
        var words = new LinkedHashMap<String, String>();
        words.put(
                "at_most",
                "at most|no more than|not more than|less than|fewer than|under|below|maximum|max\\.?|hochstens|weniger als|unter|<|≤");
        words.put(
                "at_least",
                "at least|no less than|not less than|more than|over|above|minimum|min\\.?|mindestens|mehr als|uber|>|≥");
        words.put("up_to", "up to|as much as|within|bis zu");
        words.put("about", "about|around|roughly|approximately|approx\\.?|nearly|almost|circa|ca\\.?|etwa|rund|fast|~");
        var patterns = new LinkedHashMap<String, Pattern>();
        words.forEach((name, list) -> patterns.put(name, Pattern.compile("(?i)(?<![\\p{L}])(?:" + list + ")\\s*$")));
        return patterns;
    }

    private static Object plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() < 18
                ? stripped.longValueExact()
                : stripped;
    }
}
