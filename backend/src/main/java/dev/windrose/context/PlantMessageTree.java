package dev.windrose.context;

import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.CompleteDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Op;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A product without a message tree takes the first that is made for it, in the same change set. */
@Component
class PlantMessageTree implements CompleteDraft {

    private final Records records;

    PlantMessageTree(Records records) {
        this.records = records;
    }

    @Override
    public List<DraftOperation> missing(ChangeDraft draft) {
        return draft.operations().stream()
                .filter(operation ->
                        operation.op() == Op.CREATE && operation.type().equals("message_tree"))
                .flatMap(this::plant)
                .toList();
    }

    @Override
    public boolean concerns(String type, Set<String> fields) {
        return type.equals("message_tree");
    }

    private Stream<DraftOperation> plant(DraftOperation tree) {
        if (!(tree.values().get("product_id") instanceof Object product)
                || !product.toString().matches("[0-9a-fA-F-]{36}")) {
            return Stream.empty();
        }
        var query = RecordQuery.of("product").where(Filter.is("id", product.toString()));
        return records.query(query).stream()
                .filter(found -> found.value("message_tree_id") == null)
                .map(found -> DraftOperation.update("product", found.id(), Map.of("message_tree_id", tree.recordId())));
    }
}
