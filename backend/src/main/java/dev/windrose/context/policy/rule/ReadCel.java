package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions from expressions over the facts: comparisons, "in", "&&", "||", "!" and brackets. Empty for anything else. */
public final class ReadCel {

    private static final Pattern PART = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|&&|\\|\\||[<>!=]=|[<>!()\\[\\],]|\\d+(?:\\.\\d+)?|[a-z][a-z0-9_]*)");

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    private final List<String> parts = new ArrayList<>();
    private int at;

    private ReadCel(String text) {
        Matcher matcher = PART.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            parts.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new Unreadable();
        }
    }

    public static Optional<Condition> of(String text) {
        try {
            var reader = new ReadCel(text);
            var condition = reader.any();
            return reader.at == reader.parts.size() ? Optional.of(condition) : Optional.empty();
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private Condition any() {
        var found = new ArrayList<>(List.of(all()));
        while (takes("||")) {
            found.add(all());
        }
        return Condition.any(found);
    }

    private Condition all() {
        var found = new ArrayList<>(List.of(one()));
        while (takes("&&")) {
            found.add(one());
        }
        return Condition.all(currencies(found));
    }

    /** An amount and its currency are one bound. */
    private static List<Condition> currencies(List<Condition> parts) {
        var found = new ArrayList<Condition>();
        for (var part : parts) {
            if (part instanceof Condition.OneOf(var fact, var values)
                    && fact == Fact.CURRENCY
                    && !found.isEmpty()
                    && found.getLast() instanceof Condition.Bound bound
                    && bound.fact().form() == Fact.Form.MONEY) {
                found.removeLast();
                found.add(new Condition.Bound(
                        bound.fact(),
                        bound.compare(),
                        bound.value(),
                        values.iterator().next()));
            } else {
                found.add(part);
            }
        }
        return found;
    }

    private Condition one() {
        if (takes("!")) {
            return Condition.not(one());
        }
        if (takes("(")) {
            var inner = any();
            require(")");
            return inner;
        }
        var word = next();
        if (word.equals("true")) {
            return Condition.ALWAYS;
        }
        if (word.startsWith("\"")) {
            require("in");
            require(Fact.FILLED.key());
            return new Condition.Filled(text(word));
        }
        var fact = Fact.of(word).orElseThrow(Unreadable::new);
        return fact.form() == Fact.Form.TRUTH ? truth(fact) : compared(fact);
    }

    private Condition truth(Fact fact) {
        boolean yes = true;
        if (takes("==")) {
            yes = next().equals("true");
        }
        return new Condition.OneOf(fact, new LinkedHashSet<>(List.of(String.valueOf(yes))));
    }

    private Condition compared(Fact fact) {
        var sign = next();
        if (sign.equals("in")) {
            return new Condition.OneOf(fact, list());
        }
        if (sign.equals("==") || sign.equals("!=")) {
            var values = new LinkedHashSet<>(List.of(text(next())));
            var one = new Condition.OneOf(fact, values);
            return sign.equals("==") ? one : Condition.not(one);
        }
        for (var compare : Compare.values()) {
            if (compare.sign().equals(sign) && fact.numeric()) {
                return new Condition.Bound(fact, compare, number(next()), null);
            }
        }
        throw new Unreadable();
    }

    private LinkedHashSet<String> list() {
        var values = new LinkedHashSet<String>();
        require("[");
        do {
            values.add(text(next()));
        } while (takes(","));
        require("]");
        return values;
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw new Unreadable();
        }
    }

    private static String text(String quoted) {
        if (!quoted.startsWith("\"")) {
            throw new Unreadable();
        }
        return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private String next() {
        var part = peek();
        if (part == null) {
            throw new Unreadable();
        }
        at++;
        return part;
    }

    private boolean takes(String part) {
        boolean same = part.equals(peek());
        if (same) {
            at++;
        }
        return same;
    }

    private void require(String part) {
        if (!takes(part)) {
            throw new Unreadable();
        }
    }

    private @Nullable String peek() {
        return at < parts.size() ? parts.get(at) : null;
    }
}
