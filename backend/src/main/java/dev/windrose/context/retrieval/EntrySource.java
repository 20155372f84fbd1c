package dev.windrose.context.retrieval;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of the company's context. A node of a message tree stands under the nodes above it. */
@Component
class EntrySource implements ChunkSource {

    private static final Set<String> FIELDS = Set.of(
            "title",
            "category",
            "kind",
            "status",
            "body",
            "details",
            "language",
            "sensitivity",
            "product_ids",
            "segments",
            "effective_from",
            "effective_to",
            "parent_id");
    private static final Set<String> ABOVE = Set.of("title", "parent_id");
    /** No tree is deeper, and a circle ends here too. */
    private static final int DEEPEST = 12;

    private final Records records;

    EntrySource(Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    @Override
    public Map<UUID, SourceText> of(Collection<UUID> ids) {
        var found = read("id", ids, FIELDS);
        var above = above(found);
        var products = products(found);
        var texts = new LinkedHashMap<UUID, SourceText>();
        for (var row : found) {
            var path = new LinkedList<String>();
            var seen = new HashSet<UUID>();
            var at = parent(row);
            while (at != null && seen.add(at) && above.get(at) instanceof RecordData node) {
                path.addFirst(String.valueOf(node.values().get("title")));
                at = parent(node);
            }
            path.addAll(0, productsOf(row, products));
            texts.put(row.id(), EntryText.of(row.id(), row.version(), row.values(), path));
        }
        return texts;
    }

    /** Titles above are part of what nodes are found by. */
    @Override
    public Collection<UUID> led(Collection<UUID> changed) {
        var all = new LinkedHashSet<UUID>();
        Collection<UUID> level = changed;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            level = read("parent_id", level, ABOVE).stream()
                    .map(RecordData::id)
                    .filter(id -> !all.contains(id))
                    .toList();
            all.addAll(level);
        }
        return all;
    }

    private Map<UUID, RecordData> above(List<RecordData> entries) {
        var known = new HashMap<UUID, RecordData>();
        Set<UUID> wanted = parents(entries);
        for (int depth = 0; depth < DEEPEST && !wanted.isEmpty(); depth++) {
            var level = read("id", wanted, ABOVE);
            level.forEach(row -> known.put(row.id(), row));
            wanted = parents(level);
            wanted.removeAll(known.keySet());
        }
        return known;
    }

    private static Set<UUID> parents(List<RecordData> entries) {
        return entries.stream()
                .map(EntrySource::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable UUID parent(RecordData row) {
        return row.reference("parent_id");
    }

    private Map<UUID, String> products(List<RecordData> entries) {
        var ids = entries.stream().flatMap(EntrySource::productIds).collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        all("product", "id", ids, Set.of("name")).forEach(product -> names.put(product.id(), product.title()));
        return names;
    }

    private static Stream<UUID> productIds(RecordData row) {
        return row.values().get("product_ids") instanceof List<?> ids
                ? ids.stream().map(id -> UUID.fromString(id.toString()))
                : Stream.empty();
    }

    private static List<String> productsOf(RecordData row, Map<UUID, String> products) {
        var names =
                productIds(row).filter(products::containsKey).map(products::get).toList();
        return names.isEmpty() ? List.of() : List.of(String.join(", ", names));
    }

    private List<RecordData> read(String field, Collection<UUID> ids, Set<String> fields) {
        return all(ContextEntry.TYPE, field, ids, fields);
    }

    private List<RecordData> all(String type, String field, Collection<UUID> ids, Set<String> fields) {
        var found = new ArrayList<RecordData>();
        @Nullable String cursor = null;
        do {
            if (ids.isEmpty()) {
                return found;
            }
            var page = records.page(RecordQuery.of(type)
                    .where(Filter.in(field, List.copyOf(ids)))
                    .showing(fields)
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            found.addAll(page.data());
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
