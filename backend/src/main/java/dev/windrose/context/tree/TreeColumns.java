package dev.windrose.context.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a message tree as its nodes make them. A column shows the live nodes of its kinds in the order of the tree, drafts only where none is
 * live. Variants and confidential nodes stay out.
 */
final class TreeColumns {

    static final String NARRATIVE = "founding_narrative";
    static final String HEADLINE = "headline";
    static final String BREAK = "\n\n";

    static final Set<String> ALL =
            Stream.of(NodeKind.values()).map(NodeKind::column).collect(Collectors.toSet());

    private TreeColumns() {}

    /** Nodes from the top down, those of one parent by position. Each comes once, also where parents form a circle. */
    static List<StoredNode> inOrder(Collection<StoredNode> nodes) {
        var ids = nodes.stream().map(StoredNode::id).collect(Collectors.toSet());
        var below = new LinkedHashMap<UUID, List<StoredNode>>();
        var top = new ArrayList<StoredNode>();
        nodes.stream()
                .sorted(Comparator.comparingInt(StoredNode::position).thenComparing(StoredNode::id))
                .forEach(node -> {
                    boolean under = node.parent() != null && ids.contains(node.parent());
                    (under ? below.computeIfAbsent(Objects.requireNonNull(node.parent()), _ -> new ArrayList<>()) : top)
                            .add(node);
                });
        var ordered = new ArrayList<StoredNode>();
        var met = new HashSet<UUID>();
        top.forEach(node -> walk(node, below, met, ordered));
        nodes.stream().filter(node -> met.add(node.id())).forEach(ordered::add);
        return ordered;
    }

    private static void walk(
            StoredNode node, Map<UUID, List<StoredNode>> below, Set<UUID> met, List<StoredNode> ordered) {
        if (met.add(node.id())) {
            ordered.add(node);
            below.getOrDefault(node.id(), List.of()).forEach(child -> walk(child, below, met, ordered));
        }
    }

    /** The nodes that a column shows, in order. */
    static List<StoredNode> shown(String column, Collection<StoredNode> nodes) {
        return NodeKind.in(column).stream()
                .flatMap(kind -> shown(kind, nodes).stream())
                .toList();
    }

    private static List<StoredNode> shown(NodeKind kind, Collection<StoredNode> nodes) {
        var all = inOrder(nodes).stream()
                .filter(node -> node.kind() == kind && node.variantOf() == null && !node.confidential() && node.inUse())
                .toList();
        var live = all.stream().filter(StoredNode::live).toList();
        var shown = live.isEmpty() ? all : live;
        return kind == NodeKind.HEADLINE ? shown.stream().limit(1).toList() : shown;
    }

    /** @return null for an empty column */
    static @Nullable Object of(String column, Collection<StoredNode> nodes) {
        var values = shown(column, nodes).stream()
                .map(node -> node.text().value(node.kind()))
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        return switch (column) {
            case HEADLINE -> values.getFirst();
            case NARRATIVE -> values.stream().map(String::valueOf).collect(Collectors.joining(BREAK));
            default -> values;
        };
    }

    /** The values that a column is written with, each of which becomes a node. */
    static Map<NodeKind, List<NodeText>> split(String column, @Nullable Object written) {
        var kinds = NodeKind.in(column);
        var texts = new LinkedHashMap<NodeKind, List<NodeText>>();
        kinds.forEach(kind -> texts.put(kind, new ArrayList<>()));
        if (column.equals(NARRATIVE)) {
            var parts = narrative(written == null ? "" : String.valueOf(written).strip());
            for (int i = 0; i < parts.size(); i++) {
                add(texts, kinds.get(i), parts.get(i));
            }
        } else if (written instanceof List<?> list && !column.equals(HEADLINE)) {
            list.forEach(value -> add(texts, kinds.getFirst(), value));
        } else {
            add(texts, kinds.getFirst(), written);
        }
        return texts;
    }

    private static void add(Map<NodeKind, List<NodeText>> texts, NodeKind kind, @Nullable Object value) {
        var text = NodeText.of(kind, value);
        if (text != null) {
            Objects.requireNonNull(texts.get(kind)).add(text);
        }
    }

    /** The first paragraph tells the problem, the rest the change. Kept in one where they could not be put together again as they were. */
    private static List<String> narrative(String text) {
        int end = text.indexOf(BREAK);
        if (end < 0) {
            return List.of(text);
        }
        String problem = text.substring(0, end);
        String change = text.substring(end + BREAK.length());
        boolean same = problem.strip().equals(problem) && change.strip().equals(change);
        return same ? List.of(problem, change) : List.of(text);
    }

    /** Whether the column says what the nodes say; nothing and an empty list are the same. */
    static boolean same(@Nullable Object column, @Nullable Object nodes) {
        return NodeJson.same(emptied(column), emptied(nodes));
    }

    private static @Nullable Object emptied(@Nullable Object value) {
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }
}
