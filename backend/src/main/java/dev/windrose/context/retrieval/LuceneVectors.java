package dev.windrose.context.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.VectorUtil;

/** The index of this process. Where little may be found every vector is compared; else the graph of neighbours is walked. */
final class LuceneVectors implements VectorIndex {

    /** Comparing so many takes no longer than walking the graph past all that is not in scope, and leaves none out. */
    static final int FEW = 25_000;
    /** Of so many the graph finds nearly all of the nearest ten. */
    private static final int LEAST = 60;

    private final Supplier<Optional<ChunkIndex>> index;
    private final int few;

    LuceneVectors(Supplier<Optional<ChunkIndex>> index) {
        this(index, FEW);
    }

    /** @param few how many vectors are compared one by one at most */
    LuceneVectors(Supplier<Optional<ChunkIndex>> index, int few) {
        this.index = index;
        this.few = few;
    }

    @Override
    public List<Near> search(ChunkScope scope, String encoder, float[] vector, int most) {
        var open = index.get();
        if (open.isEmpty() || scope.empty()) {
            return List.of();
        }
        return open.get().search(searcher -> nearest(searcher, scope, ChunkDocument.VECTOR + encoder, vector, most));
    }

    private List<Near> nearest(IndexSearcher searcher, ChunkScope scope, String field, float[] vector, int most)
            throws IOException {
        var filter = ChunkQuery.scope(scope);
        var exact = exact(searcher, filter, field, vector, most);
        var found = exact != null
                ? exact
                : searcher.search(
                                new KnnFloatVectorQuery(field, vector, Math.max(LEAST, most), filter),
                                Math.max(LEAST, most))
                        .scoreDocs;
        var shown = found.length > most ? java.util.Arrays.copyOf(found, most) : found;
        var ids = ReadIds.of(searcher, shown);
        var near = new ArrayList<Near>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            near.add(new Near(ids.get(i), 2.0 * shown[i].score - 1));
        }
        return near;
    }

    /** Compares every vector in scope; null where those are many. */
    private ScoreDoc[] exact(IndexSearcher searcher, Query filter, String field, float[] vector, int most)
            throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
        var best = new PriorityQueue<ScoreDoc>(Comparator.comparingDouble(each -> each.score));
        int seen = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            var scorer = values == null ? null : weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            var live = leaf.reader().getLiveDocs();
            var documents = scorer.iterator();
            var vectors = values.iterator();
            for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
                if (live != null && !live.get(at)) {
                    continue;
                }
                if (vectors.docID() < at) {
                    vectors.advance(at);
                }
                if (vectors.docID() != at) {
                    continue;
                }
                if (++seen > few) {
                    return null;
                }
                float score = (1 + VectorUtil.dotProduct(vector, values.vectorValue(vectors.index()))) / 2;
                if (best.size() < most) {
                    best.add(new ScoreDoc(leaf.docBase + at, score));
                } else if (best.peek().score < score) {
                    best.poll();
                    best.add(new ScoreDoc(leaf.docBase + at, score));
                }
            }
        }
        var sorted = new ArrayList<>(best);
        sorted.sort(Comparator.comparingDouble((ScoreDoc each) -> each.score).reversed());
        return sorted.toArray(ScoreDoc[]::new);
    }
}
