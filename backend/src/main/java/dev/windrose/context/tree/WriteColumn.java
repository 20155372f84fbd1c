package dev.windrose.context.tree;

import dev.windrose.context.tree.Places.Place;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.DraftOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a column of a message tree is written with into changes of its nodes. A value that was there stays the node it was, one that is much like it
 * changes it, others are new, and what is no longer there goes into the bin.
 */
final class WriteColumn {

    /** Below, a value is no other wording of a node but another message: source and permission of the node would not be those of the value. */
    private static final double SAME_MESSAGE = 0.34;

    private final UUID tree;
    private final List<StoredNode> nodes;
    private final List<DraftOperation> operations = new ArrayList<>();
    private @Nullable UUID headline;

    WriteColumn(UUID tree, List<StoredNode> nodes) {
        this.tree = tree;
        this.nodes = new ArrayList<>(nodes);
        this.headline = TreeColumns.shown(TreeColumns.HEADLINE, nodes).stream()
                .map(StoredNode::id)
                .findFirst()
                .orElse(null);
    }

    /** A value of the column with the node that it becomes. */
    private record Slot(UUID id, @Nullable StoredNode node, NodeText text) {}

    List<DraftOperation> operations() {
        return List.copyOf(operations);
    }

    /** In the order of {@link TreeColumns#ALL}: what is new stands under the headline. */
    void write(String column, @Nullable Object written) {
        if (TreeColumns.same(written, TreeColumns.of(column, nodes))) {
            return;
        }
        var shown = TreeColumns.shown(column, nodes);
        TreeColumns.split(column, written)
                .forEach((kind, texts) -> write(
                        kind,
                        texts,
                        shown.stream().filter(node -> node.kind() == kind).toList()));
    }

    private void write(NodeKind kind, List<NodeText> texts, List<StoredNode> shown) {
        if (kind == NodeKind.HEADLINE && texts.isEmpty()) {
            return;
        }
        var slots = slots(kind, texts, shown);
        var kept = new LinkedHashSet<UUID>();
        slots.forEach(slot -> kept.add(slot.id()));
        var places = places(kind, slots, shown);
        String status = shown.isEmpty() ? "live" : shown.getFirst().status();
        for (var slot : slots) {
            var values = new LinkedHashMap<String, @Nullable Object>(places.getOrDefault(slot.id(), Map.of()));
            if (slot.node() == null) {
                create(kind, slot, status, values);
            } else {
                if (!slot.text().equals(slot.node().text())) {
                    values.put("title", slot.text().title());
                    values.put("body", slot.text().body());
                }
                if (!values.isEmpty()) {
                    operations.add(DraftOperation.update(StoredNode.TYPE, slot.id(), values));
                }
            }
            places.remove(slot.id());
        }
        places.forEach((id, values) -> operations.add(DraftOperation.update(StoredNode.TYPE, id, values)));
        shown.stream().filter(node -> !kept.contains(node.id())).forEach(this::remove);
    }

    /** With its variants. What stands under it moves up: nobody has said that it goes. */
    private void remove(StoredNode gone) {
        for (var node : nodes) {
            if (gone.id().equals(node.variantOf())) {
                operations.add(DraftOperation.delete(StoredNode.TYPE, node.id()));
            } else if (gone.id().equals(node.parent())) {
                var up = new LinkedHashMap<String, @Nullable Object>();
                up.put("parent_id", gone.parent() == null ? null : gone.parent().toString());
                operations.add(DraftOperation.update(StoredNode.TYPE, node.id(), up));
            }
        }
        operations.add(DraftOperation.delete(StoredNode.TYPE, gone.id()));
    }

    private void create(NodeKind kind, Slot slot, String status, Map<String, @Nullable Object> places) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("category", "message_tree");
        values.put("kind", kind.wire());
        values.put("title", slot.text().title());
        values.put("body", slot.text().body());
        values.put("status", status);
        values.put("tree_id", tree.toString());
        values.putAll(places);
        operations.add(DraftOperation.create(StoredNode.TYPE, slot.id(), values));
        nodes.add(StoredNode.fresh(slot.id(), tree, kind, slot.text(), status, places));
        if (kind == NodeKind.HEADLINE) {
            headline = slot.id();
        }
    }

    private static List<Slot> slots(NodeKind kind, List<NodeText> texts, List<StoredNode> shown) {
        var left = new ArrayList<>(shown);
        var chosen = new ArrayList<@Nullable StoredNode>();
        for (var text : texts) {
            chosen.add(take(left, node -> NodeJson.same(node.text().value(kind), text.value(kind)) ? 1 : 0));
        }
        for (int i = 0; i < texts.size(); i++) {
            String title = texts.get(i).title();
            if (chosen.get(i) == null) {
                boolean single = kind == NodeKind.HEADLINE || texts.size() == 1 && shown.size() == 1 && !kind.isProof();
                chosen.set(
                        i,
                        take(
                                left,
                                node -> single
                                        ? 1
                                        : WordSet.likeness(node.text().title(), title)));
            }
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < texts.size(); i++) {
            var node = chosen.get(i);
            slots.add(new Slot(node == null ? Ids.next() : node.id(), node, texts.get(i)));
        }
        return slots;
    }

    private interface Likeness {
        double of(StoredNode node);
    }

    private static @Nullable StoredNode take(List<StoredNode> left, Likeness likeness) {
        var best = left.stream()
                .filter(node -> likeness.of(node) >= SAME_MESSAGE)
                .max(Comparator.comparingDouble(likeness::of));
        best.ifPresent(left::remove);
        return best.orElse(null);
    }

    /** Parent and position of what is new or stands in another order now, and of others that make room. */
    private Map<UUID, Map<String, @Nullable Object>> places(NodeKind kind, List<Slot> slots, List<StoredNode> shown) {
        var stay = staying(slots, shown);
        var parents = new HashMap<UUID, @Nullable UUID>();
        var order = new LinkedHashMap<@Nullable UUID, List<Place>>();
        @Nullable Slot before = null;
        for (var slot : slots) {
            boolean stays = stay.contains(slot.id());
            var parent =
                    stays ? Objects.requireNonNull(slot.node()).parent() : parent(kind, before, slots, stay, parents);
            parents.put(slot.id(), parent);
            var siblings = order.computeIfAbsent(parent, one -> siblings(one, slots, stay));
            if (!stays) {
                siblings.add(index(siblings, before, slots, stay), new Place(slot.id(), null));
            }
            before = slot;
        }
        var places = new LinkedHashMap<UUID, Map<String, @Nullable Object>>();
        order.forEach((parent, siblings) -> Places.of(siblings).forEach((id, position) -> {
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("position", position);
            if (parents.containsKey(id) && !stay.contains(id)) {
                values.put("parent_id", parent == null ? null : parent.toString());
            }
            places.put(id, values);
        }));
        return places;
    }

    private @Nullable UUID parent(
            NodeKind kind, @Nullable Slot before, List<Slot> slots, Set<UUID> stay, Map<UUID, @Nullable UUID> parents) {
        if (before != null) {
            return parents.get(before.id());
        }
        for (var slot : slots) {
            if (slot.node() != null && stay.contains(slot.id())) {
                return slot.node().parent();
            }
        }
        return kind.parents().contains(NodeKind.HEADLINE) ? headline : null;
    }

    /** Those that are there, without those of this column that are to be put elsewhere. */
    private List<Place> siblings(@Nullable UUID parent, List<Slot> slots, Set<UUID> stay) {
        var moving = new LinkedHashSet<UUID>();
        slots.stream().map(Slot::id).filter(id -> !stay.contains(id)).forEach(moving::add);
        var found = new ArrayList<Place>();
        TreeColumns.inOrder(nodes).stream()
                .filter(node -> Objects.equals(node.parent(), parent) && !moving.contains(node.id()))
                .forEach(node -> found.add(new Place(node.id(), node.position())));
        return found;
    }

    /** After the value before, else before the first that stays. */
    private static int index(List<Place> siblings, @Nullable Slot before, List<Slot> slots, Set<UUID> stay) {
        for (int i = 0; i < siblings.size(); i++) {
            if (before != null && siblings.get(i).id().equals(before.id())) {
                return i + 1;
            }
        }
        for (var slot : slots) {
            for (int i = 0; before == null && i < siblings.size(); i++) {
                if (stay.contains(slot.id()) && siblings.get(i).id().equals(slot.id())) {
                    return i;
                }
            }
        }
        return siblings.size();
    }

    /** The most nodes that already stand in the order of the values. */
    private static Set<UUID> staying(List<Slot> slots, List<StoredNode> shown) {
        var place = new HashMap<UUID, Integer>();
        for (int i = 0; i < shown.size(); i++) {
            place.put(shown.get(i).id(), i);
        }
        var there =
                slots.stream().filter(slot -> slot.node() != null).map(Slot::id).toList();
        var best = new ArrayList<List<UUID>>();
        List<UUID> longest = List.of();
        for (int i = 0; i < there.size(); i++) {
            List<UUID> run = List.of();
            for (int j = 0; j < i; j++) {
                boolean rises = Objects.requireNonNull(place.get(there.get(j)))
                        < Objects.requireNonNull(place.get(there.get(i)));
                run = rises && best.get(j).size() > run.size() ? best.get(j) : run;
            }
            var mine = new ArrayList<>(run);
            mine.add(there.get(i));
            best.add(mine);
            longest = mine.size() > longest.size() ? mine : longest;
        }
        return new LinkedHashSet<>(longest);
    }
}
