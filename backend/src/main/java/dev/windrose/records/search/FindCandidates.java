package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.search.BestByType.Best;
import dev.windrose.records.search.OpenedStore.Opened;
import java.time.Clock;
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

/** Asks the index. First strictly; where that finds little, for misspelt and then for fewer words. */
@Component
class FindCandidates {

    private static final int WHILE_TYPING = 100;
    private static final int COUNTED = 1_000;
    /** Of each type, records that are found by titles which the actor may not see. */
    private static final int LOOKED_AT = 400;
    /** So many results leave no wish for misspelt ones. */
    private static final int ENOUGH = 5;

    private final SearchIndexes indexes;
    private final SearchScope scope;
    private final SynonymWords synonyms;
    private final OpenedRecords opened;
    private final RefreshTypes refresh;
    private final Descriptors descriptors;
    private final Clock clock;

    FindCandidates(
            SearchIndexes indexes,
            SearchScope scope,
            SynonymWords synonyms,
            OpenedRecords opened,
            RefreshTypes refresh,
            Descriptors descriptors,
            Clock clock) {
        this.refresh = refresh;
        this.descriptors = descriptors;
        this.indexes = indexes;
        this.scope = scope;
        this.synonyms = synonyms;
        this.opened = opened;
        this.clock = clock;
    }

    /**
     * How forgiving the question is.
     *
     * @param missing how many of the words may be missing
     * @param linked whether titles of linked records count
     */
    record Pass(boolean misspelt, int missing, boolean linked) {}

    /**
     * What was found.
     *
     * @param slots what was looked for
     * @param perhaps what also counts where the actor sees the linked records that say it
     */
    record Candidates(List<Slot> slots, Map<String, Best> best, Map<String, Best> perhaps, Pass pass) {}

    Candidates of(SearchRequest request, List<Descriptor> types) {
        var slots = ReadTyped.of(request.text(), synonyms.current(), request.typing());
        // One word, still being typed, means the record itself, not all that belongs to it.
        boolean linked = !request.typing() || slots.size() > 1;
        var pass = new Pass(false, 0, linked);
        refresh.saw(descriptors.all());
        if (slots.isEmpty() || types.isEmpty()) {
            return new Candidates(slots, Map.of(), Map.of(), pass);
        }
        int most = request.typing() ? WHILE_TYPING : COUNTED;
        int enough = request.typing() ? request.limit() : ENOUGH;
        var boosts = opened.newest();
        var best = ask(slots, types, boosts, pass, most);
        if (count(best) < enough) {
            pass = new Pass(true, 0, linked);
            best = ask(slots, types, boosts, pass, most);
        }
        if (count(best) == 0 && slots.size() > 2) {
            pass = new Pass(true, 1, linked);
            best = ask(slots, types, boosts, pass, most);
        }
        return new Candidates(slots, best, perhaps(slots, types, pass), pass);
    }

    private Map<String, Best> perhaps(List<Slot> slots, List<Descriptor> types, Pass pass) {
        return scope.perhaps(slots, types, pass)
                .map(words -> ask(types, LOOKED_AT, query(words, types, List.of())))
                .orElse(Map.of());
    }

    /** More of one type, where too few of the best may be seen. */
    Best deeper(Candidates found, Descriptor type, int most) {
        return ask(found.slots(), List.of(type), List.of(), found.pass(), most)
                .getOrDefault(type.name(), new Best(List.of(), 0));
    }

    private static int count(Map<String, Best> best) {
        return best.values().stream().mapToInt(Best::count).sum();
    }

    private Map<String, Best> ask(List<Slot> slots, List<Descriptor> types, List<Opened> boosts, Pass pass, int most) {
        return ask(types, most, query(scope.words(slots, types, pass), types, boosts));
    }

    private Map<String, Best> ask(List<Descriptor> types, int most, Query query) {
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

    private Query query(Query words, List<Descriptor> types, List<Opened> boosts) {
        var tenant = ActorScope.current().tenant();
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(SearchDocument.TENANT, RecordKey.tenant(tenant))), Occur.FILTER)
                .add(words, Occur.MUST);
        scope.only(types).ifPresent(only -> query.add(only, Occur.FILTER));
        for (var each : boosts) {
            query.add(
                    new BoostQuery(
                            new ConstantScoreQuery(new TermQuery(RecordKey.term(tenant, each.type(), each.id()))),
                            OpenedRecords.weight(each, clock.instant())),
                    Occur.SHOULD);
        }
        return query.build();
    }
}
