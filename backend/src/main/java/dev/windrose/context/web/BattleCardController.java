package dev.windrose.context.web;

import dev.windrose.context.tree.BattleCard;
import dev.windrose.context.tree.BattleCard.Answer;
import dev.windrose.context.tree.BattleCard.Faq;
import dev.windrose.context.tree.BattleCard.Mentions;
import dev.windrose.context.tree.BattleCard.Message;
import dev.windrose.context.tree.BattleCard.Outcome;
import dev.windrose.context.tree.BattleCard.Proposal;
import dev.windrose.context.tree.BattleCard.Raised;
import dev.windrose.context.tree.BattleCard.Trend;
import dev.windrose.context.tree.BattleCards;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.web.RecordJson;
import dev.windrose.records.web.WriteChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Battle cards by competitor. The card itself is an entry and written like one. */
@RestController
@RequestMapping("/api/v1/context/battle-cards")
class BattleCardController {

    private final BattleCards cards;
    private final WriteChanges write;
    private final Descriptors descriptors;

    BattleCardController(BattleCards cards, WriteChanges write, Descriptors descriptors) {
        this.cards = cards;
        this.write = write;
        this.descriptors = descriptors;
    }

    record Line(
            UUID competitorId,
            String competitorName,
            @Nullable UUID cardId,
            @Nullable Object status,
            int objections,
            int recent,
            int won,
            int lost,
            int open,
            @Nullable Instant heard) {}

    record Listed(List<Line> data) {}

    /** @param enough of fewer decided deals a share says little */
    record View(
            Map<String, @Nullable Object> competitor,
            @Nullable Map<String, @Nullable Object> card,
            List<Map<String, @Nullable Object>> objections,
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
            int enough,
            boolean complete) {}

    @GetMapping
    Listed list() {
        return new Listed(cards.all().stream()
                .map(found -> new Line(
                        found.competitor().id(),
                        found.competitor().title(),
                        found.card() == null ? null : found.card().id(),
                        found.card() == null ? null : found.card().value("status"),
                        found.objections(),
                        found.recent(),
                        found.won(),
                        found.lost(),
                        found.open(),
                        found.heard()))
                .toList());
    }

    @GetMapping("/{competitor}")
    View get(@PathVariable UUID competitor) {
        var card = cards.of(competitor);
        return new View(
                json("competitor", card.competitor()),
                card.card() == null ? null : json("context_entry", card.card()),
                card.objections().stream()
                        .map(objection -> json("objection", objection))
                        .toList(),
                card.won(),
                card.lost(),
                card.open(),
                card.raised(),
                card.trend(),
                card.mentions(),
                card.answers(),
                card.messages(),
                card.faqs(),
                card.proposal(),
                BattleCard.ENOUGH,
                card.complete());
    }

    /** Writes the proposal as a draft. */
    @PostMapping("/{competitor}/draft")
    ResponseEntity<Map<String, @Nullable Object>> draft(@PathVariable UUID competitor, HttpServletRequest request) {
        return write.answer(request, Map.of(), _ -> cards.draft(competitor));
    }

    private Map<String, @Nullable Object> json(String type, RecordData record) {
        return RecordJson.of(descriptors.get(type), record);
    }
}
