package dev.windrose.context.tree;

import dev.windrose.context.tree.Places.Place;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of what is done to the shape of a tree. Each is one change set, so that it is undone as one. */
@Component
public class TreeEdits {

    private final Records records;
    private final TreeStore store;

    TreeEdits(Records records, TreeStore store) {
        this.records = records;
        this.store = store;
    }

    /**
     * Where a node is put.
     *
     * @param parent null for the top of the tree
     * @param before a sibling, or null
     * @param after a sibling, or null; without both the node comes last
     */
    public record Spot(
            @Nullable UUID parent,
            @Nullable UUID before,
            @Nullable UUID after) {}

    /** Moves a node with all that stands under it. */
    @Transactional(readOnly = true)
    public ChangeDraft move(UUID tree, UUID node, Spot spot, @Nullable Long seen) {
        var entry = node(tree, node);
        var nodes = store.ofTrees(List.of(tree));
        var places = places(nodes, node, spot);
        var operations = new ArrayList<DraftOperation>();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("parent_id", spot.parent() == null ? null : spot.parent().toString());
        values.put("position", places.remove(node));
        var moved = DraftOperation.update(StoredNode.TYPE, node, values);
        operations.add(seen == null ? moved : moved.basedOn(seen));
        nodes.stream()
                .filter(other -> node.equals(other.variantOf()))
                .forEach(other ->
                        operations.add(DraftOperation.update(StoredNode.TYPE, other.id(), parent(spot.parent()))));
        operations.addAll(room(places));
        return ChangeDraft.of(Cause.person(), "Moved \"%s\"".formatted(entry.title()), operations);
    }

    /**
     * Puts a new node into a tree.
     *
     * @param fields of the entry; category and tree are known
     * @param seen the version of the tree
     */
    @Transactional(readOnly = true)
    public ChangeDraft insert(UUID tree, Map<String, @Nullable Object> fields, Spot spot, @Nullable Long seen) {
        var record = records.get(CompleteTree.TREE, tree);
        if (seen != null && seen != record.version()) {
            throw new AppException(
                    CommonError.STALE_VERSION,
                    "Somebody has changed %s since: it is at version %d, not %d."
                            .formatted(record.title(), record.version(), seen),
                    "If-Match");
        }
        if (NodeKind.of(fields.get("kind")).isEmpty()) {
            throw new AppException(
                    CommonError.REQUIRED, "Say of which kind the message is, for example value_prop.", "kind");
        }
        var id = Ids.next();
        var places = places(store.ofTrees(List.of(tree)), id, spot);
        var values = new LinkedHashMap<>(fields);
        values.put("category", "message_tree");
        values.put("tree_id", tree.toString());
        values.put("parent_id", spot.parent() == null ? null : spot.parent().toString());
        values.put("position", places.remove(id));
        var operations = new ArrayList<DraftOperation>();
        operations.add(DraftOperation.create(StoredNode.TYPE, id, values));
        operations.addAll(room(places));
        return ChangeDraft.of(Cause.person(), "", operations);
    }

    /** Makes a node live; with {@code replace} the live headline that speaks to the same people goes into the archive. */
    @Transactional(readOnly = true)
    public ChangeDraft publish(UUID tree, UUID node, boolean replace, @Nullable Long seen) {
        var entry = node(tree, node);
        var mine = StoredNode.of(node, entry.values());
        var operations = new ArrayList<DraftOperation>();
        if (replace && mine != null && mine.kind() == NodeKind.HEADLINE) {
            store.ofTrees(List.of(tree)).stream()
                    .filter(other -> other.kind() == NodeKind.HEADLINE
                            && !other.id().equals(node)
                            && other.live()
                            && other.meets(mine))
                    .forEach(other -> operations.add(
                            DraftOperation.update(StoredNode.TYPE, other.id(), Map.of("status", "archived"))));
        }
        var live = DraftOperation.update(StoredNode.TYPE, node, Map.of("status", "live"));
        operations.add(seen == null ? live : live.basedOn(seen));
        return ChangeDraft.of(Cause.person(), "Published \"%s\"".formatted(entry.title()), operations);
    }

    private RecordData node(UUID tree, UUID node) {
        return records.findAlone(StoredNode.TYPE, node)
                .filter(entry -> !entry.binned() && tree.equals(entry.value("tree_id")))
                .orElseThrow(() ->
                        new AppException(CommonError.NOT_FOUND, "There is no such message in this tree.", "node_id"));
    }

    /** Positions to write, that of the node among them. */
    private static Map<UUID, Integer> places(List<StoredNode> nodes, UUID node, Spot spot) {
        var siblings = new ArrayList<Place>();
        int index = -1;
        for (var sibling : TreeColumns.inOrder(nodes)) {
            if (!Objects.equals(sibling.parent(), spot.parent()) || sibling.id().equals(node)) {
                continue;
            }
            if (sibling.id().equals(spot.before())) {
                index = siblings.size();
            }
            siblings.add(new Place(sibling.id(), sibling.position()));
            if (sibling.id().equals(spot.after())) {
                index = siblings.size();
            }
        }
        if (index < 0 && (spot.before() != null || spot.after() != null)) {
            throw new AppException(
                    CommonError.CONFLICT, "The message beside which this is put is not there any more.", "before");
        }
        siblings.add(index < 0 ? siblings.size() : index, new Place(node, null));
        return new LinkedHashMap<>(Places.of(siblings));
    }

    private static List<DraftOperation> room(Map<UUID, Integer> places) {
        return places.entrySet().stream()
                .map(place ->
                        DraftOperation.update(StoredNode.TYPE, place.getKey(), Map.of("position", place.getValue())))
                .toList();
    }

    private static Map<String, @Nullable Object> parent(@Nullable UUID parent) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("parent_id", parent == null ? null : parent.toString());
        return values;
    }
}
