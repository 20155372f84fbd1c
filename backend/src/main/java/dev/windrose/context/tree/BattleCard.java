package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a competitor: the card that somebody wrote, and what was really logged.
 *
 * @param card null where nobody has written one
 * @param complete whether all records could be read; there are at most 2,000 of a kind
 */
public record BattleCard(
        RecordData competitor,
        @Nullable RecordData card,
        List<RecordData> objections,
        Outcome won,
        Outcome lost,
        Proposal proposal,
        boolean complete) {

    /**
     * How deals against the competitor ended.
     *
     * @param amounts by currency; deals without an amount count all the same
     * @param reasons why they were lost, as written down
     */
    public record Outcome(int count, Map<String, BigDecimal> amounts, List<Line> reasons, List<RecordRef> deals) {}

    /** A line and the records it comes from. */
    public record Line(String text, List<RecordRef> records) {}

    /** A card made of what is on record, word for word. */
    public record Proposal(List<Line> strengths, List<Line> weaknesses, List<Line> answers) {

        boolean saysNothing() {
            return strengths.isEmpty() && weaknesses.isEmpty() && answers.isEmpty();
        }
    }
}
