package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount told beside the one that the record holds, or one that follows from other numbers of the sentence: so many of so much each, so
 * much on top, so many percent more. The old figure or the sum says that the deal is meant, also where thousands and currency are left out.
 */
final class ReplacedAmounts {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,:/'-])(?:[$€£¥₹] ?)?("
            + "\\d{1,3}(?:[.,'’\\u00a0]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,3}(?: \\d{3})+|"
            + "\\d+(?:[.,]\\d{1,2})?)"
            + " ?(k|m|mil|mill|mln|mio|tsd|thousand|grand)?\\b(?![%:/]|[.,]?\\d|(?:st|nd|rd|th)\\b| ?(?:%|percent|prozent|"
            + "pm\\b|am\\b))");

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:instead|replac\\w+|not|rather than|was|were|originally|before|previously|down|up|drop\\w*|rais\\w*|cut|lower\\w*|"
                    + "reduc\\w*|"
                    + "agreed|settled|landed|now|new|final\\w*|total|flat|becomes?|makes?|make (?:it|that)|changed?|correct\\w*|right|"
                    + "after|statt|anstatt|anstelle|nicht|sondern|jetzt|nun|neu\\w*|war|waren|einig\\w*|gesenkt|erhoht|"
                    + "au lieu|remplac\\w*|plutot|pas|desormais|maintenant|etait|etaient|passe\\w*|baisse\\w*|augment\\w*|convenu|"
                    + "en (?:vez|lugar)|sustituy\\w*|ahora|eran?|queda\\w*|acord\\w*|baj\\w*|sub\\w*|"
                    + "em (?:vez|lugar)|ao inves|substitu\\w*|agora|eram?|fic\\w*|combin\\w*|fech\\w*|caiu|invece|in plaats)\\b|->|→|=>");

    /** Said of somebody else's price, of a wish, of a limit or of people and things. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:steep|pric(?:e)?y|expensive|too (?:much|high|dear)|cheaper|teuer|zu hoch|gunstiger|billiger|trop cher|moins cher|"
                    + "car[oa]|"
                    + "barat[oa]|does it for|do it for|elsewhere|rivals?|competitors?|budget\\w*|grant line|limit|cap|max\\w*|ceiling|"
                    + "wants?|would|could|might|asks?|asked|asking|hop\\w+|wish\\w*|like us|offered us|counter\\w*|discount of|"
                    + "mochte\\w*|will|wurde\\w*|konnte\\w*|verlang\\w*|veut|voudrai\\w*|demande\\w*|souhait\\w*|"
                    + "quier\\w*|pide\\w*|pidio|quisiera\\w*|quer\\w*|pede\\w*|pediu|gostari\\w*|list price|listenpreis|last year|"
                    + "seats?|users?|people|employees|staff|licen[cs]es|units|pieces|heads?|beds|rooms|minutes|hours|days|weeks|"
                    + "months)\\b");

    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each|apiece|per|a piece|a pop|a seat|unit price|at|@|x|times|je|pro|a|par|chacun\\w*|cada|por|mal)\\b|×");
    private static final Pattern PLUS = Pattern.compile(
            "\\b(?:on top|plus|extra|added|dazu|zuzuglich|mas|mais|en plus|de plus|ademas|alem)\\b|\\+");
    private static final int FEW = 5;

    private record Figure(Span span, BigDecimal value, boolean scaled, boolean counts) {}

    /** "52 trucks" counts things; a sum is followed by no thing. */
    private static final Pattern COUNTED = Pattern.compile(
            "^ ?(?!(?:instead|not|now|after|for|from|to|rather|total|flat|is|in|and|on|all|as|down|up|net|gross|was|were|with|"
                    + "without|w/o|incl\\w*|excl\\w*|plus|"
                    + "final\\w*|a|an|the|per|each|statt|anstatt|nicht|jetzt|nun|und|auf|mit|fur|als|inkl|zzgl|netto|im|pro|au|et|"
                    + "avec|pour|par|de|des|"
                    + "en|y|con|por|al|mil|em|e|com|ao|no|mas|mais|ht|eur\\w*|usd|gbp|chf|dollars?|pounds?|euros?|reais|pesos|rupees|"
                    + "kr\\w*|"
                    + "nok|sek|dkk|aud|cad|sgd|nzd|inr|mxn|brl|zar|aed|so|but|that|this|it|she|he|they|we|i|right|correct|agreed|"
                    + "before|since|over|at|x|"
                    + "times|or|last|yesterday|today|then|ok|okay|fixed|all-in|one|two|three|year|years|annum)\\b)\\p{L}{2,}");

    private ReplacedAmounts() {}

    /** Does the text name this very sum, in full or in thousands? */
    static boolean names(String folded, @org.jspecify.annotations.Nullable BigDecimal amount) {
        if (amount == null || amount.compareTo(BigDecimal.valueOf(1000)) < 0) {
            return false;
        }
        var matcher = NUMBER.matcher(folded);
        while (matcher.find()) {
            var value = value(matcher.group(1));
            boolean thousands = matcher.group(2) != null && !matcher.group(2).startsWith("m");
            if (value.compareTo(amount) == 0
                    || thousands && value.movePointRight(3).compareTo(amount) == 0) {
                return true;
            }
        }
        return false;
    }

    /** What the deal is worth from now on, with its place. */
    static Optional<ReadAmounts.Told> in(Statement statement, KnownRecord deal) {
        var now = deal.number("deal_amount");
        if (now == null || now.signum() <= 0) {
            return Optional.empty();
        }
        var figures = figures(statement);
        if (figures.size() < 2 || figures.size() > FEW) {
            return Optional.empty();
        }
        return worked(statement, figures, now)
                .or(() -> Deals.open(deal) ? beside(statement, figures, now) : Optional.empty());
    }

    private static List<Figure> figures(Statement statement) {
        var out = new ArrayList<Figure>();
        var matcher = NUMBER.matcher(statement.folded);
        while (matcher.find()) {
            var span = new Span(
                    matcher.start(1) + statement.span().start(),
                    matcher.end(1) + statement.span().start());
            boolean day = statement.dates.stream().anyMatch(date -> date.span().overlaps(span))
                    || statement.phones.stream().anyMatch(phone -> phone.span().overlaps(span));
            var value = value(matcher.group(1));
            if (!day && value.signum() > 0) {
                var scale = matcher.group(2);
                boolean million = scale != null && scale.matches("m|mill|mln|mio");
                out.add(new Figure(
                        span,
                        scale == null ? value : value.movePointRight(million ? 6 : 3),
                        scale != null,
                        scale == null
                                && COUNTED.matcher(statement.after(span, 16)).find()));
            }
        }
        return out;
    }

    private static BigDecimal value(String written) {
        boolean grouped =
                written.matches("\\d{1,3}(?:[.,'’\\u00a0 ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,2}(?:,\\d{2})+,\\d{3}");
        if (!grouped) {
            return new BigDecimal(written.replace(',', '.'));
        }
        var cents = written.matches(".*[.,]\\d{1,2}") ? written.replaceAll("^.*[.,](\\d{1,2})$", "$1") : "";
        var whole = cents.isEmpty() ? written : written.substring(0, written.length() - cents.length() - 1);
        return new BigDecimal(whole.replaceAll("\\D", "") + (cents.isEmpty() ? "" : "." + cents));
    }

    /** The figure in full: thousands are left out where the deal is in thousands. */
    private static Optional<BigDecimal> full(Figure figure, BigDecimal now, double most) {
        var thousands = figure.value().movePointRight(3);
        var millions = figure.value().movePointRight(6);
        return Deals.ratio(figure.value(), now) <= most
                ? Optional.of(figure.value())
                : !figure.scaled() && Deals.ratio(thousands, now) <= most
                        ? Optional.of(thousands)
                        : !figure.scaled()
                                        && now.compareTo(BigDecimal.valueOf(1_000_000)) >= 0
                                        && Deals.ratio(millions, now) <= most
                                ? Optional.of(millions)
                                : Optional.empty();
    }

    private static boolean same(Figure figure, BigDecimal now) {
        return full(figure, now, 1.0001).isPresent();
    }

    /** The record's own figure, and one other beside it that takes its place. */
    private static Optional<ReadAmounts.Told> beside(Statement statement, List<Figure> figures, BigDecimal now) {
        var sums = figures.stream().filter(figure -> !figure.counts()).toList();
        var others = sums.stream().filter(figure -> !same(figure, now)).toList();
        if (others.size() == sums.size()) {
            return Optional.empty();
        }
        var fitting = others.stream()
                .filter(figure -> full(figure, now, 2).isPresent())
                .filter(figure ->
                        !OTHER.matcher(statement.clauseText(figure.span())).find())
                .toList();
        boolean told = CHANGE.matcher(statement.folded).find()
                && !OTHER.matcher(statement.folded).find();
        return fitting.size() != 1 || !told
                ? Optional.empty()
                : full(fitting.getFirst(), now, 2)
                        .map(value ->
                                new ReadAmounts.Told(value, fitting.getFirst().span()));
    }

    /** A figure that is a sum, a product or so many percent more of others: no chance makes it so. */
    private static Optional<ReadAmounts.Told> worked(Statement statement, List<Figure> figures, BigDecimal now) {
        for (var figure : figures) {
            var value = full(figure, now, 3).filter(found -> found.compareTo(now) != 0);
            if (value.isPresent()
                    && (product(statement, figures, figure, value.get())
                            || percent(statement, now, value.get())
                            || summed(figures, figure, now, value.get()))) {
                return value.map(found -> new ReadAmounts.Told(found, figure.span()));
            }
        }
        return added(statement, figures, now);
    }

    /** What it was worth, and a part that comes on top or goes off: the sum is told. */
    private static boolean summed(List<Figure> figures, Figure total, BigDecimal now, BigDecimal value) {
        var by = value.subtract(now).abs();
        return figures.stream()
                .filter(part -> part != total)
                .anyMatch(part -> part.value().compareTo(by) == 0
                        || !part.scaled() && part.value().movePointRight(3).compareTo(by) == 0);
    }

    private static boolean product(Statement statement, List<Figure> figures, Figure total, BigDecimal value) {
        return EACH.matcher(statement.folded).find()
                && figures.stream()
                        .filter(count -> count != total
                                && !count.scaled()
                                && count.value().scale() <= 0)
                        .filter(count -> count.value().compareTo(BigDecimal.ONE) > 0)
                        .anyMatch(count -> figures.stream()
                                .filter(price -> price != total && price != count)
                                .anyMatch(price -> times(count, price, value)));
    }

    private static boolean times(Figure count, Figure price, BigDecimal value) {
        var product = count.value().multiply(price.value());
        return product.compareTo(value) == 0
                || !price.scaled() && product.movePointRight(3).compareTo(value) == 0;
    }

    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\d.,])(\\d{1,2}(?:[.,]\\d)?) ?(?:%|percent|prozent|pour cent|por ciento|por cento)");

    private static boolean percent(Statement statement, BigDecimal now, BigDecimal value) {
        var matcher = PERCENT.matcher(statement.folded);
        while (matcher.find()) {
            var part = now.multiply(new BigDecimal(matcher.group(1).replace(',', '.')))
                    .movePointLeft(2);
            if (now.add(part).compareTo(value) == 0 || now.subtract(part).compareTo(value) == 0) {
                return true;
            }
        }
        return false;
    }

    /** "57,000 + 6,000 of workshops": the sum is not told. */
    private static Optional<ReadAmounts.Told> added(Statement statement, List<Figure> figures, BigDecimal now) {
        if (figures.size() != 2
                || figures.getLast().counts()
                || !PLUS.matcher(statement.folded).find()
                || OTHER.matcher(statement.folded).find()) {
            return Optional.empty();
        }
        var first = figures.getFirst();
        var second = figures.getLast();
        boolean joined = PLUS.matcher(statement.between(
                        first.span().start() - 8, second.span().start()))
                .find();
        var more = same(first, now) ? second : same(second, now) ? first : null;
        boolean thousands = more != null && more.value().compareTo(BigDecimal.valueOf(1000)) < 0 && !more.scaled();
        return more == null || !joined
                ? Optional.empty()
                : Optional.of(thousands ? more.value().movePointRight(3) : more.value())
                        .filter(plus -> plus.compareTo(now) < 0)
                        .map(plus -> new ReadAmounts.Told(
                                now.add(plus),
                                new Span(first.span().start(), second.span().end())));
    }
}
