package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.context.claim.ClaimReport.Suggestion;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a sentence was judged as it was, and what it could say instead. */
final class Explain {

    private final CheckText.Read read;
    private final boolean outside;

    Explain(CheckText.Read read, boolean outside) {
        this.read = read;
        this.outside = outside;
    }

    Checked checked() {
        var judged = read.judged();
        return new Checked(
                read.piece().span(),
                read.piece().text(),
                judged.verdict(),
                why(judged),
                evidence(judged),
                judged.verdict() == Verdict.CONTRADICTED ? suggestions(judged.match()) : List.of(),
                false);
    }

    private String why(Judged judged) {
        var match = judged.match();
        return switch (judged.verdict()) {
            case NO_CLAIM -> judged.why();
            case SUPPORTED ->
                "The entry \"%s\" says it."
                        .formatted(match == null ? "" : match.source().title());
            case CONTRADICTED -> match == null ? judged.why() : against(match);
            case UNSUPPORTED -> judged.why().isEmpty() ? "No live entry says it." : judged.why();
        };
    }

    private String against(Match match) {
        var number = match.wrongNumber();
        if (number != null && number.known() != null && number.where() != null) {
            return "The text says \"%s\", the entry \"%s\"."
                    .formatted(
                            number.said().span().of(read.claim().text()),
                            number.known().span().of(number.where().text()));
        }
        if (!match.strange().isEmpty()) {
            return "The entry says this of another name than \"%s\"."
                    .formatted(match.strange().getFirst().written());
        }
        if (match.otherCustomer() && match.source().customer() != null) {
            return "The entry says this of %s.".formatted(match.source().customer());
        }
        if (match.wider()) {
            return "The text says it of all or for always, the entry does not.";
        }
        return match.turn().opposite() != null
                ? "The entry says the opposite: \"%s\".".formatted(match.turn().opposite())
                : "One of text and entry denies what the other says.";
    }

    private List<Evidence> evidence(Judged judged) {
        var out = new ArrayList<Evidence>();
        var match = judged.match();
        boolean named = match != null
                && (judged.verdict() != Verdict.UNSUPPORTED && judged.verdict() != Verdict.NO_CLAIM
                        || judged.guarded() && !judged.why().isEmpty());
        if (match != null && named) {
            out.add(evidence(match));
        }
        judged.others().forEach(other -> out.add(evidence(other)));
        return List.copyOf(out);
    }

    private Evidence evidence(Match match) {
        var number = match.wrongNumber();
        var quote = number != null && number.where() != null
                ? number.where().text()
                : match.nearest().text();
        var source = match.source();
        return new Evidence(
                source.id(), source.version(), source.title(), source.kind(), quote, Bars.of(source, outside) == null);
    }

    private List<Suggestion> suggestions(@Nullable Match match) {
        var out = new ArrayList<Suggestion>();
        if (match == null) {
            return out;
        }
        for (var number : match.numbers()) {
            if (number.outcome() == CompareQuantities.Outcome.OTHER
                    && number.known() != null
                    && number.where() != null) {
                out.add(new Suggestion(
                        shifted(number.said().span()),
                        number.known().span().of(number.where().text()),
                        "This is what the entry says."));
            }
        }
        var customer = match.source().customer();
        if (customer != null
                && match.otherCustomer()
                && match.source().cited()
                && !match.strange().isEmpty()) {
            out.add(new Suggestion(
                    shifted(match.strange().getFirst().span()), customer, "The entry says it of this customer."));
        }
        return List.copyOf(out);
    }

    private Span shifted(Span span) {
        return span.shifted(read.piece().span().start());
    }
}
