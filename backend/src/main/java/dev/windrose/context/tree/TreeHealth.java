package dev.windrose.context.tree;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.HealthSource;
import dev.windrose.context.use.Outdated;
import dev.windrose.context.use.OutdatedUses;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.records.RecordData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is wrong with message trees: headlines that compete, proofs that ended and are still out, proofs without a source, products without a tree. */
@Component
class TreeHealth implements HealthSource {

    private final MessageTrees trees;
    private final OutdatedUses outdated;

    TreeHealth(MessageTrees trees, OutdatedUses outdated) {
        this.trees = trees;
        this.outdated = outdated;
    }

    @Override
    public List<Finding> findings() {
        var today = trees.today();
        var entries = trees.entries();
        var found = new ArrayList<Finding>();
        found.addAll(headlines(entries, today));
        found.addAll(stillOut());
        for (var entry : entries) {
            if (!Proofs.live(entry, today)) {
                continue;
            }
            boolean proof =
                    NodeKind.of(entry.value("kind")).filter(NodeKind::isProof).isPresent();
            if (proof && Proofs.withoutSource(entry)) {
                found.add(finding(
                        "proof_without_source", "\"%s\" names no source.".formatted(entry.title()), entry.id()));
            }
            if (entry.value("tree_id") == null) {
                found.add(finding("no_tree", "\"%s\" stands in no message tree.".formatted(entry.title()), entry.id()));
            }
        }
        trees.products().stream()
                .filter(product -> product.tree() == null)
                .forEach(product -> found.add(finding(
                        "product_without_tree",
                        "%s has no message tree.".formatted(product.product().title()))));
        return found;
    }

    private static List<Finding> headlines(List<RecordData> entries, LocalDate today) {
        var byTree = entries.stream()
                .map(entry -> StoredNode.of(entry.id(), entry.values()))
                .filter(Objects::nonNull)
                .filter(node -> node.live() && node.days().hold(today))
                .collect(Collectors.groupingBy(StoredNode::tree, LinkedHashMap::new, Collectors.toList()));
        return byTree.values().stream()
                .flatMap(nodes -> ArrangeTree.doubled(nodes).stream())
                .map(pair -> finding(
                        "two_headlines",
                        ArrangeTree.told(pair),
                        pair.stream().map(StoredNode::id).toArray(UUID[]::new)))
                .toList();
    }

    /** What merely says something else now is listed with the uses; here stands what may not be said any more. */
    private List<Finding> stillOut() {
        var byEntry = outdated.all().stream()
                .filter(use -> !use.reason().equals("changed"))
                .collect(Collectors.groupingBy(use -> use.entry().id(), LinkedHashMap::new, Collectors.toList()));
        return byEntry.values().stream().map(TreeHealth::stillOut).toList();
    }

    private static Finding stillOut(List<Outdated> uses) {
        var first = uses.getFirst();
        String places = uses.size() == 1 ? "one place" : uses.size() + " places";
        return finding(
                first.reason().equals("expired") ? "expired_in_use" : "withdrawn_in_use",
                "\"%s\" is still out in %s. %s".formatted(first.oldText(), places, first.why()),
                first.entry().id());
    }

    private static Finding finding(String code, String text, UUID... entries) {
        return new Finding(
                EntryCategory.MESSAGE_TREE,
                code,
                text,
                List.of(entries).stream().map(ContextEntryId::new).toList());
    }
}
