package dev.windrose.context.claim;

import dev.windrose.llm.language.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text says, and what it stands on.
 *
 * @param note what the reader of the report should know of what it rests on
 * @param model what part the language model had
 */
public record ClaimReport(
        List<Checked> sentences,
        List<BrandFinding> brand,
        Figures figures,
        @Nullable String note,
        ModelPart model) {

    /**
     * The part of the language model.
     *
     * @param available there is one, and the workspace lets texts out to it
     * @param asked it was asked, whatever came of it
     * @param note why it had no part, or not in all
     */
    public record ModelPart(
            boolean available, boolean asked, @Nullable String note) {}

    /**
     * A sentence of the text.
     *
     * @param why one plain sentence
     * @param against the words of the sentence that do not hold
     * @param byModel the language model had the last word
     */
    public record Checked(
            Span span,
            String text,
            Verdict verdict,
            String why,
            @Nullable Against against,
            List<Evidence> evidence,
            List<Suggestion> suggestions,
            boolean byModel) {

        /** With places counted from there. */
        Checked from(int place) {
            return place == 0
                    ? this
                    : new Checked(
                            span.shifted(-place),
                            text,
                            verdict,
                            why,
                            against == null
                                    ? null
                                    : new Against(against.span().shifted(-place), against.said(), against.known()),
                            evidence,
                            suggestions.stream()
                                    .map(one -> new Suggestion(one.span().shifted(-place), one.text(), one.why()))
                                    .toList(),
                            byModel);
        }
    }

    /**
     * What the text says, against what the entry says.
     *
     * @param known null where the entry only says that it is not so
     */
    public record Against(Span span, String said, @Nullable String known) {}

    /**
     * An entry or a record that a verdict rests on.
     *
     * @param source its id; null for a count of several
     * @param quote its words
     * @param usable false for one that is expired, a draft or may not be cited
     * @param filter finds what was counted; empty for one
     */
    public record Evidence(
            String type,
            @Nullable String source,
            long version,
            String title,
            String kind,
            String quote,
            boolean usable,
            Map<String, ?> filter) {}

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
            String title) {

        private static final int LONGEST_OPTION = 4;

        /** What could stand in its place as it is, the likest first; empty where the entry only says how to do better. */
        public List<String> options() {
            if (instead == null || instead.equals(".")) {
                return instead == null ? List.of() : List.of(instead);
            }
            if (instead.strip().endsWith(".") || instead.contains(": ")) {
                return List.of();
            }
            return Stream.of(instead.split("[,;]"))
                    .map(String::strip)
                    .filter(option -> !option.isEmpty()
                            && option.split("\\s+").length <= LONGEST_OPTION
                            && !option.contains(" or "))
                    .sorted(Comparator.comparingDouble((String option) -> -Alike.of(option, word)))
                    .toList();
        }
    }

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
