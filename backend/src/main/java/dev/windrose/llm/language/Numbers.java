package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Finds plain numbers and percentages. */
public final class Numbers {

    private static final Pattern MINUS = Pattern.compile("(?:^|[ (])(?:-|- |minus |negative )$");
    /** Glued to the figures an "m" or "l" is a magnitude, unless they are less than one. */
    private static final Pattern MEASURED = Pattern.compile("(?:[\\d., ']*\\d [mlg]|[\\d., ']*\\dg|0?[.,]\\d+[ml])");

    private static final Pattern PERCENT = Pattern.compile(
            "^ ?(?:%|percents?\\b|per ?cent\\b|percentage\\b|pct\\b|prozent\\b|pour ?cent\\b|por ?ciento\\b|por ?cento\\b)");
    private static final Pattern PERCENT_OF = Pattern.compile("\\b(?:percents?|per ?cents?) of $");

    /** A number with its place. */
    public record Number(Span span, BigDecimal value) {}

    private Numbers() {}

    public static List<Number> in(String text) {
        var folded = Fold.inPlace(text);
        return NumberPhrases.in(folded).stream()
                .map(found -> measured(found, folded) && !money(found, text) ? bare(found, folded) : found)
                .map(found -> signed(found, folded))
                .toList();
    }

    /** "0.3 m", "5 l" and "10 g": the letter is a unit, and a magnitude only of money. */
    private static boolean measured(NumberPhrase found, String folded) {
        return MEASURED.matcher(found.span().of(folded)).matches();
    }

    private static boolean money(NumberPhrase found, String text) {
        return Moneys.in(text).stream()
                .anyMatch(money -> money.currency() != null && money.span().overlaps(found.span()));
    }

    private static NumberPhrase bare(NumberPhrase found, String folded) {
        var digits = NumberPhrases.in(found.span().of(folded).replaceFirst("[mlg]$", " "))
                .getFirst();
        int end = found.span().start() + digits.span().end();
        return new NumberPhrase(
                new Span(found.span().start(), end), digits.value(), digits.value(), null, digits.inWords());
    }

    public static List<Number> percents(String text) {
        var folded = Fold.inPlace(text);
        return NumberPhrases.in(folded).stream()
                .filter(found -> PERCENT.matcher(folded.substring(found.span().end()))
                                .find()
                        || PERCENT_OF
                                .matcher(folded.substring(0, found.span().start()))
                                .find())
                .map(found -> signed(found, folded))
                .toList();
    }

    private static Number signed(NumberPhrase found, String folded) {
        var minus = MINUS.matcher(folded.substring(0, found.span().start()));
        return minus.find()
                ? new Number(
                        new Span(found.span().start(), found.span().end()),
                        found.value().negate())
                : new Number(found.span(), found.value());
    }
}
