package dev.windrose.context.claim;

import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands around a number: its unit, the noun it counts, and what it is counted by. */
final class ReadUnit {

    private static final Pattern AFTER = Pattern.compile(
            "^[ -]?((?:working|business) (?:day|week)s?\\b|per ?cent(?:age)? points?|per ?cent\\b|cubic met(?:re|er)s?|square met(?:re|er)s?|%|°[cf]|[\\p{L}³²]+)");
    private static final Pattern NEXT = Pattern.compile("^[ -]?([\\p{L}/³²]+)");
    private static final Pattern SLASHED = Pattern.compile("^ ?(\\p{L}+/\\p{L}+)");
    private static final Pattern RATE = Pattern.compile(
            "^(?: of [a-z]+)?(?: \\p{L}+){0,3}? ?(?:/ ?| (?:an?|per|each|every|for each|pro|im|je) )([\\p{L}]+)");
    private static final Pattern SIGN = Pattern.compile("([A-Z]{2,5}) $");
    private static final Pattern EVERY = Pattern.compile("\\b(?:every|each|jede[nrs]?|alle) $");
    private static final Pattern OFTEN = Pattern.compile("\\b(once|twice|three times|four times|einmal|zweimal) $");
    private static final Pattern LENGTH = Pattern.compile(
            "\\b(?:in|within|after|for|takes?|took|taking|about|than|under|is|was|are|needs?|lasts?|or|of|to|until|only|some|roughly|"
                    + "by|over|nearly|almost|around|dauert|statt|nach|binnen|innerhalb|einen|out of|every) (?:(?:just|only|about|less than|under|nearly|half) )?$");
    private static final Pattern TOOK = Pattern.compile("\\b(?:took|takes?|taken|dauerte?) (?:\\S+ ){1,5}$");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private ReadUnit() {}

    /**
     * What was found.
     *
     * @param base the number in the base unit
     */
    record Found(
            String dimension,
            double base,
            Set<String> nouns,
            int end,
            @Nullable String rate) {}

    static Found of(String text, String folded, List<Money> moneys, Span span, double value) {
        if (clock(folded, span)) {
            return new Found("clock", value, Set.of(), span.end(), null);
        }
        var money = moneys.stream()
                .filter(one -> one.span().overlaps(span) && one.currency() != null)
                .findFirst();
        if (money.isPresent()) {
            int end = Math.max(span.end(), money.get().span().end());
            return new Found("money:" + money.get().currency(), value, Set.of(), end, rate(folded, end));
        }
        var after = AFTER.matcher(folded.substring(span.end()));
        if (after.find()) {
            var written = after.group(1).replace("percent", "per cent").replace("  ", " ");
            var unit = Unit.of(
                    written.startsWith("per cent p") || written.startsWith("per centage")
                            ? "percentage points"
                            : written);
            if (unit != null) {
                int end = span.end() + after.end();
                return new Found(unit.dimension(), unit.base(value), Set.of(), end, rate(folded, end));
            }
        }
        if (YEAR.matcher(folded.substring(span.start(), span.end())).matches() && !counted(folded, span)) {
            return new Found("year", value, Set.of(), span.end(), null);
        }
        var sign = SIGN.matcher(text.substring(0, span.start()));
        if (sign.find()) {
            return new Found("sign:" + sign.group(1), value, Set.of(), span.end(), null);
        }
        var sized = SLASHED.matcher(folded.substring(span.end()));
        if (sized.find()) {
            return new Found("unit:" + sized.group(1), value, Set.of(), span.end() + sized.end(), null);
        }
        return new Found("count", value, nouns(folded, span.end()), span.end(), rate(folded, span.end()));
    }

    private static boolean clock(String folded, Span span) {
        return folded.startsWith(":", span.end())
                        && span.end() + 1 < folded.length()
                        && Character.isDigit(folded.charAt(span.end() + 1))
                || span.start() > 1
                        && folded.charAt(span.start() - 1) == ':'
                        && Character.isDigit(folded.charAt(span.start() - 2));
    }

    /** "2000 plants" counts plants, "in 2000" is a year. */
    private static boolean counted(String folded, Span span) {
        var next = NEXT.matcher(folded.substring(span.end()));
        var before = folded.substring(0, span.start());
        return next.find()
                && !Lexicon.shipped().filler(next.group(1))
                && !before.matches(
                        "(?s).*\\b(?:in|since|from|until|spring|summer|autumn|winter|seit|im|of|\\p{L}+ber|march|april|may|june|july|august|january|february) $");
    }

    private static Set<String> nouns(String folded, int from) {
        var out = new LinkedHashSet<String>();
        int at = from;
        for (int i = 0; i < 4 && out.size() < 2; i++) {
            var next = NEXT.matcher(folded.substring(at));
            if (!next.find()) {
                break;
            }
            var word = next.group(1);
            if (Lexicon.shipped().filler(word) && !word.equals("of")) {
                break;
            }
            if (!Lexicon.shipped().filler(word)) {
                out.add(Stems.of(word));
            }
            at += next.end();
        }
        return out;
    }

    private static @Nullable String rate(String folded, int from) {
        var matcher = RATE.matcher(folded.substring(from));
        if (!matcher.find()) {
            return null;
        }
        var word = matcher.group(1);
        var unit = Unit.of(word);
        if (!dev.windrose.llm.language.Numbers.in(matcher.group().substring(0, matcher.start(1) - matcher.start()))
                .isEmpty()) {
            return null;
        }
        return unit != null && unit.dimension().equals("time") ? "time:" + Math.round(unit.base(1)) : Stems.of(word);
    }

    /** "a week" behind a number or a thing, as in "six hours a week". */
    static boolean isRate(String folded, int at) {
        var before = folded.substring(0, at);
        return !before.isBlank()
                && !TOOK.matcher(before).find()
                && !OFTEN.matcher(before).find()
                && !LENGTH.matcher(before).find()
                && before.matches("(?s).*(?:\\d|\\p{L}) ?$");
    }

    static boolean every(String folded, int at) {
        return EVERY.matcher(folded.substring(0, at)).find();
    }

    /** "twice a" is two. */
    static int often(String folded, int at) {
        var matcher = OFTEN.matcher(folded.substring(0, at));
        if (!matcher.find()) {
            return 0;
        }
        return switch (matcher.group(1)) {
            case "once", "einmal" -> 1;
            case "twice", "zweimal" -> 2;
            case "three times" -> 3;
            default -> 4;
        };
    }
}
