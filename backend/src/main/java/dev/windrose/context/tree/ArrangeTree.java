package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts entries into the shape of their tree, and says what would make the tree better. */
final class ArrangeTree {

    private final Map<UUID, RecordData> entries;
    private final Map<UUID, List<StoredNode>> variants = new HashMap<>();
    private final Map<UUID, List<StoredNode>> children = new HashMap<>();
    private final LocalDate today;

    private ArrangeTree(Map<UUID, RecordData> entries, LocalDate today) {
        this.entries = entries;
        this.today = today;
    }

    static ProductTree of(RecordData tree, List<RecordData> entries, LocalDate today) {
        var arrange = new ArrangeTree(MessageTrees.byId(entries), today);
        var nodes = TreeColumns.inOrder(entries.stream()
                .map(entry -> StoredNode.of(entry.id(), entry.values()))
                .filter(Objects::nonNull)
                .toList());
        var top = arrange.sort(nodes);
        return new ProductTree(tree, top.stream().map(arrange::node).toList(), notes(nodes, today));
    }

    /** What stands under something that the actor does not see stands at the top. */
    private List<StoredNode> sort(List<StoredNode> nodes) {
        Set<UUID> there = nodes.stream().map(StoredNode::id).collect(Collectors.toSet());
        var top = new ArrayList<StoredNode>();
        for (var node : nodes) {
            if (node.variantOf() != null && there.contains(node.variantOf())) {
                variants.computeIfAbsent(node.variantOf(), _ -> new ArrayList<>())
                        .add(node);
            } else if (node.parent() != null && there.contains(node.parent())) {
                children.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(node);
            } else {
                top.add(node);
            }
        }
        return top;
    }

    private TreeNode node(StoredNode stored) {
        var entry = Objects.requireNonNull(entries.get(stored.id()));
        var others = variants.getOrDefault(stored.id(), List.of());
        return new TreeNode(
                entry,
                stored.kind(),
                Proofs.badges(entry, stored.kind(), others.size(), today),
                others.stream().map(this::node).toList(),
                children.getOrDefault(stored.id(), List.of()).stream()
                        .map(this::node)
                        .toList());
    }

    private static List<String> notes(List<StoredNode> nodes, LocalDate today) {
        var live = nodes.stream()
                .filter(node -> node.live() && node.days().hold(today))
                .toList();
        var notes = new ArrayList<String>();
        long props = count(live, NodeKind.VALUE_PROP);
        if (props < 2 || props > 3) {
            notes.add("Two or three value propositions are remembered best; %s live."
                    .formatted(props == 1 ? "1 is" : props + " are"));
        }
        if (count(live, NodeKind.HEADLINE) == 0) {
            notes.add("No headline is live.");
        }
        if (count(live, NodeKind.PROBLEM) == 0) {
            notes.add("The problem that this product solves is not told.");
        }
        if (count(live, NodeKind.CHANGE) == 0) {
            notes.add("The change that this product brings is not told.");
        }
        doubled(live).forEach(pair -> notes.add(told(pair)));
        return notes;
    }

    private static long count(List<StoredNode> nodes, NodeKind kind) {
        return nodes.stream()
                .filter(node -> node.kind() == kind && node.variantOf() == null)
                .count();
    }

    /** Each pair of live headlines that are said to the same people. */
    static List<List<StoredNode>> doubled(List<StoredNode> live) {
        var headlines =
                live.stream().filter(node -> node.kind() == NodeKind.HEADLINE).toList();
        var found = new ArrayList<List<StoredNode>>();
        for (int i = 0; i < headlines.size(); i++) {
            for (int j = i + 1; j < headlines.size(); j++) {
                if (headlines.get(i).meets(headlines.get(j))) {
                    found.add(List.of(headlines.get(i), headlines.get(j)));
                }
            }
        }
        return found;
    }

    static String told(List<StoredNode> pair) {
        return "Two headlines are live for the same language, segment and channel: \"%s\" and \"%s\"."
                .formatted(pair.getFirst().text().title(), pair.getLast().text().title());
    }
}
