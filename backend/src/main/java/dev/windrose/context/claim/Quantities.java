package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Moneys;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their measure, unit, comparator and rate, in figures and in words. */
public final class Quantities {

    /** Words that name a part: "half of", "two thirds". */
    private static final Pattern PART = Pattern.compile(
            "\\b(?:(half|halfte)|(?:(a|one|two|three|four|ein|zwei|drei|an?) )?(third|quarter|fifth|sixth|eighth|tenth|drittel|viertel|funftel)s?)\\b"
                    + "(?! (?:of )?(?:a|an) (?:hour|day|year|month|minute|century))(?! (?:thursday|monday|tuesday|wednesday|friday|party|night|hour|day|year|floor|time))");

    private static final Pattern OUT_OF = Pattern.compile(
            "^(?:[ -](?!of|in|out)\\p{L}+){0,2} (?:out of|of|in|von) (?:(?:the|every|each|all|den|a) )?$");
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:(\\bfirst|\\berste[nr]?) |\\b(an?|one|every|each|ein(?:e[mnr]?)?|half an?|per|jede[nrs]?) |(?<=[\\p{L}\\d])/ ?)"
                    + "(half |second |quarter )?(second(?! [a-z]{4,})|seconds|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|sekunden?|minuten?|stunden?|tag|woche|monat|jahr|s|h|min)\\b( and a half)?");
    private static final String AND_A_HALF = " and a half";

    private static final Pattern OF = Pattern.compile(" (?:out )?(?:of|von|in) (?:(?:the|all|our|den) )?");
    /** Numbers of other languages that are plain English words. */
    private static final Set<String> FOREIGN =
            Set.of("once", "due", "mil", "sei", "mille", "un", "une", "cent", "cents", "sex", "elf", "nove");

    private final String folded;
    private final List<Quantity> found = new ArrayList<>();

    private Quantities(String text) {
        this.folded = Fold.inPlace(text);
        var numbers = Numbers.in(text);
        // "We won two deals" tells of no Korean money.
        var moneys = Moneys.in(text).stream()
                .filter(money -> !folded.startsWith("won ", money.span().start()))
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            var number = numbers.get(i);
            var span = number.span();
            if (named(text, span) || FOREIGN.contains(folded.substring(span.start(), span.end()))) {
                continue;
            }
            if (parted(numbers, i)) {
                i++;
                continue;
            }
            add(text, moneys, number);
        }
        parts();
        articles();
        found.sort(Comparator.comparingInt(one -> one.span().start()));
        shareNouns();
        Frequencies.in(found);
        JoinRanges.in(folded, found);
    }

    /** In "141 of the 212 plants" both count plants. */
    private void shareNouns() {
        for (int i = 0; i + 1 < found.size(); i++) {
            var one = found.get(i);
            var next = found.get(i + 1);
            boolean both = one.counts()
                    && next.counts()
                    && one.nouns().isEmpty()
                    && one.span().end() <= next.span().start();
            if (both
                    && OF.matcher(folded.substring(one.span().end(), next.span().start()))
                            .matches()) {
                found.set(i, one.counting(next.nouns()));
            }
        }
    }

    public static List<Quantity> in(String text) {
        return List.copyOf(new Quantities(text).found);
    }

    /** In "0.3 m" and "5 l" the letter is a unit, unless it is an amount of money. */
    private void add(String text, List<Money> moneys, Numbers.Number number) {
        var span = number.span();
        double value = number.value().doubleValue();
        var written = folded.substring(span.start(), span.end());
        boolean money = moneys.stream().anyMatch(one -> one.span().overlaps(number.span()));
        if (!money && written.matches("[\\d.,]+ ?[mlg]")) {
            var digits = Numbers.in(written.substring(0, written.length() - 1).strip());
            if (digits.size() == 1) {
                value = digits.getFirst().value().doubleValue();
                span = new Span(
                        span.start(), span.start() + digits.getFirst().span().end());
            }
        }
        if (folded.startsWith(AND_A_HALF, span.end())) {
            value += 0.5;
            span = new Span(span.start(), span.end() + AND_A_HALF.length());
        }
        found.add(read(value, span, ReadUnit.of(text, folded, moneys, span, value)));
    }

    /** Digits of "TF-B2" and "IP68" belong to a name. */
    private static boolean named(String text, Span span) {
        int before = span.start() - 1;
        if (before < 0 || !Character.isDigit(text.charAt(span.start()))) {
            return false;
        }
        char c = text.charAt(before);
        return Character.isLetter(c)
                || c == '_'
                || (c == '-' || c == '#')
                        && before > 0
                        && Character.isLetterOrDigit(text.charAt(before - 1))
                        && c != ' '
                        && !Character.isDigit(text.charAt(before - 1));
    }

    /** "two plants of three", "nine out of ten": a share. Great ones, as "141 of 212", stay two numbers. */
    private boolean parted(List<Numbers.Number> numbers, int at) {
        if (at + 1 >= numbers.size()) {
            return false;
        }
        var one = numbers.get(at);
        var whole = numbers.get(at + 1);
        double share = one.value().doubleValue();
        double all = whole.value().doubleValue();
        boolean round = all == 100 || all == 1_000;
        if (all > 10 && !round || all < 2 || share > all || share < 1) {
            return false;
        }
        var gap = folded.substring(one.span().end(), whole.span().start());
        if (!OUT_OF.matcher(gap).matches()) {
            return false;
        }
        var span = new Span(one.span().start(), whole.span().end());
        found.add(percent(span, 100 * share / all));
        return true;
    }

    private Quantity percent(Span span, double value) {
        return read(value, span, new ReadUnit.Found("percent", value, Set.of(), span.end(), null));
    }

    private void parts() {
        var matcher = PART.matcher(folded);
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            if (matcher.group(1) == null
                    && matcher.group(2) == null
                    && !matcher.group().endsWith("s")) {
                continue;
            }
            double parts = matcher.group(1) != null ? 2 : parts(matcher.group(3));
            double count = matcher.group(2) == null ? 1 : count(matcher.group(2));
            boolean median = matcher.group(1) != null;
            boolean clear = found.stream()
                    .noneMatch(
                            one -> one.span().overlaps(span) && one.dimension().equals("percent"));
            if (clear
                    && !folded.startsWith(" a ", span.end())
                    && !folded.startsWith(" an ", span.end())
                    && !folded.substring(0, span.start()).endsWith("and a ")
                    && !folded.substring(0, span.start()).endsWith("once a ")
                    && ReadUnit.often(folded, span.start()) == 0
                    && !folded.substring(0, span.start()).endsWith("ein ")) {
                found.removeIf(one -> one.span().overlaps(span));
                var read = percent(span, 100 * count / parts);
                found.add(
                        median
                                ? new Quantity(
                                        span,
                                        read.low(),
                                        read.high(),
                                        read.bound(),
                                        read.about(),
                                        "percent",
                                        Set.of("half"),
                                        null,
                                        true)
                                : read);
            }
        }
    }

    private static double parts(String word) {
        return switch (word.charAt(0)) {
            case 't', 'd' -> word.startsWith("te") ? 10 : 3;
            case 'q', 'v' -> 4;
            case 'f' -> 5;
            case 's' -> 6;
            default -> 8;
        };
    }

    private static double count(String word) {
        return switch (word) {
            case "two", "zwei" -> 2;
            case "three", "drei" -> 3;
            case "four" -> 4;
            default -> 1;
        };
    }

    /** "an hour", "every week", "once a quarter": a length or an interval, unless it is what another number is counted by. */
    private void articles() {
        var matcher = ARTICLE.matcher(folded);
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            if (found.stream().anyMatch(one -> one.span().overlaps(span) && !one.weak())) {
                continue;
            }
            var unit = Unit.of(matcher.group(4));
            if (unit == null || matcher.group(4).length() < 3) {
                continue;
            }
            var article = matcher.group(2) == null ? "" : matcher.group(2);
            boolean interval = article.startsWith("every") || article.startsWith("each") || article.startsWith("jede");
            if (!interval && ReadUnit.isRate(folded, span.start())) {
                continue;
            }
            double amount = article.startsWith("half") ? 0.5 : matcher.group(3) == null ? 1 : part(matcher.group(3));
            amount += matcher.group(5) == null ? 0 : 0.5;
            found.removeIf(one -> one.span().overlaps(span));
            var often = ReadUnit.often(folded, span.start());
            boolean again = interval || often > 0;
            var read = read(
                    unit.base(amount) / (often > 0 ? often : 1),
                    span,
                    new ReadUnit.Found(again ? "interval" : "time", 0, Set.of(), span.end(), null));
            found.add(read);
        }
    }

    private static double part(String word) {
        return word.startsWith("half") ? 0.5 : word.startsWith("quarter") ? 0.25 : 2;
    }

    private Quantity read(double value, Span span, ReadUnit.@Nullable Found unit) {
        var plain = unit == null ? new ReadUnit.Found("count", value, Set.of(), span.end(), null) : unit;
        double amount = plain.dimension().equals("time") && plain.base() == 0
                ? value
                : plain.dimension().equals("interval") && plain.base() == 0 ? value : plain.base();
        boolean inWords = span.end() <= folded.length() && !Character.isDigit(folded.charAt(span.start()));
        boolean weak = inWords && value == 1 && plain.dimension().equals("count");
        var dimension = plain.dimension();
        if (dimension.equals("time") && ReadUnit.every(folded, span.start())) {
            dimension = "interval";
        }
        var bound = Bounds.of(folded, span, plain.end());
        return new Quantity(
                new Span(span.start(), plain.end()),
                amount,
                amount,
                bound.bound(),
                bound.about(),
                dimension,
                plain.nouns(),
                plain.rate(),
                weak);
    }
}
