package dev.windrose.context.web;

import dev.windrose.context.tree.Badge;
import dev.windrose.context.tree.BestVariant;
import dev.windrose.context.tree.BestVariants;
import dev.windrose.context.tree.MessageTrees;
import dev.windrose.context.tree.NodeKind;
import dev.windrose.context.tree.ProductTree;
import dev.windrose.context.tree.TreeNode;
import dev.windrose.context.tree.TreeSummaries;
import dev.windrose.context.use.OutdatedUses;
import dev.windrose.context.use.UseCounts;
import dev.windrose.context.use.Uses;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.web.RecordJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Message trees as they are read: how each fares, one whole, the best wordings of one. */
@RestController
@RequestMapping("/api/v1/context/trees")
class TreeController {

    private final MessageTrees trees;
    private final TreeSummaries summaries;
    private final BestVariants variants;
    private final Uses uses;
    private final OutdatedUses outdated;
    private final Descriptors descriptors;

    TreeController(
            MessageTrees trees,
            TreeSummaries summaries,
            BestVariants variants,
            Uses uses,
            OutdatedUses outdated,
            Descriptors descriptors) {
        this.trees = trees;
        this.summaries = summaries;
        this.variants = variants;
        this.uses = uses;
        this.outdated = outdated;
        this.descriptors = descriptors;
    }

    record OfProduct(
            UUID productId,
            String productName,
            @Nullable UUID treeId,
            @Nullable String headline,
            long messages,
            long live,
            Map<String, Long> badges,
            long outdated,
            List<String> notes) {}

    record Listed(List<OfProduct> data) {}

    record BadgeView(String code, String label) {

        static List<BadgeView> of(List<Badge> badges) {
            return badges.stream()
                    .map(badge -> new BadgeView(badge.code().wire(), badge.label()))
                    .toList();
        }
    }

    /** @param outdated places that still say what does not hold any more */
    record NodeView(
            Map<String, @Nullable Object> entry,
            List<BadgeView> badges,
            UseCounts use,
            long outdated,
            List<NodeView> variants,
            List<NodeView> children) {}

    /** @param parents kinds it may stand under; every kind may also stand at the top */
    record KindView(String kind, String label, boolean proof, List<String> parents, String place) {

        static KindView of(NodeKind kind) {
            return new KindView(
                    kind.wire(),
                    kind.label(),
                    kind.isProof(),
                    kind.parents().stream().map(NodeKind::wire).toList(),
                    kind.place());
        }
    }

    record TreeView(
            Map<String, @Nullable Object> tree,
            List<NodeView> nodes,
            List<String> notes,
            List<KindView> kinds,
            String howUseIsCounted) {}

    record BestView(Map<String, @Nullable Object> entry, UUID originalId, List<String> why) {}

    record Chosen(List<BestView> data) {}

    @GetMapping
    Listed list() {
        return new Listed(summaries.all().stream()
                .map(found -> new OfProduct(
                        found.product().id(),
                        found.product().title(),
                        found.tree() == null ? null : found.tree().id(),
                        found.tree() == null ? null : found.tree().title(),
                        found.messages(),
                        found.live(),
                        found.badges(),
                        found.outdated(),
                        found.notes()))
                .toList());
    }

    @GetMapping("/{id}")
    TreeView get(@PathVariable UUID id) {
        var tree = trees.get(id);
        return view(tree);
    }

    /** The live wording of each message that fits best. */
    @GetMapping("/{id}/best")
    Chosen best(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String segment,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String language) {
        var product = trees.get(id).tree().value("product_id");
        if (!(product instanceof UUID of)) {
            throw new AppException(CommonError.NOT_FOUND, "This message tree belongs to no product.");
        }
        return new Chosen(variants.best(new ProductId(of), segment, channel, language).stream()
                .map(this::best)
                .toList());
    }

    private TreeView view(ProductTree tree) {
        var counts = uses.counts(tree.all().map(TreeNode::id).toList());
        var still = outdated.all().stream()
                .collect(Collectors.groupingBy(found -> found.entry().id(), Collectors.counting()));
        return new TreeView(
                RecordJson.of(descriptors.get("message_tree"), tree.tree()),
                tree.nodes().stream().map(node -> node(node, counts, still)).toList(),
                tree.notes(),
                Stream.of(NodeKind.values()).map(KindView::of).toList(),
                UseCounts.HOW);
    }

    private NodeView node(TreeNode node, Map<UUID, UseCounts> counts, Map<UUID, Long> still) {
        return new NodeView(
                RecordJson.of(descriptors.get("context_entry"), node.entry()),
                BadgeView.of(node.badges()),
                counts.getOrDefault(node.id(), UseCounts.NONE),
                still.getOrDefault(node.id(), 0L),
                node.variants().stream()
                        .map(variant -> node(variant, counts, still))
                        .toList(),
                node.children().stream()
                        .map(child -> node(child, counts, still))
                        .toList());
    }

    private BestView best(BestVariant best) {
        return new BestView(
                RecordJson.of(descriptors.get("context_entry"), best.node().entry()), best.original(), best.why());
    }
}
