package dev.windrose.context.tree;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A node stands in a tree, under what it may stand under, and has a position; no other live headline speaks to the same people. Its numbers are read from its
 * words where nobody has written them down.
 */
@Component
class TreeShape implements RecordRule {

    private static final List<String> PUBLISHED =
            List.of("status", "language", "segments", "channel", "effective_from", "effective_to", "kind");

    private final TreeStore store;

    TreeShape(TreeStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return StoredNode.TYPE;
    }

    @Override
    public void check(Write write) {
        if (write.op() == Op.DELETE
                || write.cause().kind() == CauseKind.UNDO
                || !"message_tree".equals(write.value("category"))) {
            return;
        }
        var kind = NodeKind.of(write.value("kind"));
        if (kind.isEmpty()) {
            return;
        }
        readNumbers(write);
        if (write.value("tree_id") == null
                && write.value("product_ids") instanceof List<?> products
                && products.size() == 1
                && products.getFirst() instanceof UUID product) {
            store.treeOfProduct(product).ifPresent(tree -> write.set("tree_id", tree));
        }
        if (!(write.value("tree_id") instanceof UUID tree)) {
            return;
        }
        if (write.op() == Op.UPDATE && !touchesShape(write)) {
            return;
        }
        var nodes = nodes(write, tree);
        checkVariant(write, nodes);
        checkParent(write, kind.get(), nodes);
        place(write, nodes);
        checkHeadline(write, kind.get(), nodes);
        if (write.op() == Op.CREATE && write.value("product_ids") == null) {
            store.columns(List.of(tree)).stream()
                    .map(TreeStore.Columns::product)
                    .filter(Objects::nonNull)
                    .forEach(product -> write.set("product_ids", List.of(product)));
        }
    }

    private static boolean touchesShape(Write write) {
        return write.changes("parent_id")
                || write.changes("variant_of_id")
                || write.changes("tree_id")
                || write.value("position") == null
                || PUBLISHED.stream().anyMatch(write::changes);
    }

    /** The tree without this node, as the draft has left it so far. */
    private Map<UUID, StoredNode> nodes(Write write, UUID tree) {
        var nodes = new LinkedHashMap<UUID, StoredNode>();
        store.ofTrees(List.of(tree)).forEach(node -> nodes.put(node.id(), node));
        nodes.keySet().removeIf(write::binned);
        write.others().forEach((id, values) -> {
            var node = StoredNode.of(id, values);
            if (node != null && node.tree().equals(tree)) {
                nodes.put(id, node);
            } else {
                nodes.remove(id);
            }
        });
        nodes.remove(write.recordId());
        return nodes;
    }

    private static void checkVariant(Write write, Map<UUID, StoredNode> nodes) {
        if (!(write.value("variant_of_id") instanceof UUID original)) {
            return;
        }
        var node = nodes.get(original);
        String wrong = null;
        if (node == null) {
            return;
        }
        if (node.variantOf() != null) {
            wrong = "\"%s\" is a variant itself. Name its original instead."
                    .formatted(node.text().title());
        } else if (nodes.values().stream().anyMatch(other -> write.recordId().equals(other.variantOf()))) {
            wrong = "This message has variants, so it is no variant of another one.";
        }
        if (wrong != null) {
            write.refuse(CommonError.BAD_VALUE, "variant_of_id", wrong);
        } else if (!Objects.equals(write.value("parent_id"), node.parent())) {
            write.set("parent_id", node.parent());
        }
    }

    private static void checkParent(Write write, NodeKind kind, Map<UUID, StoredNode> nodes) {
        if (!(write.value("parent_id") instanceof UUID parent)) {
            return;
        }
        var node = nodes.get(parent);
        String refusal = node == null ? null : kind.refusal(node.kind());
        if (refusal != null) {
            write.refuse(CommonError.BAD_VALUE, "parent_id", refusal);
        }
    }

    /** The last of its siblings unless somebody says where. */
    private static void place(Write write, Map<UUID, StoredNode> nodes) {
        boolean elsewhere = write.op() == Op.UPDATE && write.changes("parent_id") && !write.changes("position");
        if (write.value("position") != null && !elsewhere) {
            return;
        }
        long last = nodes.values().stream()
                .filter(node -> Objects.equals(node.parent(), write.value("parent_id")))
                .mapToLong(StoredNode::position)
                .filter(position -> position < Integer.MAX_VALUE - StoredNode.STEP)
                .max()
                .orElse(0);
        write.set("position", last + StoredNode.STEP);
    }

    private void checkHeadline(Write write, NodeKind kind, Map<UUID, StoredNode> nodes) {
        boolean published = write.op() != Op.UPDATE || PUBLISHED.stream().anyMatch(write::changes);
        if (kind != NodeKind.HEADLINE || !"live".equals(write.value("status")) || !published) {
            return;
        }
        var values = new LinkedHashMap<String, Object>();
        for (String field : List.of(
                "category",
                "kind",
                "title",
                "status",
                "tree_id",
                "language",
                "segments",
                "channel",
                "effective_from",
                "effective_to")) {
            if (write.value(field) instanceof Object value) {
                values.put(field, value);
            }
        }
        var mine = Objects.requireNonNull(StoredNode.of(write.recordId(), values));
        nodes.values().stream()
                .filter(other -> other.kind() == NodeKind.HEADLINE && other.live() && other.meets(mine))
                .findFirst()
                .ifPresent(other -> write.refuse(
                        CommonError.CONFLICT,
                        "status",
                        ("\"%s\" is the live headline for the same language, segment and channel. Publish this one in its place "
                                        + "(replace), or give it a language, segment or channel of its own.")
                                .formatted(other.text().title())));
    }

    /** Numbers that somebody has put right stay as they are. */
    private static void readNumbers(Write write) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        if (write.value("details") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> details.put(String.valueOf(name), value));
        }
        Object known = details.get("claims");
        if (known != null && !write.changes("title")) {
            return;
        }
        String former = String.valueOf(write.before().getOrDefault("title", ""));
        boolean ours = known == null || NodeJson.same(known, ReadClaims.json(former));
        var read = ReadClaims.json(String.valueOf(write.value("title")));
        if (!ours || known == null && read.isEmpty()) {
            return;
        }
        if (read.isEmpty()) {
            details.remove("claims");
        } else {
            details.put("claims", read);
        }
        write.set("details", details.isEmpty() ? null : details);
    }
}
