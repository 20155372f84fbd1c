package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Faq;
import dev.windrose.context.tree.BattleCard.Message;
import dev.windrose.context.tree.BattleCard.Raised;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds live messages of trees and questions with answers that speak to what customers say about a competitor. */
@Component
class BattleCardMessages {

    private static final int WORDINGS = 20;
    private static final int MOST = 24;
    /** So many words in common are no accident. */
    private static final int ENOUGH = 2;

    private final MessageTrees trees;
    private final BattleCardRecords records;

    BattleCardMessages(MessageTrees trees, BattleCardRecords records) {
        this.trees = trees;
        this.records = records;
    }

    /** Proofs first. */
    List<Message> messages(List<Raised> raised, List<RecordData> objections) {
        var actor = ActorScope.current();
        if (raised.isEmpty()
                || !Permissions.allows(actor, Operation.READ, CompleteTree.TREE)
                || !Permissions.allows(actor, Operation.READ, "product")) {
            return List.of();
        }
        var products = new LinkedHashMap<UUID, RecordData>();
        var nodes = live(products);
        var byId = MessageTrees.byId(objections);
        var messages = new ArrayList<Message>();
        for (var each : raised.subList(0, Math.min(WORDINGS, raised.size()))) {
            var objection = Objects.requireNonNull(
                    byId.get(each.times().getFirst().objection().id()));
            AnswerByWords.of(objection, nodes)
                    .forEach(answer -> messages.add(
                            message(answer, Objects.requireNonNull(products.get(answer.product())), each.text())));
        }
        return messages.stream()
                .sorted(Comparator.comparing(message -> !message.proof()))
                .limit(MOST)
                .toList();
    }

    /** Live messages by product. */
    private Map<UUID, List<TreeNode>> live(Map<UUID, RecordData> products) {
        var nodes = new LinkedHashMap<UUID, List<TreeNode>>();
        var today = records.today();
        for (var found : trees.products()) {
            var tree = found.tree();
            if (tree != null) {
                products.put(found.product().id(), found.product());
                nodes.put(
                        found.product().id(),
                        trees.get(tree.id())
                                .originals()
                                .filter(node -> Proofs.live(node.entry(), today))
                                .toList());
            }
        }
        return nodes;
    }

    private Message message(AccountFit.Answer answer, RecordData product, String objection) {
        var node = answer.node();
        return new Message(
                new RecordRef(node.id(), StoredNode.TYPE, node.title()),
                node.kind().wire(),
                node.kind().isProof(),
                BattleCardRecords.ref(product),
                objection,
                answer.why(),
                Proofs.whyNotCitable(node.entry(), records.today()));
    }

    List<Faq> faqs(BattleCardName name, List<Raised> raised) {
        return records.faqs().stream()
                .filter(entry -> Proofs.live(entry, records.today()))
                .flatMap(entry -> why(entry, name, raised)
                        .map(why -> new Faq(BattleCardRecords.ref(entry), entry.text("body"), why))
                        .stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<String> why(RecordData entry, BattleCardName name, List<Raised> raised) {
        String text =
                "%s\n%s".formatted(entry.title(), entry.text("body") == null ? "" : String.valueOf(entry.text("body")));
        if (name.in(text, true)) {
            return Optional.of("It names them.");
        }
        var said = spelled(entry.title());
        for (var each : raised) {
            var shared = new LinkedHashSet<>(spelled(each.text()).keySet());
            shared.retainAll(said.keySet());
            if (shared.size() >= ENOUGH) {
                return Optional.of("It shares words with \"%s\": %s."
                        .formatted(
                                each.text(),
                                String.join(", ", shared.stream().map(said::get).toList())));
            }
        }
        return Optional.empty();
    }

    /** Words by the form in which they are compared. */
    private static Map<String, String> spelled(String text) {
        var words = new LinkedHashMap<String, String>();
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            WordSet.of(word).forEach(form -> words.putIfAbsent(form, word));
        }
        return words;
    }
}
