package dev.windrose.context.tree;

import dev.windrose.context.use.Outdated;
import dev.windrose.context.use.OutdatedUses;
import dev.windrose.records.RecordData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the message tree of each product fares, from one reading of all nodes. */
@Component
public class TreeSummaries {

    private final MessageTrees trees;
    private final OutdatedUses outdated;

    TreeSummaries(MessageTrees trees, OutdatedUses outdated) {
        this.trees = trees;
        this.outdated = outdated;
    }

    /**
     * @param tree null for a product without one
     * @param messages without variants
     * @param live of these
     * @param badges how many nodes have each, by code
     * @param outdated places that still say what does not hold any more
     * @param notes what would make the tree better
     */
    public record Summary(
            RecordData product,
            @Nullable RecordData tree,
            long messages,
            long live,
            Map<String, Long> badges,
            long outdated,
            List<String> notes) {}

    @Transactional(readOnly = true)
    public List<Summary> all() {
        var today = trees.today();
        var nodes = trees.entries().stream()
                .filter(entry -> entry.value("tree_id") != null)
                .collect(Collectors.groupingBy(entry -> (UUID) Objects.requireNonNull(entry.value("tree_id"))));
        var still = outdated.all().stream()
                .map(Outdated::entry)
                .map(entry -> entry.value("tree_id"))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(tree -> tree, Collectors.counting()));
        return trees.products().stream()
                .map(found -> {
                    var tree = found.tree();
                    if (tree == null) {
                        return new Summary(found.product(), null, 0, 0, Map.of(), 0, List.of());
                    }
                    var read = ArrangeTree.of(tree, nodes.getOrDefault(tree.id(), List.of()), today);
                    return new Summary(
                            found.product(),
                            tree,
                            read.originals().count(),
                            read.originals()
                                    .filter(node -> Proofs.live(node.entry(), today))
                                    .count(),
                            badges(read),
                            still.getOrDefault(tree.id(), 0L),
                            read.notes());
                })
                .toList();
    }

    private static Map<String, Long> badges(ProductTree tree) {
        var counts = new TreeMap<String, Long>();
        tree.all()
                .flatMap(node -> node.badges().stream())
                .forEach(badge -> counts.merge(badge.code().wire(), 1L, Long::sum));
        return counts;
    }
}
