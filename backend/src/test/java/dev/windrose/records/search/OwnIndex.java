package dev.windrose.records.search;

import dev.windrose.events.EventTail;
import dev.windrose.llm.Embeddings;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.process.RecentRequests;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** An index of its own in some folder, kept as a second process would keep it. */
final class OwnIndex implements AutoCloseable {

    final SearchIndexes indexes;
    final FollowLog follow;
    final KeepIndex keep;
    final RebuildIndex rebuild;
    final Meanings meanings;
    final FollowTitles titles;

    private OwnIndex(Path folder, int atOnce) {
        var tail = Workspaces.bean(EventTail.class);
        var store = Workspaces.bean(SearchStore.class);
        var descriptors = Workspaces.bean(Descriptors.class);
        indexes = new SearchIndexes(new ProcessSettings(0, "127.0.0.1", null, folder, null, 0, "windrose", false));
        var settings = new SearchSettings(Duration.ofMillis(200), Duration.ofHours(24), 500);
        meanings = new Meanings(
                Workspaces.bean(Embeddings.class),
                store,
                descriptors,
                Workspaces.bean(AccessSql.class),
                new Idle(new RecentRequests(), tail),
                settings);
        var put = new PutRecords(store, indexes, meanings);
        titles = new FollowTitles(descriptors, store, put, indexes, atOnce);
        follow = new FollowLog(
                tail, new ApplyEvents(store, descriptors, put, titles, new RefreshTypes(indexes, store)), indexes);
        rebuild = new RebuildIndex(store, descriptors);
        keep = new KeepIndex(indexes, store, follow, rebuild, meanings, settings, Workspaces.bean(Clock.class));
    }

    static OwnIndex start(Path folder) {
        return start(folder, 4_000);
    }

    /** @param atOnce how many linking records are read with the event that tells of a new title */
    static OwnIndex start(Path folder, int atOnce) {
        var index = new OwnIndex(folder, atOnce);
        index.keep.start();
        index.keep.begin();
        return index;
    }

    /** Waits until all that was written before is in it. */
    SearchIndex settled() {
        long now = System.nanoTime();
        SearchWorld.eventually(() -> follow.reached(now, Duration.ofSeconds(1))
                && indexes.answering().filter(SearchIndex::complete).isPresent());
        return indexes.answering().orElseThrow();
    }

    /** What a process that is killed at this moment leaves on the disk. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.exists(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Override
    public void close() {
        keep.stop();
        titles.destroy();
    }

    /** Every word of every record of a workspace. */
    static Map<UUID, TreeSet<String>> dump(SearchIndex index, TenantId tenant) {
        return index.search(searcher -> {
            var all = new HashMap<UUID, TreeSet<String>>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                var ids = ids(leaf.reader(), tenant);
                ids.values().forEach(id -> all.put(id, new TreeSet<>()));
                for (String field : new String[] {
                    SearchDocument.TITLE,
                    SearchDocument.EXACT,
                    SearchDocument.TEXT,
                    SearchDocument.LINK,
                    SearchDocument.START,
                    SearchDocument.BY_FIELD
                }) {
                    words(leaf.reader(), field, ids, all);
                }
            }
            return all;
        });
    }

    private static Map<Integer, UUID> ids(LeafReader reader, TenantId tenant) throws IOException {
        var found = new HashMap<Integer, UUID>();
        var terms = reader.terms(SearchDocument.TENANT);
        if (terms != null) {
            var each = terms.iterator();
            if (each.seekExact(RecordKey.tenant(tenant))) {
                var documents = each.postings(null);
                while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    int document = documents.docID();
                    if (reader.getLiveDocs() == null || reader.getLiveDocs().get(document)) {
                        var values = DocValues.getBinary(reader, SearchDocument.ID);
                        values.advanceExact(document);
                        found.put(document, RecordKey.id(values.binaryValue()));
                    }
                }
            }
        }
        return found;
    }

    private static void words(LeafReader reader, String field, Map<Integer, UUID> ids, Map<UUID, TreeSet<String>> all)
            throws IOException {
        var terms = reader.terms(field);
        if (terms == null) {
            return;
        }
        var each = terms.iterator();
        for (BytesRef word = each.next(); word != null; word = each.next()) {
            var documents = each.postings(null);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                UUID id = ids.get(documents.docID());
                if (id != null) {
                    all.get(id).add(field + ":" + word.utf8ToString());
                }
            }
        }
    }
}
