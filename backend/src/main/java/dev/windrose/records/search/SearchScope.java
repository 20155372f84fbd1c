package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.search.FindCandidates.Pass;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/** What of the index the actor in scope may ask: types, fields, and of types it reaches few records of, those records. */
@Component
class SearchScope {

    private static final int FEW_TYPES = 4;

    private final AccessSql access;
    private final AccessChecks checks;

    SearchScope(AccessSql access, AccessChecks checks) {
        this.access = access;
        this.checks = checks;
    }

    /** Types with hidden fields are searched field by field, all others at once. */
    Query words(List<Slot> slots, List<Descriptor> types, Pass pass) {
        var partly = new HashMap<Descriptor, List<SearchField>>();
        for (var type : types) {
            Set<String> hidden = access.hidden(type);
            var fields = found(type);
            var seen = fields.stream()
                    .filter(field -> !hidden.contains(field.field().name()))
                    .toList();
            if (seen.size() < fields.size()) {
                partly.put(type, seen);
            }
        }
        var whole = FindQuery.anywhere(pass.misspelt()).of(slots, pass.missing());
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
                                .add(FindQuery.in(fields, pass.misspelt()).of(slots, pass.missing()), Occur.MUST)
                                .build(),
                        Occur.SHOULD);
            }
        });
        return any.add(others.build(), Occur.SHOULD).build();
    }

    static List<SearchField> found(Descriptor type) {
        return SearchField.of(type).stream().filter(SearchField::found).toList();
    }

    /** The types, where they are few, and the records, where the actor reaches few: finding those among all others would take long. */
    Optional<Query> only(List<Descriptor> types) {
        var reached = new HashMap<Descriptor, Collection<UUID>>();
        for (var type : types) {
            checks.few(type).ifPresent(ids -> reached.put(type, ids));
        }
        if (reached.isEmpty()) {
            return types.size() <= FEW_TYPES ? Optional.of(of(types)) : Optional.empty();
        }
        var any = new BooleanQuery.Builder();
        var others = new BooleanQuery.Builder()
                .add(types.size() <= FEW_TYPES ? of(types) : new MatchAllDocsQuery(), Occur.MUST);
        var tenant = ActorScope.current().tenant();
        reached.forEach((type, ids) -> {
            others.add(of(List.of(type)), Occur.MUST_NOT);
            any.add(
                    new TermInSetQuery(
                            SearchDocument.KEY,
                            ids.stream()
                                    .map(id -> RecordKey.of(tenant, type.name(), id))
                                    .toList()),
                    Occur.SHOULD);
        });
        return Optional.of(any.add(others.build(), Occur.SHOULD).build());
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
