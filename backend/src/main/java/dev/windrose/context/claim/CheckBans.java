package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.BrandFinding;
import dev.windrose.context.claim.SplitText.Piece;
import dev.windrose.context.claim.SplitText.Role;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a text against what policies forbid to write. */
final class CheckBans {

    private static final Pattern COMMITS = Pattern.compile(
            "\\b(?:will|shall|guarantee[sd]?|promise[sd]?|commit(?:s|ted)? to|commitment|assure[sd]?|ensure[sd]?|pledge[sd]?|definitely|certainly|for sure|without fail|count on|rely on|confirm(?:s|ed)?|wird|werden|garantier\\p{L}*|versprech\\p{L}*|zusage\\p{L}*)\\b|'ll\\b");
    private static final Pattern DENIES = Pattern.compile(
            "\\b(?:not|never|no|cannot|can't|don't|won't|nor|without)\\b[^,;.]{0,25}\\b(?:guarantee|promise|commit|assure|pledge|confirm)|\\bno (?:guarantee|promise|commitment)");
    private static final Pattern DAY = Pattern.compile(
            "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember)\\b"
                    + "|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:tomorrow|tonight|next (?:week|month|quarter|year|spring|summer|autumn|winter)|end of (?:the |this |next )?(?:day|week|month|quarter|year))\\b"
                    + "|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{2,4})?|\\b(?:week|kw) \\d{1,2}\\b");
    private static final Set<String> DATES = stems("date", "day", "time", "deadline", "schedule", "timeline", "termin");
    private static final Set<String> AMOUNTS =
            stems("price", "discount", "amount", "rebate", "saving", "cost", "figure", "number");
    private static final double LIKE = 0.8;

    private final List<Ban> bans;
    private final List<String> competitors;
    private final String text;
    private final List<Piece> pieces;
    private final List<BrandFinding> found = new ArrayList<>();

    /** @param competitors their names, as far as they may be read */
    CheckBans(List<Ban> bans, List<String> competitors, String text, List<Piece> pieces, boolean outside) {
        this.bans = bans.stream().filter(ban -> outside || !ban.outsideOnly()).toList();
        this.competitors = competitors;
        this.text = text;
        this.pieces = pieces;
    }

    private static Set<String> stems(String... words) {
        return Set.copyOf(List.of(words).stream().map(Stems::of).toList());
    }

    List<BrandFinding> findings() {
        for (var ban : bans) {
            switch (ban.kind()) {
                case WORDS ->
                    ban.words().forEach(word -> written(ban, word, "The policy forbids \"%s\".".formatted(word)));
                case COMPETITORS -> competitors.forEach(name -> written(ban, name, "The policy names no competitors."));
                case PROMISE -> promises(ban);
            }
        }
        found.sort(Comparator.comparingInt(one -> one.span().start()));
        return List.copyOf(found);
    }

    private void written(Ban ban, String word, String message) {
        var matcher = FindWord.pattern(word).matcher(Fold.inPlace(text));
        while (matcher.find()) {
            add(ban, new Span(matcher.start(), matcher.end()), word, message);
        }
    }

    private void promises(Ban ban) {
        for (var piece : pieces) {
            var folded = Fold.inPlace(piece.text());
            boolean sentence = piece.role() == Role.SENTENCE && !folded.strip().endsWith("?");
            if (!sentence || DENIES.matcher(folded).find()) {
                continue;
            }
            var words = Words.of(piece.text());
            ban.words().stream()
                    .filter(topic -> speaksOf(topic, folded, words))
                    .findFirst()
                    .ifPresent(topic ->
                            add(ban, piece.span(), topic, "The policy forbids to promise: %s.".formatted(topic)));
        }
    }

    /** All that the topic names is in the sentence, and the sentence commits to it. */
    private static boolean speaksOf(String topic, String folded, List<Word> words) {
        var quantities = Quantities.in(folded);
        boolean day = DAY.matcher(folded).find()
                || quantities.stream().anyMatch(one -> one.dimension().equals("time"));
        boolean amount = quantities.stream()
                .anyMatch(one ->
                        one.dimension().startsWith("money:") || one.dimension().equals("percent"));
        boolean dated = false;
        for (var wanted : Words.of(topic)) {
            if (!wanted.content()) {
                continue;
            }
            boolean date = DATES.contains(wanted.stem());
            dated |= date;
            boolean said =
                    words.stream().anyMatch(word -> Lexicon.shipped().likeness(wanted.stem(), word.stem()) >= LIKE);
            if (!(date ? day : said || AMOUNTS.contains(wanted.stem()) && amount)) {
                return false;
            }
        }
        return COMMITS.matcher(folded).find()
                || dated
                        && folded.matches("(?s).*\\b(?:by|on|within|until|before|bis|am|in)\\b.*")
                        && !folded.matches("(?s).*\\b(?:was|were|had|went|did|plan|hope|expect|aim)\\b.*");
    }

    private void add(Ban ban, Span span, String word, String message) {
        found.add(new BrandFinding(
                span,
                ban.kind().rule(),
                word,
                "%s \"%s\"".formatted(message, ban.clause()),
                null,
                ban.entry(),
                ban.version(),
                ban.title()));
    }
}
