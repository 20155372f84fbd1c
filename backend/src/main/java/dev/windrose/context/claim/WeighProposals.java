package dev.windrose.context.claim;

import dev.windrose.context.claim.AskModel.Answered;
import dev.windrose.context.claim.AskModel.Proposed;
import dev.windrose.context.claim.CheckText.Read;
import dev.windrose.context.claim.Library.Candidate;
import dev.windrose.context.claim.SplitText.Piece;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the language model proposes, held against the rules. Its evidence has to be words of an entry that it was given. Numbers, names, customers
 * and permissions stay the business of the rules; where the two disagree on anything else, the claim is unsupported.
 */
final class WeighProposals {

    private final Library library;
    private final Answered answered;
    private final Judge judge;
    private int leftOut;

    WeighProposals(Library library, Answered answered, boolean outside) {
        this.library = library;
        this.answered = answered;
        this.judge = new Judge(library, outside);
    }

    /** A stretch of a sentence with the last word on it. */
    record Weighed(Read read, boolean byModel, @Nullable String quote) {

        static Weighed rules(Read read) {
            return new Weighed(read, false, null);
        }
    }

    /** Which sentences a model may be asked about: the others are decided by a permission, or claim nothing. */
    static boolean open(Read read) {
        return read.judged().verdict() != Verdict.NO_CLAIM
                && read.judged().why().isEmpty();
    }

    /** How many answers named what was not given. */
    int leftOut() {
        return leftOut;
    }

    List<Weighed> of(Read read) {
        var proposed = answered.proposed().get(read);
        if (proposed == null || proposed.isEmpty() || !open(read)) {
            return List.of(Weighed.rules(read));
        }
        var parts = split(read, proposed);
        if (parts.size() < 2 || heldByRules(read.judged())) {
            var whole = proposed.size() == 1 ? proposed.getFirst() : worst(proposed);
            return List.of(weighed(read, read.claim(), whole, List.of()));
        }
        var out = new ArrayList<Weighed>();
        for (int i = 0; i < parts.size(); i++) {
            var others = new ArrayList<>(parts);
            others.remove(i);
            out.add(weighed(
                    parts.get(i).read(),
                    read.claim(),
                    parts.get(i).proposed(),
                    others.stream().map(one -> one.within()).toList()));
        }
        return List.copyOf(out);
    }

    private record Part(Read read, Proposed proposed, Span within) {}

    /** Empty where a stretch is not in the sentence, two overlap, or a number or name is in none of them. */
    private List<Part> split(Read read, List<Proposed> proposed) {
        var sentence = read.piece().text();
        var out = new ArrayList<Part>();
        int from = 0;
        for (var one : proposed) {
            var words = one.text().strip();
            int at = words.isEmpty() ? -1 : sentence.indexOf(words, from);
            if (at < 0) {
                return List.of();
            }
            var within = new Span(at, at + words.length());
            from = within.end();
            var piece = new Piece(
                    within.shifted(read.piece().span().start()),
                    words,
                    read.piece().role());
            var claim = ClaimText.of(words, library.known(), read.claim().german(), context(read.claim()));
            out.add(new Part(new Read(piece, claim, judge.of(claim)), one, within));
        }
        boolean covered = read.claim().quantities().stream().allMatch(number -> out.stream()
                        .anyMatch(part -> part.within().holds(number.span())))
                && read.claim().names().stream().allMatch(name -> out.stream()
                        .anyMatch(part -> part.within().holds(name.span())));
        return covered ? List.copyOf(out) : List.of();
    }

    private static List<String> context(ClaimText whole) {
        var out = new ArrayList<>(whole.earlier());
        out.addAll(whole.products());
        out.addAll(whole.companies());
        return List.copyOf(out);
    }

    /** A wrong number, name or customer in a sentence stays, however it is cut. */
    private static boolean heldByRules(Judged judged) {
        return judged.verdict() == Verdict.CONTRADICTED
                && judged.match() != null
                && (judged.match().wrongNumber() != null || judged.match().guarded());
    }

    private static Proposed worst(List<Proposed> proposed) {
        return proposed.stream()
                .min(Comparator.comparingInt(one -> switch (one.verdict()) {
                    case "contradicted" -> 0;
                    case "unsupported" -> 1;
                    case "supported" -> 2;
                    default -> 3;
                }))
                .orElseThrow();
    }

    /** @param apart stretches of the sentence that other claims answer for */
    private Weighed weighed(Read read, ClaimText whole, Proposed proposed, List<Span> apart) {
        return switch (proposed.verdict()) {
            case "supported" -> supported(read, whole, proposed, apart);
            case "contradicted" -> contradicted(read, proposed);
            case "unsupported" -> unsupported(read);
            case "no_claim" -> none(read);
            default -> leftOut(read);
        };
    }

    private Weighed supported(Read read, ClaimText whole, Proposed proposed, List<Span> apart) {
        var given = given(proposed);
        if (given == null) {
            return leftOut(read);
        }
        var match = beside(read.claim(), given);
        boolean guarded = match.guarded() || match.otherProduct() || strange(whole, given, apart);
        var own = read.judged();
        if (guarded || heldByRules(own)) {
            return Weighed.rules(read);
        }
        if (own.verdict() == Verdict.CONTRADICTED) {
            return disagreed(
                    read, "The rules read the entry \"%s\" against it, the language model for it.", own.match());
        }
        return own.verdict() == Verdict.SUPPORTED
                ? Weighed.rules(read)
                : new Weighed(
                        with(read, new Judged(Verdict.SUPPORTED, "", match, List.of(), false, 1)),
                        true,
                        proposed.quote());
    }

    /** Names of the sentence outside of the other claims that the entry does not know, and customers of whom it does not tell. */
    private boolean strange(ClaimText whole, Candidate given, List<Span> apart) {
        var names = new CheckNames(library.known(), given.shelf());
        boolean unknown = names.strange(whole).stream()
                .anyMatch(name -> apart.stream().noneMatch(span -> span.holds(name.span())));
        boolean apartAll = !whole.companies().isEmpty()
                && whole.names().stream()
                        .filter(name -> library.known().company(name.written()).isPresent())
                        .allMatch(name -> apart.stream().anyMatch(span -> span.holds(name.span())));
        return unknown || names.otherCustomer(whole) && !apartAll;
    }

    private Weighed contradicted(Read read, Proposed proposed) {
        var own = read.judged();
        if (own.verdict() == Verdict.CONTRADICTED) {
            return Weighed.rules(read);
        }
        var given = given(proposed);
        if (given == null) {
            return leftOut(read);
        }
        if (own.verdict() == Verdict.SUPPORTED) {
            return disagreed(
                    read, "The rules read the entry \"%s\" for it, the language model against it.", own.match());
        }
        var match = beside(read.claim(), given);
        boolean decided = match.wrongNumber() != null || match.numbersHold();
        return decided
                ? new Weighed(
                        with(read, new Judged(Verdict.CONTRADICTED, "", match, List.of(), match.guarded(), 1)),
                        true,
                        proposed.quote())
                : Weighed.rules(read);
    }

    private Weighed unsupported(Read read) {
        var own = read.judged();
        if (own.verdict() == Verdict.UNSUPPORTED || heldByRules(own)) {
            return Weighed.rules(read);
        }
        return disagreed(
                read,
                own.verdict() == Verdict.SUPPORTED
                        ? "The rules find it in the entry \"%s\", the language model does not."
                        : "The rules read the entry \"%s\" against it, the language model finds nothing on it.",
                own.match());
    }

    /** A sentence with a number or a customer claims something, whatever the model says. */
    private static Weighed none(Read read) {
        boolean weighty = !read.claim().companies().isEmpty()
                || read.claim().quantities().stream().anyMatch(one -> !one.weak());
        boolean open = read.judged().verdict() == Verdict.UNSUPPORTED;
        return open && !weighty
                ? new Weighed(
                        with(
                                read,
                                new Judged(
                                        Verdict.NO_CLAIM,
                                        "It claims nothing that could be checked.",
                                        null,
                                        List.of(),
                                        false,
                                        1)),
                        true,
                        null)
                : Weighed.rules(read);
    }

    private Weighed leftOut(Read read) {
        leftOut++;
        return Weighed.rules(read);
    }

    private static Weighed disagreed(Read read, String sentence, @Nullable Match match) {
        var title = match == null ? "" : match.source().title();
        return new Weighed(
                with(read, new Judged(Verdict.UNSUPPORTED, sentence.formatted(title), match, List.of(), true, 0)),
                true,
                null);
    }

    private static Read with(Read read, Judged judged) {
        return new Read(read.piece(), read.claim(), judged);
    }

    /** The entry, if it was given and holds the quoted words. */
    private @Nullable Candidate given(Proposed proposed) {
        if (proposed.entry() == null || proposed.quote() == null) {
            return null;
        }
        var candidate = answered.given().get(proposed.entry());
        return candidate != null && plain(told(candidate.shelf())).contains(plain(proposed.quote())) ? candidate : null;
    }

    private Match beside(ClaimText claim, Candidate candidate) {
        var vector = library.vectors().apply(claim.text());
        return LayBeside.of(claim, library, new Candidate(candidate.shelf(), 0, 0, vector));
    }

    /** An entry as the model reads it. */
    static String told(Shelf shelf) {
        return AskModel.shortened(
                shelf.statements().stream().map(Statement::text).collect(Collectors.joining(" | ")));
    }

    private static String plain(String text) {
        return Fold.inPlace(text).replaceAll("\\s+", " ").strip();
    }
}
