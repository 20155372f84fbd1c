package dev.windrose.context.tree;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads message trees as far as the actor in scope may. */
@Component
public class MessageTrees {

    private static final int MOST = 2_000;

    private final Records records;
    private final Workspaces workspaces;

    MessageTrees(Records records, Workspaces workspaces) {
        this.records = records;
        this.workspaces = workspaces;
    }

    /** A product with its tree; null for one without. */
    public record OfProduct(RecordData product, @Nullable RecordData tree) {}

    /** The tree of a product; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<ProductTree> of(ProductId product) {
        Permissions.require(Operation.READ, CompleteTree.TREE);
        return records.findAlone("product", product.value())
                .flatMap(this::treeOf)
                .map(this::read);
    }

    /**
     * @param id of a tree, or of a product that has one
     * @throws AppException NOT_FOUND
     */
    @Transactional(readOnly = true)
    public ProductTree get(UUID id) {
        Permissions.require(Operation.READ, CompleteTree.TREE);
        return records.find(CompleteTree.TREE, id)
                .filter(tree -> !tree.binned())
                .or(() -> records.findAlone("product", id).flatMap(this::treeOf))
                .map(this::read)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such message tree."));
    }

    /** Every product, with its tree where it has one. */
    @Transactional(readOnly = true)
    public List<OfProduct> products() {
        Permissions.require(Operation.READ, CompleteTree.TREE);
        Permissions.require(Operation.READ, "product");
        var trees = new LinkedHashMap<UUID, RecordData>();
        var byProduct = new LinkedHashMap<UUID, RecordData>();
        for (var tree : records.query(
                RecordQuery.of(CompleteTree.TREE).sortedBy("created_at").limit(RecordQuery.MOST))) {
            trees.put(tree.id(), tree);
            if (tree.value("product_id") instanceof UUID product) {
                byProduct.putIfAbsent(product, tree);
            }
        }
        return records.query(RecordQuery.of("product").sortedBy("name").limit(RecordQuery.MOST)).stream()
                .map(product -> new OfProduct(
                        product,
                        trees.getOrDefault(
                                product.value("message_tree_id") instanceof UUID own ? own : product.id(),
                                byProduct.get(product.id()))))
                .toList();
    }

    /** Nodes of a tree as records, without order. */
    @Transactional(readOnly = true)
    public List<RecordData> entries(UUID tree) {
        return entries(Filter.and(Filter.is("tree_id", tree.toString()), Filter.is("category", CompleteTree.TREE)));
    }

    /** The nodes of all trees. */
    @Transactional(readOnly = true)
    public List<RecordData> entries() {
        return entries(Filter.is("category", CompleteTree.TREE));
    }

    private List<RecordData> entries(Filter condition) {
        var found = new ArrayList<RecordData>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(StoredNode.TYPE)
                    .where(condition)
                    .sortedBy("created_at")
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            found.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        return found;
    }

    private Optional<RecordData> treeOf(RecordData product) {
        if (product.value("message_tree_id") instanceof UUID own) {
            var tree = records.find(CompleteTree.TREE, own).filter(found -> !found.binned());
            if (tree.isPresent()) {
                return tree;
            }
        }
        return records
                .page(RecordQuery.of(CompleteTree.TREE)
                        .where(Filter.is("product_id", product.id().toString()))
                        .sortedBy("created_at")
                        .limit(1))
                .data()
                .stream()
                .findFirst();
    }

    private ProductTree read(RecordData tree) {
        var entries = entries(tree.id());
        return ArrangeTree.of(tree, entries, workspaces.today());
    }

    LocalDate today() {
        return workspaces.today();
    }

    /** Entries by id. */
    static Map<UUID, RecordData> byId(List<RecordData> entries) {
        var found = new LinkedHashMap<UUID, RecordData>();
        entries.forEach(entry -> found.put(entry.id(), entry));
        return found;
    }
}
