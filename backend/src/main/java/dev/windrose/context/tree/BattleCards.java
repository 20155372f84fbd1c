package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Line;
import dev.windrose.context.tree.BattleCard.Outcome;
import dev.windrose.context.tree.BattleCard.Proposal;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Battle cards: the written one beside objections, wins and losses as they were logged. Nothing is said that no record says. */
@Component
public class BattleCards {

    private static final int MOST = 2_000;

    private final Records records;

    BattleCards(Records records) {
        this.records = records;
    }

    /** Each competitor with its card; null where nobody has written one. */
    public record Listed(RecordData competitor, @Nullable RecordData card) {}

    private record Found(List<RecordData> data, boolean complete) {}

    @Transactional(readOnly = true)
    public List<Listed> all() {
        require();
        var cards = cards();
        return all("competitor", Filter.ALL, "name").data().stream()
                .map(competitor -> new Listed(competitor, cards.get(competitor.id())))
                .toList();
    }

    /** @throws AppException NOT_FOUND */
    @Transactional(readOnly = true)
    public BattleCard of(UUID id) {
        require();
        var competitor = records.get("competitor", id);
        var objections = all("objection", Filter.ALL, "-created_at");
        var mentioned = objections.data().stream()
                .filter(objection -> mentions(objection, competitor.title()))
                .toList();
        var won = deals(id, "won");
        var lost = deals(id, "lost");
        return new BattleCard(
                competitor,
                cards().get(id),
                mentioned,
                outcome(won.data()),
                outcome(lost.data()),
                proposal(competitor, mentioned, lost.data()),
                objections.complete() && won.complete() && lost.complete());
    }

    /** A draft of a card, of what is on record; every line names where it comes from. */
    @Transactional(readOnly = true)
    public ChangeDraft draft(UUID id) {
        var card = of(id);
        if (card.card() != null) {
            throw new AppException(
                    CommonError.CONFLICT,
                    "There is a card for %s already."
                            .formatted(card.competitor().title()));
        }
        var proposal = card.proposal();
        if (proposal.saysNothing()) {
            throw new AppException(
                    CommonError.CONFLICT,
                    "Nothing is logged about %s yet: no objection, no lost deal, no strength or weakness."
                            .formatted(card.competitor().title()));
        }
        var details = new LinkedHashMap<String, Object>();
        details.put("competitor_id", id.toString());
        details.put("strengths", texts(proposal.strengths()));
        details.put("weaknesses", texts(proposal.weaknesses()));
        details.put("answers", texts(proposal.answers()));
        var values = new LinkedHashMap<String, Object>();
        values.put("category", "best_practice");
        values.put("kind", BattleCardRules.KIND);
        values.put("title", "Battle card: " + card.competitor().title());
        values.put("body", DescribeCard.of(card));
        values.put("audience", "sales");
        values.put("status", "draft");
        values.put("source", "Objections, deals and the competitor as logged");
        values.put("details", details);
        return ChangeDraft.of(Cause.person(), "Draft of a battle card", DraftOperation.create(StoredNode.TYPE, values));
    }

    private static void require() {
        Permissions.require(Operation.READ, "competitor");
        Permissions.require(Operation.READ, StoredNode.TYPE);
        Permissions.require(Operation.READ, "objection");
        Permissions.require(Operation.READ, "deal");
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    /** The live card of each competitor, else one that is being written. */
    private Map<UUID, RecordData> cards() {
        var cards = new LinkedHashMap<UUID, RecordData>();
        all(StoredNode.TYPE, Filter.is("kind", BattleCardRules.KIND), "-updated_at").data().stream()
                .filter(card -> !"archived".equals(card.value("status")))
                .sorted(Comparator.comparing(card -> !"live".equals(card.value("status"))))
                .forEach(card -> {
                    var competitor = BattleCardRules.competitor(card.value("details"));
                    if (competitor != null) {
                        cards.putIfAbsent(competitor, card);
                    }
                });
        return cards;
    }

    private Found deals(UUID competitor, String state) {
        return all(
                "deal",
                Filter.and(
                        Filter.is("deal_state", state),
                        new Filter.Compare("competitors", FilterOp.CONTAINS_ANY, List.of(competitor.toString()))),
                "-updated_at");
    }

    private Found all(String type, Filter condition, String order) {
        var found = new ArrayList<RecordData>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(type)
                    .where(condition)
                    .sortedBy(order)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            found.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        return new Found(found, cursor == null);
    }

    private static boolean mentions(RecordData objection, String name) {
        String wanted = " " + Fold.words(name) + " ";
        String named = " " + Fold.words(String.valueOf(objection.values().getOrDefault("competitor", ""))) + " ";
        String text = " " + Fold.words(String.valueOf(objection.values().getOrDefault("text", ""))) + " ";
        return named.contains(wanted) || text.contains(wanted) || named.strip().length() > 3 && wanted.contains(named);
    }

    private Outcome outcome(List<RecordData> deals) {
        var amounts = new TreeMap<String, BigDecimal>();
        var reasons = new LinkedHashMap<String, List<RecordRef>>();
        for (var deal : deals) {
            if (deal.value("deal_amount") instanceof BigDecimal amount
                    && deal.value("deal_amount_currency") instanceof String currency) {
                amounts.merge(currency, amount, BigDecimal::add);
            }
            String reason = reason(deal);
            if (!reason.isBlank()) {
                reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(ref(deal));
            }
        }
        return new Outcome(
                deals.size(),
                amounts,
                lines(reasons),
                deals.stream().map(BattleCards::ref).toList());
    }

    private String reason(RecordData deal) {
        if (deal.value("lost_reason") instanceof String written && !written.isBlank()) {
            return written.strip();
        }
        return deal.value("lost_reason_id") instanceof UUID kind
                ? records.findAlone("lost_reason", kind).map(RecordData::title).orElse("")
                : "";
    }

    private Proposal proposal(RecordData competitor, List<RecordData> objections, List<RecordData> lost) {
        var strengths = new LinkedHashMap<String, List<RecordRef>>();
        var weaknesses = new LinkedHashMap<String, List<RecordRef>>();
        var answers = new LinkedHashMap<String, List<RecordRef>>();
        add(strengths, competitor, "strengths");
        add(weaknesses, competitor, "weaknesses");
        for (var objection : objections) {
            add(strengths, objection, "text");
            if ("answered".equals(objection.value("status")) || "resolved".equals(objection.value("status"))) {
                add(answers, objection, "response");
            }
        }
        for (var deal : lost) {
            String reason = reason(deal);
            if (!reason.isBlank()) {
                strengths.computeIfAbsent(reason, _ -> new ArrayList<>()).add(ref(deal));
            }
        }
        return new Proposal(lines(strengths), lines(weaknesses), lines(answers));
    }

    private static void add(Map<String, List<RecordRef>> lines, RecordData record, String field) {
        if (record.value(field) instanceof String text && !text.isBlank()) {
            String line = text.strip();
            lines.computeIfAbsent(
                            line.length() <= 2_000 ? line : line.substring(0, 1_999) + "…", _ -> new ArrayList<>())
                    .add(ref(record));
        }
    }

    private static List<Line> lines(Map<String, List<RecordRef>> texts) {
        return texts.entrySet().stream()
                .limit(200)
                .map(line -> new Line(line.getKey(), List.copyOf(line.getValue())))
                .toList();
    }

    private static RecordRef ref(RecordData record) {
        return new RecordRef(record.id(), record.type(), record.title());
    }
}
