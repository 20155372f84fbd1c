package dev.windrose.context.web;

import dev.windrose.context.tree.BestVariant;
import dev.windrose.context.tree.BestVariants;
import dev.windrose.context.tree.FitAccount;
import dev.windrose.context.tree.MessageTrees;
import dev.windrose.context.tree.ProductTree;
import dev.windrose.context.tree.TreeEdits;
import dev.windrose.context.tree.TreeEdits.Spot;
import dev.windrose.context.tree.TreeNode;
import dev.windrose.context.tree.Wanted;
import dev.windrose.context.use.UseCounts;
import dev.windrose.context.use.Uses;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.web.RecordJson;
import dev.windrose.records.web.WriteChanges;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Message trees: read whole, moved, added to, published. A single node is written like any record. */
@RestController
@RequestMapping("/api/v1/context/trees")
class TreeController {

    private final MessageTrees trees;
    private final BestVariants variants;
    private final TreeEdits edits;
    private final FitAccount fit;
    private final Uses uses;
    private final WriteChanges write;
    private final Descriptors descriptors;

    TreeController(
            MessageTrees trees,
            BestVariants variants,
            TreeEdits edits,
            FitAccount fit,
            Uses uses,
            WriteChanges write,
            Descriptors descriptors) {
        this.trees = trees;
        this.variants = variants;
        this.edits = edits;
        this.fit = fit;
        this.uses = uses;
        this.write = write;
        this.descriptors = descriptors;
    }

    record OfProduct(
            UUID productId,
            String productName,
            @Nullable UUID treeId,
            @Nullable String headline) {}

    record Listed(List<OfProduct> data) {}

    record BadgeView(String code, String label) {}

    record NodeView(
            Map<String, @Nullable Object> entry,
            List<BadgeView> badges,
            @Nullable UseCounts use,
            List<NodeView> variants,
            List<NodeView> children) {}

    record TreeView(
            Map<String, @Nullable Object> tree, List<NodeView> nodes, List<String> notes, String howUseIsCounted) {}

    record BestView(Map<String, @Nullable Object> entry, UUID originalId, List<String> why) {}

    record Chosen(List<BestView> data) {}

    record FitProduct(UUID productId, String productName, UUID treeId, String why, List<BestView> messages) {}

    record FitAnswer(Map<String, @Nullable Object> entry, UUID productId, String why) {}

    record FitObjection(Map<String, @Nullable Object> objection, List<FitAnswer> answers) {}

    record FitView(
            UUID companyId,
            String companyName,
            Wanted wanted,
            List<String> why,
            List<FitProduct> products,
            List<FitObjection> objections) {}

    /** @param nodeId of the node; the rest says where it goes */
    record Move(
            @Nullable UUID nodeId,
            @Nullable UUID parentId,
            @Nullable UUID before,
            @Nullable UUID after) {}

    record Publish(@Nullable UUID nodeId, boolean replace) {}

    @GetMapping
    Listed list() {
        return new Listed(trees.products().stream()
                .map(found -> new OfProduct(
                        found.product().id(),
                        found.product().title(),
                        found.tree() == null ? null : found.tree().id(),
                        found.tree() == null ? null : found.tree().title()))
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

    /** What fits an account, and which messages may answer what it holds against buying. */
    @GetMapping("/for-account/{company}")
    FitView forAccount(
            @PathVariable UUID company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String channel) {
        var found = fit.of(company, language, channel);
        return new FitView(
                found.company().id(),
                found.company().title(),
                found.wanted(),
                found.why(),
                found.products().stream()
                        .map(product -> new FitProduct(
                                product.product().id(),
                                product.product().title(),
                                product.tree(),
                                product.why(),
                                product.messages().stream().map(this::best).toList()))
                        .toList(),
                found.objections().stream()
                        .map(answered -> new FitObjection(
                                RecordJson.of(descriptors.get("objection"), answered.objection()),
                                answered.answers().stream()
                                        .map(answer -> new FitAnswer(
                                                RecordJson.of(
                                                        descriptors.get("context_entry"),
                                                        answer.node().entry()),
                                                answer.product(),
                                                answer.why()))
                                        .toList()))
                        .toList());
    }

    @PostMapping("/{id}/move")
    ResponseEntity<Map<String, @Nullable Object>> move(
            @PathVariable UUID id, @RequestBody Move body, HttpServletRequest request) {
        var node = named(body.nodeId());
        var spot = new Spot(body.parentId(), body.before(), body.after());
        return write.answer(request, body, seen -> edits.move(tree(id), node, spot, seen));
    }

    @PostMapping("/{id}/insert")
    ResponseEntity<Map<String, @Nullable Object>> insert(
            @PathVariable UUID id, @RequestBody Map<String, @Nullable Object> body, HttpServletRequest request) {
        var fields = new LinkedHashMap<>(body);
        var spot = new Spot(id(fields, "parent_id"), id(fields, "before"), id(fields, "after"));
        return write.answer(request, body, seen -> edits.insert(tree(id), fields, spot, seen));
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<Map<String, @Nullable Object>> publish(
            @PathVariable UUID id, @RequestBody Publish body, HttpServletRequest request) {
        var node = named(body.nodeId());
        return write.answer(request, body, seen -> edits.publish(tree(id), node, body.replace(), seen));
    }

    private UUID tree(UUID treeOrProduct) {
        return trees.get(treeOrProduct).tree().id();
    }

    private static UUID named(@Nullable UUID node) {
        if (node == null) {
            throw new AppException(CommonError.REQUIRED, "Name the message by \"node_id\".", "node_id");
        }
        return node;
    }

    private static @Nullable UUID id(Map<String, @Nullable Object> fields, String name) {
        Object given = fields.remove(name);
        try {
            return given == null ? null : UUID.fromString(given.toString());
        } catch (IllegalArgumentException bad) {
            throw new AppException(CommonError.BAD_VALUE, "\"%s\" is no id.".formatted(given), name);
        }
    }

    private TreeView view(ProductTree tree) {
        var counts = uses.counts(tree.all().map(TreeNode::id).toList());
        return new TreeView(
                RecordJson.of(descriptors.get("message_tree"), tree.tree()),
                tree.nodes().stream().map(node -> node(node, counts)).toList(),
                tree.notes(),
                UseCounts.HOW);
    }

    private NodeView node(TreeNode node, Map<UUID, UseCounts> counts) {
        return new NodeView(
                RecordJson.of(descriptors.get("context_entry"), node.entry()),
                node.badges().stream()
                        .map(badge -> new BadgeView(badge.code().wire(), badge.label()))
                        .toList(),
                counts.getOrDefault(node.id(), UseCounts.NONE),
                node.variants().stream().map(variant -> node(variant, counts)).toList(),
                node.children().stream().map(child -> node(child, counts)).toList());
    }

    private BestView best(BestVariant best) {
        return new BestView(
                RecordJson.of(descriptors.get("context_entry"), best.node().entry()), best.original(), best.why());
    }
}
