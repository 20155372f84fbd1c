package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Answer;
import dev.windrose.context.tree.BattleCard.Line;
import dev.windrose.context.tree.BattleCard.Outcome;
import dev.windrose.context.tree.BattleCard.Proposal;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How deals against a competitor ended, which answers stood in them, and what follows for a card. */
@Component
class BattleCardDeals {

    private static final int LINES = 200;
    private static final int LONGEST = 2_000;

    private final BattleCardRecords records;

    BattleCardDeals(BattleCardRecords records) {
        this.records = records;
    }

    static List<RecordData> in(List<RecordData> deals, String state) {
        return deals.stream()
                .filter(deal -> state.equals(deal.value("deal_state")))
                .toList();
    }

    Outcome outcome(List<RecordData> deals) {
        var amounts = new TreeMap<String, BigDecimal>();
        var reasons = new LinkedHashMap<String, List<RecordRef>>();
        for (var deal : deals) {
            if (deal.value("deal_amount") instanceof BigDecimal amount
                    && deal.value("deal_amount_currency") instanceof String currency) {
                amounts.merge(currency, amount, BigDecimal::add);
            }
            put(reasons, reason(deal), deal);
        }
        return new Outcome(deals.size(), amounts, lines(reasons), BattleCardRecords.refs(deals));
    }

    /** What was answered, by its words; what stood in most won deals first. */
    static List<Answer> answers(List<RecordData> objections, Map<UUID, RecordData> deals) {
        var byWords = new LinkedHashMap<String, List<RecordData>>();
        for (var objection : objections) {
            if (objection.value("response") instanceof String text && !text.isBlank()) {
                byWords.computeIfAbsent(Fold.words(text), _ -> new ArrayList<>())
                        .add(objection);
            }
        }
        return byWords.values().stream()
                .map(same -> answer(same, deals))
                .sorted(Comparator.comparingInt((Answer answer) -> answer.won().size())
                        .thenComparingInt(answer -> answer.objections().size())
                        .reversed())
                .toList();
    }

    private static Answer answer(List<RecordData> objections, Map<UUID, RecordData> deals) {
        var stood = objections.stream()
                .filter(one -> one.value("deal_id") instanceof UUID deal && deals.containsKey(deal))
                .map(one -> deals.get((UUID) one.value("deal_id")))
                .distinct()
                .toList();
        return new Answer(
                String.valueOf(objections.getFirst().value("response")).strip(),
                objections.stream().map(BattleCardRecords::source).toList(),
                BattleCardRecords.refs(in(stood, "won")),
                BattleCardRecords.refs(in(stood, "lost")),
                BattleCardRecords.refs(in(stood, "open")));
    }

    Proposal proposal(RecordData competitor, List<RecordData> objections, List<RecordData> lost) {
        var strengths = new LinkedHashMap<String, List<RecordRef>>();
        var weaknesses = new LinkedHashMap<String, List<RecordRef>>();
        var answers = new LinkedHashMap<String, List<RecordRef>>();
        put(strengths, competitor.text("strengths"), competitor);
        put(weaknesses, competitor.text("weaknesses"), competitor);
        for (var objection : objections) {
            put(strengths, objection.text("text"), objection);
            if ("answered".equals(objection.value("status")) || "resolved".equals(objection.value("status"))) {
                put(answers, objection.text("response"), objection);
            }
        }
        lost.forEach(deal -> put(strengths, reason(deal), deal));
        return new Proposal(lines(strengths), lines(weaknesses), lines(answers));
    }

    private String reason(RecordData deal) {
        if (deal.value("lost_reason") instanceof String written && !written.isBlank()) {
            return written.strip();
        }
        return deal.value("lost_reason_id") instanceof UUID kind ? records.lostReason(kind) : "";
    }

    private static void put(
            Map<String, List<RecordRef>> lines, @org.jspecify.annotations.Nullable String text, RecordData record) {
        if (text != null && !text.isBlank()) {
            String line = text.strip();
            lines.computeIfAbsent(
                            line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…",
                            _ -> new ArrayList<>())
                    .add(BattleCardRecords.source(record));
        }
    }

    private static List<Line> lines(Map<String, List<RecordRef>> texts) {
        return texts.entrySet().stream()
                .limit(LINES)
                .map(line -> new Line(line.getKey(), List.copyOf(line.getValue())))
                .toList();
    }
}
