package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.search.BestByType.Best;
import dev.windrose.records.search.OpenedStore.Opened;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.springframework.stereotype.Component;

/** Asks the index, in the fields that the actor sees only. First strictly; where that finds little, for misspelt and then for fewer words. */
@Component
class FindCandidates {

    private static final int WHILE_TYPING = 100;
    private static final int COUNTED = 1_000;
    private static final int FEW_TYPES = 4;
    /** So many results leave no wish for misspelt ones. */
    private static final int ENOUGH = 5;

    private final SearchIndexes indexes;
    private final AccessSql access;
    private final SynonymWords synonyms;
    private final OpenedRecords opened;
    private final Clock clock;

    FindCandidates(SearchIndexes indexes, AccessSql access, SynonymWords synonyms, OpenedRecords opened, Clock clock) {
        this.indexes = indexes;
        this.access = access;
        this.synonyms = synonyms;
        this.opened = opened;
        this.clock = clock;
    }

    /** @param slots what was looked for */
    record Candidates(List<Slot> slots, Map<String, Best> best) {}

    Candidates of(SearchRequest request, List<Descriptor> types) {
        var slots = ReadTyped.of(request.text(), synonyms.current(), request.typing());
        if (slots.isEmpty() || types.isEmpty()) {
            return new Candidates(slots, Map.of());
        }
        int most = most(request);
        var boosts = opened.newest();
        var best = ask(query(slots, types, boosts, false, 0), types, most);
        int enough = request.typing() ? request.limit() : ENOUGH;
        if (count(best) < enough) {
            best = ask(query(slots, types, boosts, true, 0), types, most);
        }
        if (count(best) == 0 && slots.size() > 2) {
            best = ask(query(slots, types, boosts, true, 1), types, most);
        }
        return new Candidates(slots, best);
    }

    private static int most(SearchRequest request) {
        return request.typing() ? WHILE_TYPING : COUNTED;
    }

    private static int count(Map<String, Best> best) {
        return best.values().stream().mapToInt(Best::count).sum();
    }

    private Map<String, Best> ask(Query query, List<Descriptor> types, int most) {
        Set<String> names = types.stream().map(Descriptor::name).collect(Collectors.toSet());
        var collect = new BestByType(names, most, clock.instant().getEpochSecond());
        for (int attempt = 0; ; attempt++) {
            var index = indexes.answering();
            if (index.isEmpty()) {
                return Map.of();
            }
            try {
                return index.get()
                        .search(searcher -> searcher.search(query, collect))
                        .best();
            } catch (AlreadyClosedException replaced) {
                if (attempt == 2) {
                    throw replaced;
                }
            }
        }
    }

    private Query query(List<Slot> slots, List<Descriptor> types, List<Opened> boosts, boolean misspelt, int missing) {
        var query = new BooleanQuery.Builder();
        query.add(
                new TermQuery(new Term(
                        SearchDocument.TENANT,
                        RecordKey.tenant(ActorScope.current().tenant()))),
                Occur.FILTER);
        if (types.size() <= FEW_TYPES) {
            query.add(of(types), Occur.FILTER);
        }
        query.add(words(slots, types, misspelt, missing), Occur.MUST);
        var tenant = ActorScope.current().tenant();
        for (var each : boosts) {
            query.add(
                    new BoostQuery(
                            new ConstantScoreQuery(new TermQuery(RecordKey.term(tenant, each.type(), each.id()))),
                            OpenedRecords.weight(each, clock.instant())),
                    Occur.SHOULD);
        }
        return query.build();
    }

    /** Types with hidden fields are searched field by field, all others at once. */
    private Query words(List<Slot> slots, List<Descriptor> types, boolean misspelt, int missing) {
        var partly = new HashMap<Descriptor, List<SearchField>>();
        for (var type : types) {
            Set<String> hidden = access.hidden(type);
            var fields =
                    SearchField.of(type).stream().filter(SearchField::found).toList();
            var seen = fields.stream()
                    .filter(field -> !hidden.contains(field.field().name()))
                    .toList();
            if (seen.size() < fields.size()) {
                partly.put(type, seen);
            }
        }
        var whole = FindQuery.anywhere(misspelt).of(slots, missing);
        if (partly.isEmpty()) {
            return whole;
        }
        var any = new BooleanQuery.Builder();
        var others = new BooleanQuery.Builder().add(whole, Occur.MUST);
        partly.forEach((type, fields) -> {
            others.add(of(List.of(type)), Occur.MUST_NOT);
            if (!fields.isEmpty()) {
                any.add(
                        new BooleanQuery.Builder()
                                .add(of(List.of(type)), Occur.FILTER)
                                .add(FindQuery.in(fields, misspelt).of(slots, missing), Occur.MUST)
                                .build(),
                        Occur.SHOULD);
            }
        });
        return any.add(others.build(), Occur.SHOULD).build();
    }

    private static Query of(List<Descriptor> types) {
        if (types.size() == 1) {
            return new TermQuery(new Term(SearchDocument.TYPE, types.getFirst().name()));
        }
        var any = new BooleanQuery.Builder();
        types.forEach(type -> any.add(new TermQuery(new Term(SearchDocument.TYPE, type.name())), Occur.SHOULD));
        return any.build();
    }
}
