package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.Against;
import dev.windrose.context.claim.ClaimReport.Checked;
import dev.windrose.context.claim.ClaimReport.Evidence;
import dev.windrose.context.claim.ClaimReport.Suggestion;
import dev.windrose.context.entry.ContextEntry;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in plain words why a sentence was judged as it was, and what it could say instead. */
final class Explain {

    private final CheckText.Read read;
    private final boolean outside;
    private final boolean byModel;
    /** Words of the entry that the language model named, and that stand in it. */
    private final @Nullable String quoted;

    Explain(WeighProposals.Weighed weighed, boolean outside) {
        this.read = weighed.read();
        this.outside = outside;
        this.byModel = weighed.byModel();
        this.quoted = weighed.quote();
    }

    /** As the records say it, where no entry does. */
    Checked checked(RecordVerdict told) {
        var against = told.against();
        return new Checked(
                read.piece().span(),
                read.piece().text(),
                told.verdict(),
                told.why(),
                against == null ? null : new Against(shifted(against.span()), against.said(), against.known()),
                told.evidence(),
                told.suggestions().stream()
                        .map(one -> new Suggestion(shifted(one.span()), one.text(), one.why()))
                        .toList(),
                false);
    }

    Checked checked() {
        var judged = read.judged();
        return new Checked(
                read.piece().span(),
                read.piece().text(),
                judged.verdict(),
                why(judged),
                judged.verdict() == Verdict.CONTRADICTED && judged.match() != null ? clash(judged.match()) : null,
                evidence(judged),
                judged.verdict() == Verdict.CONTRADICTED ? suggestions(judged.match()) : List.of(),
                byModel);
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

    private @Nullable Against clash(Match match) {
        var number = match.wrongNumber();
        if (number != null && number.known() != null && number.where() != null) {
            var span = number.said().span();
            return new Against(
                    shifted(span),
                    span.of(read.claim().text()),
                    number.known().span().of(number.where().text()));
        }
        if (!match.strange().isEmpty()) {
            var name = match.strange().getFirst();
            var customer = match.source().customer();
            boolean nameable =
                    customer != null && match.otherCustomer() && match.source().cited();
            return new Against(shifted(name.span()), name.written(), nameable ? customer : null);
        }
        return null;
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
        var source = match.source();
        return new Evidence(
                ContextEntry.TYPE,
                source.id(),
                source.version(),
                source.title(),
                source.kind(),
                quote(match),
                Bars.of(source, outside) == null,
                Map.of());
    }

    private String quote(Match match) {
        if (quoted != null && match == read.judged().match()) {
            return quoted;
        }
        var number = match.wrongNumber();
        return number != null && number.where() != null
                ? number.where().text()
                : match.nearest().text();
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
                        shifted(Bounds.withWords(
                                read.claim().text(), number.said().span())),
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
        var words = words(match);
        if (words != null) {
            out.add(new Suggestion(read.piece().span(), words, "The whole sentence in the words of the entry."));
        }
        return List.copyOf(out);
    }

    /** The sentence of the entry; null where it is none that could stand in the text. */
    private @Nullable String words(Match match) {
        var source = match.source();
        var quote = quote(match).strip();
        boolean written = source.title().equals(quote) || source.body().contains(quote);
        boolean usable = Bars.of(source, outside) == null
                && read.claim().german() == source.language().startsWith("de");
        if (!written || !usable || quote.endsWith("?") || read.piece().role() != SplitText.Role.SENTENCE) {
            return null;
        }
        var said = read.piece().text();
        char end = said.charAt(said.length() - 1);
        return ".!…".indexOf(quote.charAt(quote.length() - 1)) < 0 && ".!".indexOf(end) >= 0 ? quote + "." : quote;
    }

    private Span shifted(Span span) {
        return span.shifted(read.piece().span().start());
    }
}
