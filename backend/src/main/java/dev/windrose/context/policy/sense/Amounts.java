package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Kind;
import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Words;
import dev.windrose.context.policy.sense.Item.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers with the unit behind them: "fifty (50) days", "two and a half per cent (2.5 %)", "40 placements". */
final class Amounts {

    private static final Set<String> ONE = Set.of("a", "an", "one", "eine", "einem", "einer", "ein", "einen");
    private static final Set<String> BETWEEN = Set.of(
            "calendar",
            "full",
            "paid",
            "named",
            "active",
            "user",
            "licensed",
            "whole",
            "consecutive",
            "complete",
            "additional",
            "single",
            "ordered",
            "purchased");

    /** @param next the token behind it */
    record Read(Item item, int next) {}

    private Amounts() {}

    static Read at(List<Token> tokens, int at) {
        var token = tokens.get(at);
        var value = Objects.requireNonNull(token.value());
        int next = at + 1;
        if (words(tokens, next, "and", "a", "half")) {
            value = value.add(new BigDecimal("0.5"));
            next += 3;
        }
        next = repeated(tokens, next);
        if (token.currency() != null) {
            return read(value, Unit.MONEY, token.currency(), at, next);
        }
        boolean net = at > 0 && tokens.get(at - 1).word().equals("net");
        int unit = next < tokens.size() && BETWEEN.contains(tokens.get(next).word()) ? next + 1 : next;
        if (word(tokens, next, "%") || words(tokens, next, "per", "cent")) {
            return read(value, Unit.PERCENT, null, at, repeated(tokens, next + (word(tokens, next, "%") ? 1 : 2)));
        }
        var known = unit < tokens.size() && !tokens.get(unit).number()
                ? Words.value(Kind.UNIT, tokens.get(unit).word()).orElse(null)
                : null;
        if (unit < tokens.size() && Lexicon.in("measure", tokens.get(unit).word())) {
            return read(value, Unit.OTHER, null, at, unit + 1);
        }
        if (known != null) {
            var read = counted(value, known, at, repeated(tokens, unit + 1));
            net |= read.item().unit() == Unit.DAYS && words(tokens, unit + 1, "to", "pay");
            net |= read.item().unit() == Unit.DAYS && words(tokens, unit + 1, "to", "settle");
            return net
                    ? new Read(Item.number(read.item().number(), Unit.NET, null, at, read.next()), read.next())
                    : read;
        }
        return behind(tokens, at, next, value, net);
    }

    /** What stands behind "or more", or a word that may be a unit. */
    private static Read behind(List<Token> tokens, int at, int next, BigDecimal value, boolean net) {
        int more = after(tokens, next);
        var behind = more > next && more < tokens.size()
                ? Words.value(Kind.UNIT, tokens.get(more).word()).orElse(null)
                : null;
        if (behind != null) {
            var read = counted(value, behind, at, next);
            return new Read(read.item(), next);
        }
        if (net) {
            return read(value, Unit.NET, null, at, next);
        }
        return thing(tokens, next)
                ? read(value, Unit.THINGS, null, at, next + 1)
                : read(value, Unit.NONE, null, at, next);
    }

    static @Nullable Read bare(List<Token> tokens, int at) {
        if (!ONE.contains(tokens.get(at).word()) || at + 1 >= tokens.size()) {
            return null;
        }
        var unit = Words.value(Kind.UNIT, tokens.get(at + 1).word()).orElse(null);
        return unit == null ? null : counted(BigDecimal.ONE, unit, at, at + 2);
    }

    /** "1.500 oder mehr Mitarbeiter": the unit stands behind the comparison. */
    private static int after(List<Token> tokens, int next) {
        var meaning = next < tokens.size() && tokens.get(next).letters() ? Lexicon.at(tokens, next) : null;
        return word(tokens, next, "+")
                ? next + 1
                : meaning != null && meaning.tag() == Tag.AFTER ? next + meaning.length() : next;
    }

    /** The same number in brackets. */
    private static int repeated(List<Token> tokens, int next) {
        if (!word(tokens, next, "(")
                || next + 1 >= tokens.size()
                || !tokens.get(next + 1).number()) {
            return next;
        }
        for (int i = next + 2; i < Math.min(next + 5, tokens.size()); i++) {
            if (tokens.get(i).word().equals(")")) {
                return i + 1;
            }
        }
        return next;
    }

    private static boolean thing(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).letters()) {
            return false;
        }
        var word = tokens.get(at).word();
        boolean plural = word.length() > 3 && (word.endsWith("s") && !word.endsWith("ss") || word.endsWith("n"));
        return plural && !Lexicon.in("stop", word) && Lexicon.at(tokens, at) == null;
    }

    private static Read counted(BigDecimal value, String unit, int from, int next) {
        return switch (unit) {
            case "PERCENT" -> read(value, Unit.PERCENT, null, from, next);
            case "DAYS" -> read(value, Unit.DAYS, null, from, next);
            case "WEEKS" -> read(value.multiply(BigDecimal.valueOf(7)), Unit.DAYS, null, from, next);
            case "MONTHS" -> read(value, Unit.MONTHS, null, from, next);
            case "YEARS" -> read(value.multiply(BigDecimal.valueOf(12)), Unit.MONTHS, null, from, next);
            case "MINUTES" ->
                read(value.divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP), Unit.HOURS, null, from, next);
            case "HOURS" -> read(value, Unit.HOURS, null, from, next);
            case "UNITS" -> read(value, Unit.UNITS, null, from, next);
            default -> read(value, Unit.EMPLOYEES, null, from, next);
        };
    }

    private static Read read(BigDecimal value, Unit unit, @Nullable String currency, int from, int next) {
        var plain = value.stripTrailingZeros();
        plain = plain.scale() < 0 ? plain.setScale(0) : plain;
        return new Read(Item.number(plain, unit, currency, from, next), next);
    }

    private static boolean word(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).word().equals(word);
    }

    private static boolean words(List<Token> tokens, int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(tokens, at + i, words[i])) {
                return false;
            }
        }
        return true;
    }
}
