package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Line;
import dev.windrose.context.tree.BattleCard.Mentions;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Battle cards: the written one beside objections, wins and losses as they were logged. Nothing is said that no record says. */
@Component
public class BattleCards {

    private static final int MENTIONS = 50;

    private final BattleCardRecords records;
    private final BattleCardObjections objections;
    private final BattleCardMessages messages;
    private final BattleCardDeals deals;

    BattleCards(
            BattleCardRecords records,
            BattleCardObjections objections,
            BattleCardMessages messages,
            BattleCardDeals deals) {
        this.records = records;
        this.objections = objections;
        this.messages = messages;
        this.deals = deals;
    }

    /**
     * A competitor with its card and what is on record, in numbers.
     *
     * @param card null where nobody has written one
     * @param recent objections of the last 90 days
     * @param heard when the last objection was logged
     */
    public record Listed(
            RecordData competitor,
            @Nullable RecordData card,
            int objections,
            int recent,
            int won,
            int lost,
            int open,
            @Nullable Instant heard) {}

    @Transactional(readOnly = true)
    public List<Listed> all() {
        require();
        var cards = cards();
        var said = records.objections().data();
        var contested = records.contested().data();
        return records.competitors().data().stream()
                .map(competitor -> listed(competitor, cards.get(competitor.id()), said, contested))
                .toList();
    }

    private Listed listed(
            RecordData competitor, @Nullable RecordData card, List<RecordData> said, List<RecordData> contested) {
        var against = contested.stream()
                .filter(deal -> BattleCardRecords.against(deal, competitor.id()))
                .toList();
        var own = mentioning(said, BattleCardName.of(competitor.title()), against);
        return new Listed(
                competitor,
                card,
                own.size(),
                objections.trend(own).recent(),
                BattleCardDeals.in(against, "won").size(),
                BattleCardDeals.in(against, "lost").size(),
                BattleCardDeals.in(against, "open").size(),
                own.stream()
                        .map(RecordData::createdAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** @throws AppException NOT_FOUND */
    @Transactional(readOnly = true)
    public BattleCard of(UUID id) {
        require();
        var competitor = records.competitor(id);
        var name = BattleCardName.of(competitor.title());
        var all = records.objections();
        var contested = records.contested(id);
        var against = contested.data();
        var mentioned = mentioning(all.data(), name, against);
        var known = known(against, mentioned);
        var heard = heard(name, against, mentioned);
        var raised = objections.raised(mentioned, known, heard.mentions());
        var lost = BattleCardDeals.in(against, "lost");
        boolean complete = all.complete() && contested.complete() && heard.complete();
        return new BattleCard(
                competitor,
                cards().get(id),
                mentioned,
                deals.outcome(BattleCardDeals.in(against, "won")),
                deals.outcome(lost),
                deals.outcome(BattleCardDeals.in(against, "open")),
                raised,
                objections.trend(mentioned),
                new Mentions(
                        heard.mentions().size(),
                        heard.mentions().stream().limit(MENTIONS).toList()),
                BattleCardDeals.answers(mentioned, known),
                messages.messages(raised, mentioned),
                messages.faqs(name, raised),
                deals.proposal(competitor, mentioned, lost),
                complete);
    }

    /** Whoever may not read interactions is told none. */
    private BattleCardMentions.Heard heard(BattleCardName name, List<RecordData> against, List<RecordData> mentioned) {
        return Permissions.allows(ActorScope.current(), Operation.READ, "interaction")
                ? new BattleCardMentions(
                                records,
                                name,
                                Stream.concat(against.stream(), mentioned.stream())
                                        .toList())
                        .all()
                : new BattleCardMentions.Heard(List.of(), true);
    }

    private Map<UUID, RecordData> known(List<RecordData> against, List<RecordData> mentioned) {
        var known = new LinkedHashMap<UUID, RecordData>();
        against.forEach(deal -> known.put(deal.id(), deal));
        Collection<UUID> others = mentioned.stream()
                .map(objection -> objection.value("deal_id"))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .filter(deal -> !known.containsKey(deal))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            known.putAll(records.deals(others));
        }
        return known;
    }

    private static List<RecordData> mentioning(
            List<RecordData> objections, BattleCardName name, List<RecordData> against) {
        Set<UUID> inPlay = against.stream().map(RecordData::id).collect(Collectors.toSet());
        return objections.stream()
                .filter(objection -> {
                    String named = objection.text("competitor");
                    String text = objection.text("text");
                    return named != null && name.isNamed(named)
                            || text != null
                                    && name.in(
                                            text,
                                            objection.value("deal_id") instanceof UUID deal && inPlay.contains(deal));
                })
                .toList();
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
        records.cards().data().stream()
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
}
