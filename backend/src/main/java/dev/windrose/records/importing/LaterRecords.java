package dev.windrose.records.importing;

import dev.windrose.records.FieldKind;
import dev.windrose.records.TextKey;
import dev.windrose.records.importing.LaterStore.Same;
import dev.windrose.records.importing.column.CrmId;
import dev.windrose.records.importing.column.Lookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a dry run knows of the files of its set that run before: the records that they would make. */
@Component
class LaterRecords {

    /** Begins a value that is no id yet but tells which row would make the record. */
    static final String MARK = "later:";

    private final ImportStore imports;
    private final LaterStore store;
    private final TransactionTemplate transaction;

    LaterRecords(ImportStore imports, LaterStore store, TransactionTemplate transaction) {
        this.imports = imports;
        this.store = store;
        this.transaction = transaction;
    }

    /** The record that a row will be, as an earlier file would leave it. */
    record Made(String from, Map<String, Object> values) {}

    /** The checked files that run before this one. */
    List<Import> before(Import file) {
        if (file.setId() == null) {
            return List.of();
        }
        return transaction.execute(status -> {
            var before = new ArrayList<Import>();
            for (var other : imports.ofSet(file.setId())) {
                if (other.id().equals(file.id())) {
                    break;
                }
                if (other.status() == ImportStatus.CHECKED && store.laidDown(other.id())) {
                    before.add(other);
                }
            }
            return before;
        });
    }

    /**
     * What a record would be called by then.
     *
     * @param there whether it is there, under another name
     */
    private record Called(boolean there, String from, String title, Set<String> ids) {

        /** A later file may give it another name. */
        Called then(Called now) {
            var all = new LinkedHashSet<>(ids);
            all.addAll(now.ids);
            return new Called(there, from, now.title.isBlank() ? title : now.title, all);
        }
    }

    /** Lets the columns of the file know the names and ids of records that are not there yet. */
    void teach(Target target, List<Import> before) {
        var ofType = new HashMap<String, Map<UUID, Called>>();
        for (var column : target.columns()) {
            var field = column.field();
            var lookup = column.lookup();
            if (field != null && lookup != null && field.kind() == FieldKind.REFERENCE) {
                teach(lookup, ofType.computeIfAbsent(String.valueOf(field.ref()), type -> called(type, before)));
            }
        }
    }

    private static void teach(Lookup lookup, Map<UUID, Called> all) {
        var renamed = new HashMap<String, String>();
        all.forEach((id, called) -> {
            if (called.there() && !called.title().isBlank()) {
                renamed.put(id.toString(), called.title());
            }
        });
        lookup.rename(renamed);
        all.forEach((id, called) -> {
            if (!called.there()) {
                String value = MARK + id + " " + called.from();
                lookup.later(called.title(), value);
                called.ids().forEach(word -> lookup.alias(word, value));
            }
        });
    }

    private Map<UUID, Called> called(String type, List<Import> before) {
        var called = new LinkedHashMap<UUID, Called>();
        for (var other : before) {
            if (other.recordType().equals(type)) {
                transaction.executeWithoutResult(status -> store.each(
                        other.id(),
                        rows -> rows.forEach(row -> called.merge(row.record(), called(other, row), Called::then))));
            }
        }
        return called;
    }

    private static Called called(Import other, LaterStore.Row row) {
        var ids = new LinkedHashSet<String>();
        if (row.externalId() != null) {
            ids.add(row.externalId());
        }
        if (row.values().get(other.recordType() + "_id") instanceof String own) {
            ids.add(own);
        }
        return new Called(row.state() == RowState.KNOWN, from(other, row), title(other, row), ids);
    }

    /** The name that the row gives; empty where it gives none. */
    private static String title(Import other, LaterStore.Row row) {
        for (String field : List.of("name", "title")) {
            String policy = other.mappingOrSuggestion().policyOf().getOrDefault(field, "always");
            boolean written = row.state() == RowState.NEW
                    ? policy.equals("always") || policy.equals("create") || policy.equals("fill_empty")
                    : policy.equals("always") || policy.equals("update");
            if (row.values().get(field) instanceof String name) {
                return written ? name : "";
            }
        }
        return "";
    }

    /** Which row would make the record of a marked value. */
    static @Nullable String from(@Nullable Object value) {
        return value instanceof String text && text.startsWith(MARK) ? text.substring(text.indexOf(' ') + 1) : null;
    }

    private static String from(Import file, LaterStore.Row row) {
        return "Will be created by %s, row %d.".formatted(file.fileName(), row.line());
    }

    /** Finds the rows whose record an earlier file would make. */
    void match(Import file, Target target, List<Import> before) {
        var key = target.key();
        var ofType = before.stream()
                .filter(other -> other.recordType().equals(file.recordType()))
                .toList();
        if (key == null || key.fuzzy() || ofType.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            store.prepare(file.id());
            for (var other : ofType) {
                store.each(other.id(), rows -> store.match(file.id(), same(key, other, rows)));
            }
        });
    }

    private static List<Same> same(MatchKey key, Import other, List<LaterStore.Row> rows) {
        var same = new ArrayList<Same>();
        for (var row : rows) {
            if (row.state() != RowState.NEW) {
                continue;
            }
            String found = !key.external()
                    ? key.of(row.values())
                    : row.externalId() == null ? null : TextKey.of(CrmId.of(row.externalId()));
            if (found != null) {
                same.add(new Same(found, row.record(), from(other, row)));
            }
        }
        return same;
    }

    /** Needs a transaction. */
    Map<Long, Made> made(Import file, List<StagedRow> rows, List<Import> before) {
        var later = rows.stream().filter(row -> row.state() == RowState.LATER).toList();
        if (later.isEmpty()) {
            return Map.of();
        }
        var values = values(file, later.stream().map(StagedRow::record).toList(), before);
        var from = store.from(
                file.id(), later.getFirst().number() - 1, later.getLast().number());
        var made = new LinkedHashMap<Long, Made>();
        later.forEach(row -> made.put(
                row.number(),
                new Made(from.getOrDefault(row.number(), ""), values.getOrDefault(row.record(), Map.of()))));
        return made;
    }

    /** By its id to be, what a record would have that earlier files make. Needs a transaction. */
    Map<UUID, Map<String, Object>> values(Import file, List<UUID> ids, List<Import> before) {
        var values = new LinkedHashMap<UUID, Map<String, Object>>();
        before.stream()
                .filter(other -> other.recordType().equals(file.recordType()))
                .forEach(other -> store.values(other.id(), ids)
                        .forEach((id, some) -> values.computeIfAbsent(id, _ -> new LinkedHashMap<>())
                                .putAll(some)));
        return values;
    }
}
