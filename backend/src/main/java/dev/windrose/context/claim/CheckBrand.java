package dev.windrose.context.claim;

import dev.windrose.context.claim.ClaimReport.BrandFinding;
import dev.windrose.context.claim.ClaimReport.Figures;
import dev.windrose.context.claim.SplitText.Piece;
import dev.windrose.context.claim.SplitText.Role;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a text against the live entries of the brand. */
final class CheckBrand {

    /** Words by which a channel and the title of a style may name each other. */
    private static final List<Set<String>> CHANNELS = List.of(
            Set.of(
                    "mail",
                    "mails",
                    "email",
                    "emails",
                    "e-mail",
                    "e-mails",
                    "letter",
                    "letters",
                    "newsletter",
                    "newsletters"),
            Set.of("post", "posts", "social", "linkedin", "banner", "banners"),
            Set.of("page", "pages", "web", "website", "websites", "landing", "blog"),
            Set.of("proposal", "proposals", "offer", "offers", "quote", "quotes", "angebot", "angebote"),
            Set.of("report", "reports", "deck", "decks", "presentation", "presentations", "slides"));

    private final List<BrandRule> rules;
    private final String text;
    private final List<Piece> pieces;
    private final boolean english;
    private final List<BrandFinding> found = new ArrayList<>();

    CheckBrand(List<BrandRule> rules, String text, List<Piece> pieces, String language, @Nullable String channel) {
        this.text = text;
        this.pieces = pieces;
        this.english = language.startsWith("en");
        this.rules = rules.stream().filter(rule -> applies(rule, channel)).toList();
    }

    private static boolean applies(BrandRule rule, @Nullable String channel) {
        if (!rule.kind().equals("style")) {
            return true;
        }
        var titled = channelOf(rule.title());
        return titled == null || channel != null && titled.equals(channelOf(channel));
    }

    private static @Nullable Set<String> channelOf(String words) {
        for (var word : Fold.inPlace(words).split("[^\\p{L}-]+")) {
            for (var names : CHANNELS) {
                if (names.contains(word)) {
                    return names;
                }
            }
        }
        return null;
    }

    List<BrandFinding> findings() {
        for (var rule : rules) {
            rule.avoid().forEach(word -> banned(rule, word));
            limits(rule);
            rule.dont().forEach(what -> tone(rule, what));
        }
        found.removeIf(one -> one.rule().equals("banned_word")
                && found.stream()
                        .anyMatch(other -> other != one
                                && other.rule().equals("banned_word")
                                && (other.span().holds(one.span())
                                                && !other.span().equals(one.span())
                                        || other.span().equals(one.span()) && exact(other) && !exact(one))));
        found.sort(Comparator.comparingInt(one -> one.span().start()));
        return List.copyOf(found);
    }

    private boolean exact(BrandFinding finding) {
        return Fold.inPlace(finding.span().of(text)).equals(Fold.inPlace(finding.word()));
    }

    private void banned(BrandRule rule, String word) {
        var matcher = FindWord.pattern(word).matcher(Fold.inPlace(text));
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            boolean name = properName(word)
                    && !span.of(text).equals(word)
                    && !Character.isUpperCase(text.charAt(span.start()));
            if (!name) {
                add(rule, span, "banned_word", word, "The word \"%s\" is not used.".formatted(word), rule.instead());
            }
        }
    }

    private static boolean properName(String word) {
        return Character.isUpperCase(word.charAt(0));
    }

    private void limits(BrandRule rule) {
        if (rule.maxSentenceWords() != null) {
            for (var piece : sentences()) {
                int words = ReadingLevel.words(piece.text());
                if (words > rule.maxSentenceWords()) {
                    add(
                            rule,
                            piece.span(),
                            "sentence_too_long",
                            "",
                            "The sentence has %d words; at most %d are wanted."
                                    .formatted(words, rule.maxSentenceWords()),
                            null);
                }
            }
        }
        int words = figures().words();
        if (rule.maxWords() != null && words > rule.maxWords()) {
            add(
                    rule,
                    new Span(0, text.length()),
                    "text_too_long",
                    "",
                    "The text has %d words; at most %d are wanted.".formatted(words, rule.maxWords()),
                    null);
        }
        var level = figures().readingLevel();
        if (rule.readingLevel() != null && level != null && level > rule.readingLevel() + 1) {
            add(
                    rule,
                    new Span(0, text.length()),
                    "reading_level",
                    "",
                    "The text reads like grade %.0f; grade %.0f is wanted.".formatted(level, rule.readingLevel()),
                    null);
        }
    }

    /** Only what a machine can see; "Jokes about water" is left to people. */
    private void tone(BrandRule rule, String what) {
        var folded = Fold.inPlace(what);
        if (folded.contains("exclamation") || folded.contains("ausrufe")) {
            for (int at = text.indexOf('!'); at >= 0; at = text.indexOf('!', at + 1)) {
                if (at == 0 || text.charAt(at - 1) != '!') {
                    add(rule, new Span(at, at + 1), "exclamation_mark", "!", "No exclamation marks.", ".");
                }
            }
        }
        if (folded.contains("superlative") || folded.contains("superlativ")) {
            pieces.stream()
                    .filter(piece -> piece.role() != Role.LINE && Scope.superlative(piece.text()))
                    .forEach(piece -> add(rule, piece.span(), "superlative", "", "A superlative.", null));
        }
        if (folded.contains("emoji")) {
            text.codePoints().filter(Character::isEmojiPresentation).findFirst().ifPresent(point -> {
                int at = text.indexOf(Character.toString(point));
                add(
                        rule,
                        new Span(at, at + Character.charCount(point)),
                        "emoji",
                        Character.toString(point),
                        "No emoji.",
                        null);
            });
        }
    }

    private List<Piece> sentences() {
        return pieces.stream()
                .filter(piece -> piece.role() == Role.SENTENCE || piece.role() == Role.READERS)
                .toList();
    }

    Figures figures() {
        int words = 0;
        int read = 0;
        int syllables = 0;
        for (var piece : pieces) {
            words += ReadingLevel.words(piece.text());
        }
        var sentences = sentences();
        for (var piece : sentences) {
            read += ReadingLevel.words(piece.text());
            syllables += ReadingLevel.syllables(piece.text());
        }
        boolean tells = english && !sentences.isEmpty() && read > 0;
        return new Figures(
                words,
                sentences.size(),
                tells
                        ? Double.valueOf(Math.round(10 * ReadingLevel.grade(read, sentences.size(), syllables)) / 10d)
                        : null);
    }

    private void add(BrandRule rule, Span span, String name, String word, String message, @Nullable String instead) {
        found.add(new BrandFinding(span, name, word, message, instead, rule.entry(), rule.version(), rule.title()));
    }
}
