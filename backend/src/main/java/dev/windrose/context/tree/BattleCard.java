package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a competitor: the card that somebody wrote, and what was really logged.
 *
 * @param card null where nobody has written one
 * @param open deals in which it is asked for an offer too
 * @param raised the objections by their words, those that were raised most first
 * @param answers what we answered, what stood in won deals first
 * @param complete whether all records could be read; there are at most 2,000 of a kind
 */
public record BattleCard(
        RecordData competitor,
        @Nullable RecordData card,
        List<RecordData> objections,
        Outcome won,
        Outcome lost,
        Outcome open,
        List<Raised> raised,
        Trend trend,
        Mentions mentions,
        List<Answer> answers,
        List<Message> messages,
        List<Faq> faqs,
        Proposal proposal,
        boolean complete) {

    /** Of fewer decided deals a share says little. */
    public static final int ENOUGH = 10;

    /**
     * How deals against the competitor ended.
     *
     * @param amounts by currency; deals without an amount count all the same
     * @param reasons why they were lost, as written down
     */
    public record Outcome(int count, Map<String, BigDecimal> amounts, List<Line> reasons, List<RecordRef> deals) {}

    /** A line and the records it comes from. */
    public record Line(String text, List<RecordRef> records) {}

    /** An objection in one wording, with each time it was raised, the newest first. */
    public record Raised(String text, List<String> categories, List<Instance> times) {}

    /**
     * One time that an objection was raised.
     *
     * @param stage of the deal on that day; null where it is not known
     * @param dealState how the deal stands now
     */
    public record Instance(
            RecordRef objection,
            @Nullable RecordRef company,
            @Nullable RecordRef deal,
            @Nullable String stage,
            @Nullable String dealState,
            LocalDate on,
            @Nullable String status,
            @Nullable String answer,
            @Nullable Quote quote) {}

    /**
     * What somebody said, word for word.
     *
     * @param in the interaction; null where only the words are kept
     */
    public record Quote(
            String text, @Nullable RecordRef in, @Nullable LocalDate on) {}

    /**
     * How often objections were raised.
     *
     * @param months the last twelve, this one last
     * @param recent in the last 90 days
     * @param before in the 90 days before these
     */
    public record Trend(List<Month> months, int recent, int before) {}

    /** @param month as 2026-03 */
    public record Month(String month, int count) {}

    /** @param shown the newest */
    public record Mentions(int count, List<Mention> shown) {}

    /** An interaction in which the competitor is named, with the sentence. */
    public record Mention(
            RecordRef interaction,
            @Nullable RecordRef company,
            @Nullable RecordRef deal,
            @Nullable String kind,
            LocalDate on,
            String quote) {}

    /** What we answered, with the deals in which we did. */
    public record Answer(
            String text, List<RecordRef> objections, List<RecordRef> won, List<RecordRef> lost, List<RecordRef> open) {}

    /**
     * A live message of a tree that may answer an objection.
     *
     * @param objection the words that it answers
     * @param held why outsiders may not be told it; empty where they may
     */
    public record Message(
            RecordRef entry,
            String kind,
            boolean proof,
            RecordRef product,
            String objection,
            String why,
            List<String> held) {}

    /** A live question with its answer that names the competitor or is about an objection. */
    public record Faq(RecordRef entry, @Nullable String answer, String why) {}

    /** A card made of what is on record, word for word. */
    public record Proposal(List<Line> strengths, List<Line> weaknesses, List<Line> answers) {

        boolean saysNothing() {
            return strengths.isEmpty() && weaknesses.isEmpty() && answers.isEmpty();
        }
    }
}
