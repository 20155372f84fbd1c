package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Line;
import dev.windrose.context.tree.BattleCard.Outcome;
import dev.windrose.records.RecordRef;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a drafted card: each line with the records it comes from. */
final class DescribeCard {

    private static final int SHOWN = 5;

    private DescribeCard() {}

    static String of(BattleCard card) {
        var text = new StringBuilder();
        section(text, "What speaks for them", card.proposal().strengths());
        section(text, "What speaks against them", card.proposal().weaknesses());
        section(text, "What we answered", card.proposal().answers());
        text.append("## Deals\n").append(told("won", card.won())).append(told("lost", card.lost()));
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("## ").append(heading).append('\n');
        lines.forEach(line -> text.append("- ")
                .append(line.text().replaceAll("\\s+", " "))
                .append(" (")
                .append(refs(line.records()))
                .append(")\n"));
        text.append('\n');
    }

    private static String told(String state, Outcome outcome) {
        String amounts = outcome.amounts().entrySet().stream()
                .map(amount -> amount.getValue().toPlainString() + " " + amount.getKey())
                .collect(Collectors.joining(", "));
        return "- %d %s%s%s\n"
                .formatted(
                        outcome.count(),
                        state,
                        amounts.isEmpty() ? "" : ", " + amounts,
                        outcome.deals().isEmpty() ? "" : " (" + refs(outcome.deals()) + ")");
    }

    private static String refs(List<RecordRef> records) {
        String shown = records.stream()
                .limit(SHOWN)
                .map(record -> "%s %s".formatted(record.type(), record.id()))
                .collect(Collectors.joining(", "));
        return records.size() <= SHOWN ? shown : shown + " and %d more".formatted(records.size() - SHOWN);
    }
}
