package dev.windrose.context.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Questions to the index. */
final class ChunkQuery {

    private static final float HEADING = 0.9f;
    private static final float ALIKE = 0.4f;

    private static final int MANY = 5_000;
    /** By the very set, which is asked with again for some seconds: sorting many names takes longer than a search. */
    private static final Cache<Set<UUID>, Query> KNOWN =
            Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

    private ChunkQuery() {}

    /** What may be found at all. */
    static Query scope(ChunkScope scope) {
        if (scope.empty()) {
            return new MatchNoDocsQuery("nothing may be seen");
        }
        var all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(ChunkDocument.TENANT, ChunkDocument.tenant(scope.tenant()))), Occur.FILTER);
        all.add(sources(scope), Occur.FILTER);
        if (scope.levels().size() < ChunkScope.ALL_LEVELS.size()) {
            all.add(any(ChunkDocument.LEVEL, scope.levels()), Occur.FILTER);
        }
        scope.hiddenFields()
                .forEach(field -> all.add(new TermQuery(new Term(ChunkDocument.FIELD, field)), Occur.MUST_NOT));
        if (!scope.categories().isEmpty()) {
            all.add(any(ChunkDocument.CATEGORY, scope.categories()), Occur.FILTER);
        }
        if (scope.product() != null) {
            all.add(any(ChunkDocument.PRODUCT, List.of(scope.product(), ChunkDocument.ANY)), Occur.FILTER);
        }
        if (scope.segment() != null) {
            all.add(any(ChunkDocument.SEGMENT, List.of(scope.segment(), ChunkDocument.ANY)), Occur.FILTER);
        }
        if (scope.language() != null) {
            all.add(any(ChunkDocument.LANGUAGE, List.of(scope.languageTag(), ChunkDocument.ANY)), Occur.FILTER);
        }
        if (scope.liveOn() != null) {
            long day = scope.liveOn().toEpochDay();
            all.add(new TermQuery(new Term(ChunkDocument.LIVE, "1")), Occur.FILTER);
            all.add(LongPoint.newRangeQuery(ChunkDocument.FROM, Long.MIN_VALUE, day), Occur.FILTER);
            all.add(LongPoint.newRangeQuery(ChunkDocument.TO, day, Long.MAX_VALUE), Occur.FILTER);
        }
        return all.build();
    }

    private static Query sources(ChunkScope scope) {
        var any = new BooleanQuery.Builder();
        if (!scope.open().isEmpty()) {
            any.add(any(ChunkDocument.TYPE, scope.open()), Occur.SHOULD);
        }
        scope.some().forEach((type, ids) -> {
            if (!ids.isEmpty()) {
                any.add(
                        ids.size() < MANY ? these(scope, type, ids) : KNOWN.get(ids, _ -> these(scope, type, ids)),
                        Occur.SHOULD);
            }
        });
        return any.build();
    }

    private static Query these(ChunkScope scope, String type, Set<UUID> ids) {
        return new TermInSetQuery(
                ChunkDocument.SOURCE,
                ids.stream()
                        .map(id -> ChunkDocument.source(scope.tenant(), type, id))
                        .toList());
    }

    private static Query any(String field, Collection<String> values) {
        if (values.size() == 1) {
            return new TermQuery(new Term(field, values.iterator().next()));
        }
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Any of the words, in the text or in its headings; words alike count less. */
    static Query words(Set<String> words, Set<String> alike, Query scope) {
        var any = new BooleanQuery.Builder();
        words.forEach(word -> add(word, 1, any));
        alike.forEach(word -> add(word, ALIKE, any));
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(scope, Occur.FILTER)
                .build();
    }

    private static void add(String word, float weight, BooleanQuery.Builder to) {
        to.add(new BoostQuery(new TermQuery(new Term(ChunkDocument.TEXT, word)), weight), Occur.SHOULD);
        to.add(new BoostQuery(new TermQuery(new Term(ChunkDocument.HEADING, word)), HEADING * weight), Occur.SHOULD);
    }
}
