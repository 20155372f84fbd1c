package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Finds plain numbers and percentages. */
public final class Numbers {

    private static final Pattern MINUS = Pattern.compile("(?:^|[ (])(?:-|- |minus |negative )$");
    private static final Pattern PERCENT = Pattern.compile(
            "^ ?(?:%|percents?\\b|per ?cent\\b|percentage\\b|pct\\b|prozent\\b|pour ?cent\\b|por ?ciento\\b|por ?cento\\b)");
    private static final Pattern PERCENT_OF = Pattern.compile("\\b(?:percents?|per ?cents?) of $");

    /** A number with its place. */
    public record Number(Span span, BigDecimal value) {}

    private Numbers() {}

    public static List<Number> in(String text) {
        var folded = Fold.inPlace(text);
        return NumberPhrases.in(folded).stream()
                .map(found -> signed(found, folded))
                .toList();
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
