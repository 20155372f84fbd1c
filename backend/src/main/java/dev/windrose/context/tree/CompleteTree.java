package dev.windrose.context.tree;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.CompleteDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings nodes along with what is done to their tree, in the same change set: columns that are written change nodes, a tree or a node that goes into the
 * bin takes what stands under it along, a tree that comes back brings it back.
 */
@Component
class CompleteTree implements CompleteDraft {

    static final String TREE = "message_tree";
    private static final int MOST = 500;

    private final TreeStore store;

    CompleteTree(TreeStore store) {
        this.store = store;
    }

    @Override
    public boolean concerns(String type, Set<String> fields) {
        return type.equals(TREE) && fields.stream().anyMatch(TreeColumns.ALL::contains);
    }

    @Override
    public List<DraftOperation> missing(ChangeDraft draft) {
        var touched = draft.operations().stream()
                .filter(operation -> operation.type().equals(StoredNode.TYPE))
                .collect(Collectors.toMap(DraftOperation::recordId, operation -> operation, (first, _) -> first));
        var missing = new ArrayList<DraftOperation>();
        for (var operation : draft.operations()) {
            if (operation.type().equals(TREE)) {
                missing.addAll(ofTree(operation, touched));
            }
        }
        missing.addAll(under(touched));
        return missing;
    }

    private List<DraftOperation> ofTree(DraftOperation operation, Map<UUID, DraftOperation> touched) {
        var tree = operation.recordId();
        return switch (operation.op()) {
            case CREATE -> written(operation, List.of(), touched);
            case UPDATE ->
                operation.values().keySet().stream().anyMatch(TreeColumns.ALL::contains)
                        ? written(operation, store.ofTrees(List.of(tree)), touched)
                        : List.of();
            case DELETE ->
                store.ofTrees(List.of(tree)).stream()
                        .filter(node -> !touched.containsKey(node.id()))
                        .map(node -> DraftOperation.delete(StoredNode.TYPE, node.id()))
                        .toList();
            case RESTORE ->
                store.binned(tree).stream()
                        .flatMap(moment -> store.binnedAt(tree, moment).stream())
                        .filter(node -> !touched.containsKey(node))
                        .map(node -> DraftOperation.restore(StoredNode.TYPE, node))
                        .toList();
        };
    }

    /** A column whose nodes are written too follows from these. */
    private List<DraftOperation> written(
            DraftOperation operation, List<StoredNode> nodes, Map<UUID, DraftOperation> touched) {
        var tree = operation.recordId();
        var given = given(tree, nodes, touched);
        var write = new WriteColumn(tree, nodes);
        var columns = new LinkedHashSet<>(List.of(TreeColumns.HEADLINE));
        columns.addAll(operation.values().keySet());
        for (String column : columns) {
            boolean named =
                    TreeColumns.ALL.contains(column) && operation.values().containsKey(column);
            if (named && NodeKind.in(column).stream().noneMatch(given::contains)) {
                var value = operation.values().get(column);
                if (value instanceof List<?> list && list.size() > MOST) {
                    throw new AppException(
                            CommonError.TOO_LONG, "A message tree takes at most %d of these.".formatted(MOST), column);
                }
                write.write(column, value);
            }
        }
        return write.operations();
    }

    /** Kinds of nodes of the tree that the draft names itself. */
    private static Set<NodeKind> given(UUID tree, List<StoredNode> nodes, Map<UUID, DraftOperation> touched) {
        var kinds = new HashSet<NodeKind>();
        nodes.stream().filter(node -> touched.containsKey(node.id())).forEach(node -> kinds.add(node.kind()));
        for (var operation : touched.values()) {
            if (tree.toString().equals(String.valueOf(operation.values().get("tree_id")))) {
                NodeKind.of(operation.values().get("kind")).ifPresent(kinds::add);
            }
        }
        return kinds;
    }

    /** What stands under nodes that go into the bin, and their variants. */
    private List<DraftOperation> under(Map<UUID, DraftOperation> touched) {
        var gone = touched.values().stream()
                .filter(operation -> operation.op() == Op.DELETE)
                .map(DraftOperation::recordId)
                .collect(Collectors.toSet());
        if (gone.isEmpty()) {
            return List.of();
        }
        var trees = new HashSet<>(store.treesOf(gone).values());
        var nodes = trees.isEmpty() ? List.<StoredNode>of() : store.ofTrees(trees);
        var all = new LinkedHashSet<>(gone);
        boolean more = true;
        while (more) {
            more = false;
            for (var node : nodes) {
                boolean below = node.parent() != null && all.contains(node.parent())
                        || node.variantOf() != null && all.contains(node.variantOf());
                more |= below && !touched.containsKey(node.id()) && all.add(node.id());
            }
        }
        all.removeAll(gone);
        return all.stream()
                .map(id -> DraftOperation.delete(StoredNode.TYPE, id))
                .toList();
    }

    /** The trees whose nodes a draft writes, by operation. */
    Set<UUID> trees(ChangeDraft draft) {
        var known = new HashSet<UUID>();
        var entries = new HashMap<UUID, DraftOperation>();
        for (var operation : draft.operations()) {
            if (operation.type().equals(StoredNode.TYPE)) {
                entries.put(operation.recordId(), operation);
                if (operation.values().get("tree_id") instanceof Object tree
                        && tree.toString().matches("[0-9a-fA-F-]{36}")) {
                    known.add(UUID.fromString(tree.toString()));
                }
            }
        }
        if (!entries.isEmpty()) {
            known.addAll(store.treesOf(entries.keySet()).values());
        }
        return known;
    }
}
