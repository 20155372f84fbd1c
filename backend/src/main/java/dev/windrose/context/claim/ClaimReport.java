package dev.windrose.context.claim;

import dev.windrose.llm.language.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, and what it stands on.
 *
 * @param note what the reader of the report should know about how it came about, as that a model did not answer
 */
public record ClaimReport(
        List<Checked> sentences,
        List<BrandFinding> brand,
        Figures figures,
        @Nullable String note) {

    /**
     * A sentence of the text.
     *
     * @param why one plain sentence
     * @param byModel the language model had the last word
     */
    public record Checked(
            Span span,
            String text,
            Verdict verdict,
            String why,
            List<Evidence> evidence,
            List<Suggestion> suggestions,
            boolean byModel) {}

    /**
     * An entry that a verdict rests on.
     *
     * @param source id of the entry
     * @param quote its words
     * @param usable false for one that is expired, a draft or may not be cited
     */
    public record Evidence(String source, long version, String title, String kind, String quote, boolean usable) {}

    /** Other words for a stretch of the text. */
    public record Suggestion(Span span, String text, String why) {}

    /**
     * Something that a rule of the brand does not want.
     *
     * @param rule banned_word, sentence_too_long, text_too_long, reading_level, exclamation_mark, superlative
     * @param source id of the entry with the rule
     */
    public record BrandFinding(
            Span span,
            String rule,
            String word,
            String message,
            @Nullable String instead,
            String source,
            long version,
            String title) {}

    /** @param readingLevel Flesch-Kincaid grade; null for texts that are not English or have no sentence */
    public record Figures(
            int words, int sentences, @Nullable Double readingLevel) {}

    /** Those that claim something. */
    public List<Checked> claims() {
        return sentences.stream()
                .filter(one -> one.verdict() != Verdict.NO_CLAIM)
                .toList();
    }
}
