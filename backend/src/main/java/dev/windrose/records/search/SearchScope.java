package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.search.FindCandidates.Pass;
import dev.windrose.records.search.FindQuery.Links;
import dev.windrose.records.search.SearchField.Weight;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Descriptors descriptors;

    SearchScope(AccessSql access, AccessChecks checks, Descriptors descriptors) {
        this.access = access;
        this.checks = checks;
        this.descriptors = descriptors;
    }

    Query words(List<Slot> slots, List<Descriptor> types, Pass pass) {
        return words(slots, types, pass, false);
    }

    /** What only titles of linked records say, some of which the actor may not see: each has to be looked at. Empty where it sees all. */
    Optional<Query> perhaps(List<Slot> slots, List<Descriptor> types, Pass pass) {
        boolean any = pass.linked()
                && types.stream()
                        .anyMatch(type -> shown(type).size() > seen(type).size());
        return any
                ? Optional.of(new BooleanQuery.Builder()
                        .add(words(slots, types, pass, true), Occur.MUST)
                        .add(words(slots, types, pass, false), Occur.MUST_NOT)
                        .build())
                : Optional.empty();
    }

    /**
     * Types with hidden fields are searched field by field, all others at once.
     *
     * @param unsure also by titles of which the actor may not see all
     */
    private Query words(List<Slot> slots, List<Descriptor> types, Pass pass, boolean unsure) {
        var partly = new HashMap<Descriptor, List<SearchField>>();
        for (var type : types) {
            var hidden = access.hidden(type);
            if (found(type).stream()
                    .anyMatch(field -> hidden.contains(field.field().name()))) {
                partly.put(
                        type,
                        (unsure ? shown(type) : seen(type))
                                .stream()
                                        .filter(field -> pass.linked() || field.weight() != Weight.LINK)
                                        .toList());
            }
        }
        var whole = FindQuery.anywhere(pass.linked() ? links(types, unsure) : Links.NONE, pass.misspelt())
                .of(slots, pass.missing());
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

    /** The fields by which the actor may find records of the type, whichever they are. */
    private List<SearchField> seen(Descriptor type) {
        return shown(type).stream()
                .filter(field -> field.weight() != Weight.LINK
                        || target(field).filter(access::seesAll).isPresent())
                .toList();
    }

    /** The fields of which the actor may read what they say; of links, where it sees the linked record. */
    List<SearchField> shown(Descriptor type) {
        var hidden = access.hidden(type);
        return found(type).stream()
                .filter(field -> !hidden.contains(field.field().name()))
                .filter(field -> field.weight() != Weight.LINK || showsTitles(field))
                .toList();
    }

    /** Being found by a link tells what the linked record is called. */
    private boolean showsTitles(SearchField link) {
        return target(link)
                .filter(target -> !access.hidden(target).contains(target.titleField()))
                .isPresent();
    }

    private Optional<Descriptor> target(SearchField link) {
        return Optional.ofNullable(link.field().ref()).flatMap(descriptors::find);
    }

    /** Fields of one name may link to different types; the name counts only where all of them may be asked. */
    private Links links(List<Descriptor> types, boolean unsure) {
        if (access.seesEverything() && !access.hidesAnything()) {
            return new Links(true, Set.of());
        }
        var open = new TreeSet<String>();
        var closed = new HashSet<String>();
        for (var type : types) {
            var seen = unsure ? shown(type) : seen(type);
            found(type).stream()
                    .filter(field -> field.weight() == Weight.LINK)
                    .forEach(field -> (seen.contains(field) ? open : closed)
                            .add(field.field().name()));
        }
        // What is not sure is looked at record by record, each in the fields of its own type.
        if (!unsure) {
            open.removeAll(closed);
        }
        return new Links(false, open);
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
