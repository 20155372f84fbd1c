package dev.windrose.context.amend;

import dev.windrose.context.claim.Quantities;
import dev.windrose.context.claim.Quantity;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what in a sentence can be another one. */
final class ReadValues {

    private static final Pattern TIME = Pattern.compile(
            "\\b([01]?\\d|2[0-4])(?::|\\.)([0-5]\\d)(?! ?%)\\b|\\b(\\d{1,2}) ?(am|pm|uhr|h|o'clock)\\b");
    /** "from 7 to 19" of hours: two times of day. */
    private static final Pattern SPAN_OF_HOURS = Pattern.compile(
            "\\b(\\d{1,2})(?: ?(?:am|pm|uhr|h))? ?(?:to|until|till|bis|a|à|-) ?(\\d{1,2})(?= ?(?:am|pm|uhr|h|o'clock)\\b)");

    private static final Pattern DAY =
            Pattern.compile("\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b");
    private static final Pattern UNIT = Pattern.compile("^[ -]?(?:%|per cent|percent|[\\p{L}²³°/]+)");
    /** What follows held so far. */
    private static final Pattern FORMER = Pattern.compile(
            "\\b(?:was|were|not|no longer|instead of|rather than|in place of|previously|formerly|so far|until now|statt|anstatt|"
                    + "anstelle von|nicht mehr|nicht|bisher|vorher|fruher|au lieu de|et non|en vez de|en lugar de|em vez de)"
                    + "(?: (?:of|the|a|an|by|to|at|above|up|der|die|das|den|le|la|les|el|los))*[ \"'(]*$");

    private static final Pattern FROM = Pattern.compile("\\b(?:from|von|de) $");

    private final String text;
    private final String folded;
    private final List<Value> found = new ArrayList<>();

    private ReadValues(String text) {
        this.text = text;
        this.folded = Fold.inPlace(text);
    }

    static List<Value> of(String text) {
        var read = new ReadValues(text);
        read.times();
        read.weekdays();
        var numbers = Numbers.in(text);
        Quantities.in(text).forEach(quantity -> read.quantity(quantity, numbers));
        Who.in(text).forEach(read::who);
        read.found.sort(Comparator.comparingInt(value -> value.span().start()));
        return read.found.stream()
                .map(value -> read.former(value) ? value.asFormer() : value)
                .toList();
    }

    private void times() {
        var both = SPAN_OF_HOURS.matcher(folded);
        while (both.find()) {
            time(new Span(both.start(1), both.end(1)), Integer.parseInt(both.group(1)) * 60);
        }
        var matcher = TIME.matcher(folded);
        while (matcher.find()) {
            int minutes;
            if (matcher.group(1) != null) {
                minutes = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
            } else {
                int hour = Integer.parseInt(matcher.group(3));
                if ("h".equals(matcher.group(4)) && !paired(matcher.start())) {
                    continue;
                }
                minutes = ("pm".equals(matcher.group(4)) && hour < 12 ? hour + 12 : hour) * 60;
            }
            time(new Span(matcher.start(), matcher.end()), minutes);
        }
    }

    /** "8 h" is a time of day where one is said before it, and a length elsewhere. */
    private boolean paired(int at) {
        return found.stream()
                .anyMatch(value ->
                        value.dimension().equals(Value.CLOCK) && value.span().end() < at);
    }

    private void time(Span span, int minutes) {
        if (free(span)) {
            found.add(new Value(
                    span,
                    span,
                    span.of(text),
                    minutes,
                    BigDecimal.valueOf(minutes),
                    Value.CLOCK,
                    null,
                    Set.of(),
                    false));
        }
    }

    private void weekdays() {
        var matcher = DAY.matcher(folded);
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            found.add(new Value(span, span, span.of(text), 0, null, Value.WEEKDAY, null, Set.of(), false));
        }
    }

    private void quantity(Quantity quantity, List<Numbers.Number> numbers) {
        var inside = numbers.stream()
                .filter(number -> number.span().overlaps(quantity.span()))
                .toList();
        if (quantity.weak() || inside.isEmpty() || quantity.dimension().equals("year") || !free(quantity.span())) {
            return;
        }
        if (quantity.range() && inside.size() > 1) {
            add(
                    quantity,
                    inside.getFirst(),
                    quantity.low(),
                    former(inside.getFirst().span(), FROM));
            add(quantity, inside.getLast(), quantity.high(), false);
        } else {
            add(quantity, inside.getFirst(), quantity.low(), false);
        }
    }

    private void add(Quantity quantity, Numbers.Number number, double size, boolean former) {
        var span = number.span();
        int end = span.end();
        if (!quantity.dimension().equals("count")) {
            var unit = UNIT.matcher(text.substring(end));
            end += unit.find() ? unit.end() : 0;
        }
        found.add(new Value(
                span,
                new Span(span.start(), end),
                span.of(text),
                size,
                number.value(),
                quantity.dimension(),
                quantity.rate(),
                quantity.nouns(),
                former));
    }

    private void who(Span span) {
        if (free(span)) {
            found.add(new Value(
                    span, Who.withArticle(text, span), span.of(text), 0, null, Value.WHO, null, Set.of(), false));
        }
    }

    private boolean free(Span span) {
        return found.stream().noneMatch(value -> value.span().overlaps(span));
    }

    private boolean former(Value value) {
        return value.former() || former(value.whole(), FORMER) || movedFrom(value);
    }

    private boolean former(Span span, Pattern before) {
        return before.matcher(folded.substring(0, span.start())).find();
    }

    /** "From 10 % to 12 %". */
    private boolean movedFrom(Value value) {
        return former(value.whole(), FROM)
                && !value.who()
                && found.stream()
                        .anyMatch(other -> other.span().start() >= value.whole().end()
                                && other.fits(value)
                                && folded.substring(
                                                value.whole().end(),
                                                other.whole().start())
                                        .matches("\\W*(?:to|auf|a|à)\\W*"));
    }
}
