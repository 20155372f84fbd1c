package dev.windrose.records.search;

import dev.windrose.llm.Embeddings;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Texts by what they mean: a vector for each part of the text of a record. */
final class MeaningIndex implements AutoCloseable {

    private static final String VECTOR = "meaning";
    private static final String HASH = "hash";
    private static final double MEGABYTES = 24;
    /** Vectors are linked anew in memory where files are joined: about a hundred thousand at a time. */
    private static final double LARGEST = 192;
    /** Where texts have several parts, so many more are looked at. */
    private static final int PARTS = 2;
    /** A text longer than that many parts is known by its beginning. */
    static final int MOST_PARTS = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final Searchers searchers;

    MeaningIndex(Path folder) throws IOException {
        directory = SmallFilesInMemory.over(new MMapDirectory(folder));
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(2, 1);
        var policy = new TieredMergePolicy();
        policy.setForceMergeDeletesPctAllowed(0);
        policy.setMaxMergedSegmentMB(LARGEST);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setRAMBufferSizeMB(MEGABYTES)
                        .setMergeScheduler(merges)
                        .setMergePolicy(policy));
        searchers = new Searchers(writer);
    }

    /** @param similarity the cosine of the two texts */
    record Near(String type, UUID id, float similarity) {}

    /** @param vectors of the parts of its text, in their order */
    void put(TenantId tenant, String type, UUID id, long hash, List<float[]> vectors) {
        try {
            writer.updateDocuments(
                    RecordKey.term(tenant, type, id),
                    vectors.stream()
                            .map(vector -> document(tenant, type, id, hash, vector))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(TenantId tenant, String type, UUID id, long hash, float[] vector) {
        var document = new Document();
        document.add(new StringField(SearchDocument.KEY, RecordKey.of(tenant, type, id), StringField.Store.NO));
        document.add(new StringField(SearchDocument.TENANT, RecordKey.tenant(tenant), StringField.Store.NO));
        document.add(new StringField(SearchDocument.TYPE, type, StringField.Store.NO));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.COSINE));
        document.add(new BinaryDocValuesField(SearchDocument.ID, RecordKey.bytes(id)));
        document.add(new SortedDocValuesField(SearchDocument.KIND, new BytesRef(type)));
        document.add(new NumericDocValuesField(HASH, hash));
        return document;
    }

    void remove(TenantId tenant, String type, Iterable<UUID> ids) {
        try {
            for (UUID id : ids) {
                writer.deleteDocuments(RecordKey.term(tenant, type, id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the texts that were read, for those of the records of which one was; after {@link #refresh} of the very newest. */
    Map<UUID, Long> hashes(TenantId tenant, String type, Collection<UUID> ids) {
        return search(searcher -> {
            var known = new HashMap<UUID, Long>();
            for (UUID id : ids) {
                var found = searcher.search(new TermQuery(RecordKey.term(tenant, type, id)), 1);
                if (found.scoreDocs.length > 0) {
                    int document = found.scoreDocs[0].doc;
                    var leaves = searcher.getIndexReader().leaves();
                    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
                    var hashes = DocValues.getNumeric(leaf.reader(), HASH);
                    if (hashes.advanceExact(document - leaf.docBase)) {
                        known.put(id, hashes.longValue());
                    }
                }
            }
            return known;
        });
    }

    /** The vectors of the parts of its text; none where it was not read. */
    List<float[]> vectors(TenantId tenant, String type, UUID id) {
        return search(searcher -> {
            var vectors = new ArrayList<float[]>();
            var found = searcher.search(new TermQuery(RecordKey.term(tenant, type, id)), MOST_PARTS);
            var leaves = searcher.getIndexReader().leaves();
            for (var each : found.scoreDocs) {
                var leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
                var values = leaf.reader().getFloatVectorValues(VECTOR);
                if (values != null) {
                    var at = values.iterator();
                    if (at.advance(each.doc - leaf.docBase) == each.doc - leaf.docBase) {
                        vectors.add(values.vectorValue(at.index()).clone());
                    }
                }
            }
            return vectors;
        });
    }

    /** Each record by the part that is nearest, the nearest first. */
    List<Near> near(TenantId tenant, List<String> types, float[] vector, int most) {
        if (vector.length != Embeddings.DIMENSION) {
            return List.of();
        }
        var any = new BooleanQuery.Builder();
        types.forEach(type -> any.add(new TermQuery(new Term(SearchDocument.TYPE, type)), Occur.SHOULD));
        var filter = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(SearchDocument.TENANT, RecordKey.tenant(tenant))), Occur.FILTER)
                .add(any.build(), Occur.FILTER)
                .build();
        return search(searcher -> {
            int looked = most * PARTS;
            var found = searcher.search(new KnnFloatVectorQuery(VECTOR, vector, looked, filter), looked);
            var near = new LinkedHashMap<UUID, Near>();
            for (var each : found.scoreDocs) {
                var one = near(searcher, each);
                if (one != null && near.size() < most) {
                    near.putIfAbsent(one.id, one);
                }
            }
            return List.copyOf(near.values());
        });
    }

    private static @Nullable Near near(IndexSearcher searcher, ScoreDoc found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        var ids = DocValues.getBinary(leaf.reader(), SearchDocument.ID);
        var kinds = DocValues.getSorted(leaf.reader(), SearchDocument.KIND);
        int place = found.doc - leaf.docBase;
        if (!ids.advanceExact(place) || !kinds.advanceExact(place)) {
            return null;
        }
        return new Near(
                kinds.lookupOrd(kinds.ordValue()).utf8ToString(), RecordKey.id(ids.binaryValue()), 2 * found.score - 1);
    }

    /** How many parts of texts. */
    int documents() {
        return writer.getDocStats().numDocs;
    }

    /** Those that are gone and still in the files. */
    int deleted() {
        return search(searcher -> searcher.getIndexReader().numDeletedDocs());
    }

    /** Nothing of what was read counts any more. */
    void clear() {
        try {
            writer.deleteAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commit();
    }

    boolean open() {
        return writer.isOpen();
    }

    void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    /** Lets searches see what was written. */
    void refresh() {
        searchers.refresh();
    }

    void forget() {
        try {
            writer.forceMergeDeletes(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commit();
    }

    private <T> T search(Searchers.Searching<T> work) {
        return searchers.search(work);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
