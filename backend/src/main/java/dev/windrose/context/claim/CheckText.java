package dev.windrose.context.claim;

import dev.windrose.context.claim.SplitText.Piece;
import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks one text against a library: sentence after sentence, each with what the ones before speak of. */
final class CheckText {

    private static final Pattern GERMAN = Pattern.compile(
            "\\b(?:und|der|die|das|auf|mit|nach|ist|ein|eine|wir|nicht|sie|im|fur|von|zu|dem|den|statt|dauert|werden|wird)\\b");
    private static final Pattern LEANS = Pattern.compile(
            "^(?:and |but |so |und |aber )?(?:it|its|they|their|them|that|this|these|those|he|she|there|one of them|the (?:first|second|other|rest|plant|site|meter|meters|sensor|sensors|trial|company|customer)|es|er|das|dies|sie)\\b|\\b(?:of them|it|them|its)\\b");

    private static final Pattern STORY = Pattern.compile("^(?:and |but |so )?(?:he|she|they (?:said|laughed|waited)) ");
    private static final Pattern OURS =
            Pattern.compile("\\b(?:we|us|our|ours|customers?|plants?|sites?|wir|uns|unsere?[rnms]?|kunden?)\\b");

    /** So near in meaning to an entry, a sentence speaks of what we do even if it names nobody. */
    private static final double ABOUT_US = 0.55;

    private final Library library;
    private final boolean outside;
    private final List<String> about;

    /** @param about products and companies that the text is about, as its scope says */
    CheckText(Library library, boolean outside, List<String> about) {
        this.library = library;
        this.outside = outside;
        this.about = about;
    }

    /** A sentence with what the rules make of it; {@code claim} is what the model may be asked about. */
    record Read(Piece piece, ClaimText claim, Judged judged) {}

    List<Read> read(List<Piece> pieces) {
        return read(pieces, 0);
    }

    /** @param from what stands before this place is read only for what the sentences behind it lean on */
    List<Read> read(List<Piece> pieces, int from) {
        var judge = new Judge(library, outside);
        var out = new ArrayList<Read>();
        var earlier = new ArrayList<>(about);
        for (var piece : pieces) {
            var folded = Fold.inPlace(piece.text());
            boolean leans = LEANS.matcher(folded).find();
            var claim = ClaimText.of(
                    piece.text(), library.known(), german(folded), leans ? List.copyOf(earlier) : List.copyOf(about));
            if (piece.span().start() >= from) {
                out.add(new Read(piece, claim, judged(piece, claim, judge)));
            }
            if (!claim.products().isEmpty() || !claim.companies().isEmpty()) {
                earlier.clear();
                earlier.addAll(claim.products());
                earlier.addAll(claim.companies());
            }
        }
        return out;
    }

    private static Judged judged(Piece piece, ClaimText claim, Judge judge) {
        var none = none(piece, claim);
        if (none != null) {
            return new Judged(Verdict.NO_CLAIM, none, null, List.of(), false, 1);
        }
        var judged = judge.of(claim);
        boolean story = judged.verdict() == Verdict.UNSUPPORTED
                && !judged.guarded()
                && (judged.match() == null || judged.match().close() < ABOUT_US)
                && tellsOfNobody(piece.text(), claim);
        return story || STORY.matcher(Fold.inPlace(piece.text())).find()
                ? new Judged(
                        Verdict.NO_CLAIM,
                        "It says nothing of the company, its products or customers.",
                        null,
                        List.of(),
                        false,
                        1)
                : judged;
    }

    private static @org.jspecify.annotations.Nullable String none(Piece piece, ClaimText claim) {
        return switch (piece.role()) {
            case HEADING -> "It is a heading.";
            case SUBJECT -> "It is the subject.";
            case READERS -> "It repeats what the reader said or has.";
            case LINE -> "It is a greeting or a name.";
            case SENTENCE -> NoClaim.why(piece.text(), claim);
        };
    }

    private static boolean tellsOfNobody(String text, ClaimText claim) {
        return claim.products().isEmpty()
                && claim.companies().isEmpty()
                && claim.earlier().isEmpty()
                && claim.names().isEmpty()
                && claim.quantities().stream().allMatch(Quantity::weak)
                && !OURS.matcher(Fold.inPlace(text)).find();
    }

    static boolean german(String folded) {
        var matcher = GERMAN.matcher(folded);
        int hits = 0;
        while (matcher.find()) {
            hits++;
        }
        return hits >= 2;
    }
}
