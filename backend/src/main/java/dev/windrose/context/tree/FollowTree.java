package dev.windrose.context.tree;

import dev.windrose.context.entry.Categories;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.tree.TreeStore.Columns;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.FollowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at trees once more when their nodes are written, whoever wrote them and also when they were undone: there is a headline, and the columns say what
 * the nodes say. The columns are a change set of their own, so that an undo of one node never stumbles over another.
 */
@Component
class FollowTree implements FollowChange {

    static final String CAUSE = "message_tree.columns";

    private final TreeStore store;
    private final Changes changes;
    private final Categories categories;

    FollowTree(TreeStore store, Changes changes, Categories categories) {
        this.store = store;
        this.changes = changes;
        this.categories = categories;
    }

    @Override
    public void follow(AppliedChange change) {
        var entries = change.operations().stream()
                .filter(operation -> operation.recordType().equals(StoredNode.TYPE))
                .map(ChangeOperation::recordId)
                .collect(Collectors.toSet());
        var trees = new LinkedHashSet<>(change.changed(CompleteTree.TREE, TreeColumns.ALL.toArray(String[]::new)));
        if (!entries.isEmpty()) {
            trees.addAll(store.treesOf(entries).values());
            trees.addAll(left(change));
        }
        if (trees.isEmpty() || CAUSE.equals(change.cause().id())) {
            return;
        }
        var nodes = store.ofTrees(trees).stream().collect(Collectors.groupingBy(StoredNode::tree));
        var columns = store.columns(trees);
        columns.forEach(tree -> check(change, tree, nodes.getOrDefault(tree.tree(), List.of())));
        keep(columns, nodes);
    }

    /** Trees that nodes have been moved out of. */
    private static List<UUID> left(AppliedChange change) {
        return change.operations().stream()
                .filter(operation -> operation.recordType().equals(StoredNode.TYPE))
                .flatMap(operation -> operation.fields().stream())
                .filter(field -> field.field().equals("tree_id") && field.before() != null)
                .map(field -> UUID.fromString(String.valueOf(field.before())))
                .toList();
    }

    private void check(AppliedChange change, Columns tree, List<StoredNode> nodes) {
        if (tree.binned() || change.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (nodes.stream().noneMatch(node -> node.kind() == NodeKind.HEADLINE && node.variantOf() == null)) {
            throw new AppException(
                    CommonError.CONFLICT, "A message tree keeps a headline. Write another one first.", "kind");
        }
        if (categories.of(EntryCategory.MESSAGE_TREE).review()) {
            // Nodes may wait for a reviewer; until then the columns say what the nodes say.
            return;
        }
        change.operations().stream()
                .filter(operation -> operation.recordId().equals(tree.tree()))
                .flatMap(operation -> operation.fields().stream())
                .filter(field -> TreeColumns.ALL.contains(field.field()))
                .forEach(field -> requireKept(field.field(), field.after(), nodes));
    }

    /** Two people may write a column at once; nobody's words are lost in silence. */
    private static void requireKept(String column, @Nullable Object written, List<StoredNode> nodes) {
        var shown = texts(column, TreeColumns.of(column, nodes));
        if (!shown.containsAll(texts(column, written))) {
            throw new AppException(
                    CommonError.CONFLICT, "Somebody has changed this message tree meanwhile. Try again.", column);
        }
    }

    private static Set<NodeText> texts(String column, @Nullable Object value) {
        return TreeColumns.split(column, value).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private void keep(List<Columns> trees, Map<UUID, List<StoredNode>> nodes) {
        var operations = new ArrayList<DraftOperation>();
        for (var tree : trees) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (String column : TreeColumns.ALL) {
                var now = TreeColumns.of(column, nodes.getOrDefault(tree.tree(), List.of()));
                boolean needed = now == null && column.equals(TreeColumns.HEADLINE);
                if (!needed && !TreeColumns.same(tree.values().get(column), now)) {
                    values.put(column, now);
                }
            }
            if (!values.isEmpty() && !tree.binned()) {
                operations.add(DraftOperation.update(CompleteTree.TREE, tree.tree(), values));
            }
        }
        if (!operations.isEmpty()) {
            var ids = operations.stream().map(DraftOperation::id).collect(Collectors.toSet());
            changes.apply(new ChangeDraft(
                    new Cause(CauseKind.RUN, CAUSE),
                    "Columns of the message tree",
                    operations,
                    false,
                    false,
                    false,
                    ids));
        }
    }
}
