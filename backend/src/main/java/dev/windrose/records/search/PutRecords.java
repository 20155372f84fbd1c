package dev.windrose.records.search;

import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads records of the tenant in scope and puts what they say into all indexes, as one step. */
@Component
class PutRecords {

    private final SearchStore store;
    private final SearchIndexes indexes;
    private final Meanings meanings;

    PutRecords(SearchStore store, SearchIndexes indexes, Meanings meanings) {
        this.store = store;
        this.indexes = indexes;
        this.meanings = meanings;
    }

    void these(TenantId tenant, Descriptor type, List<UUID> ids) {
        these(tenant, Map.of(type, ids));
    }

    void these(TenantId tenant, Map<Descriptor, List<UUID>> some) {
        indexes.inOneStep(into -> {
            var found = store.read(some);
            some.forEach((type, ids) -> {
                var rows = found.getOrDefault(type, List.of());
                var fields = SearchField.of(type);
                into.forEach(index -> index.put(tenant, type.name(), ids, fields, rows));
                meanings.changed(tenant, type, ids, rows);
            });
        });
    }

    /** Lets searches see it. */
    void shown() {
        indexes.all().forEach(SearchIndex::refresh);
    }

    /** Whether all indexes can be written. */
    boolean open() {
        return indexes.all().stream().allMatch(SearchIndex::open);
    }
}
