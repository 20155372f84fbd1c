package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Fact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a word can be meant in a sense at its place.
 *
 * @param found what stands before
 */
record Fitting(List<Token> tokens, List<Chunk> found, int at) {

    private static final Set<String> BY = Set.of("from", "of", "by", "durch", "von");
    private static final Set<String> WON = Set.of("stage_to=Won", "stage_to=Lost");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "documented", "clear", "confirmed", "s");
    private static final Set<String> ORDER = Set.of("order", "orders", "book", "books");
    private static final Set<String> FILLS = Set.of("a", "an", "the", "total", "of", "net", "value");

    /** Words that compare need a number behind them. */
    boolean fits(Words.Sense sense, int length) {
        return switch (sense.kind()) {
            case CMP -> numberAfter(at + length);
            case TO -> at > 0 && lastKind() == Kind.QTY && numberAfter(at + length);
            case POST -> lastKind() == Kind.QTY || lastKind() == Kind.FACT || lastKind() == Kind.RANGE;
            case QUARTER, THIRD ->
                lastKind() == Kind.CMP
                        || lastKind() == Kind.GIVE
                        || at + length < tokens.size()
                                && Set.of("off", "discount")
                                        .contains(tokens.get(at + length).word());
            case OUTSIDE ->
                !tokens.get(at).word().startsWith("lea") || found.stream().anyMatch(one -> one.is(Kind.DATA));
            case UNIT, HEAD, ROLEWORDS, VAGUEROLE -> false;
            case GIVE -> !ORDER.contains(tokens.get(at).word()) || length > 1 || ordering();
            case ENT -> length > 1 || !WON.contains(sense.value()) || lastKind() == Kind.ENTER || after("as");
            case NEED -> length > 1 || !tokens.get(at).word().equals("need") || !after(ARTICLES);
            case ENTER ->
                !tokens.get(at).word().equals("kept") || found.stream().noneMatch(one -> one.is(Kind.DATA));
            case ALONE -> !tokens.get(at).word().equals("discretion") || lastKind() == Kind.ROLE;
            case ALLOWED, DENY ->
                !tokens.get(at).word().equals("without") || at + length >= tokens.size() || free(sense, length);
            case REL -> related(length);
            case FACT -> measures(sense, length);
            default -> true;
        };
    }

    /** "without approval from finance" is not free. */
    private boolean free(Words.Sense sense, int length) {
        var next = tokens.get(at + length);
        return sense.kind() == Kind.DENY ? !BY.contains(next.word()) : !next.letters();
    }

    private boolean related(int length) {
        return !numberAfter(at + length)
                && (at + length >= tokens.size()
                        || !tokens.get(at + length).word().equals("than"))
                && (length > 1 || !tokens.get(at).word().equals("more") || ends(at + 1));
    }

    private boolean measures(Words.Sense sense, int length) {
        if (sense.value().equals(Fact.CUSTOMER_MONTHS.key())) {
            return comparedAfter(at + length);
        }
        return !sense.value().equals(Fact.NET_TERMS_DAYS.key())
                || !tokens.get(at).word().equals("net")
                || length > 1;
    }

    private boolean after(String word) {
        return after(Set.of(word));
    }

    private boolean after(Set<String> words) {
        return at > 0 && words.contains(tokens.get(at - 1).word());
    }

    /** "only finance may approve more": nothing is counted behind it. */
    private boolean ends(int next) {
        return next >= tokens.size()
                || !tokens.get(next).letters()
                || Set.of("is", "are", "has", "have", "needs", "goes", "can", "may", "must")
                        .contains(tokens.get(next).word())
                || Words.at(tokens, next).stream()
                        .flatMap(match -> match.senses().stream())
                        .anyMatch(sense ->
                                sense.kind() == Kind.NEED || sense.kind() == Kind.MUST || sense.kind() == Kind.ROUTE);
    }

    /** "customers who order", not "orders above 100 EUR". */
    private boolean ordering() {
        return lastKind() == Kind.SUBJECT
                || at > 0
                        && Set.of("to", "who", "that", "which", "they", "we", "not", "may", "can", "must")
                                .contains(tokens.get(at - 1).word());
    }

    boolean comparedAfter(int from) {
        return from < tokens.size()
                && (tokens.get(from).number()
                        || Words.at(tokens, from).stream()
                                .flatMap(match -> match.senses().stream())
                                .anyMatch(sense -> sense.kind() == Kind.CMP || sense.kind() == Kind.BETWEEN));
    }

    boolean numberAfter(int from) {
        for (int i = from; i < Math.min(from + 3, tokens.size()); i++) {
            var token = tokens.get(i);
            if (token.number() || Set.of("half", "quarter", "third", "halfte").contains(token.word())) {
                return true;
            }
            if (i > from && Words.is(Kind.UNIT, token.word())) {
                return Set.of("a", "an", "one", "eine", "einem", "einer", "ein", "einen")
                        .contains(tokens.get(i - 1).word());
            }
            if (!FILLS.contains(token.word())
                    && !Set.of("eine", "einem", "einer", "ein", "einen", "one", "zu", "von")
                            .contains(token.word())) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Kind lastKind() {
        return found.isEmpty() ? null : found.getLast().kind();
    }
}
