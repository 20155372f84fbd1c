package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.TextSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.springframework.stereotype.Component;

/** Names the records of conditions on words, for the database to read again under the policies. */
@Component
class LookUpTexts implements TextSearch {

    /** Above it looking at every row costs no more: many of them fit. */
    private static final int MOST = 10_000;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final SearchIndexes indexes;
    private final FollowLog follow;
    private final SynonymWords synonyms;

    LookUpTexts(SearchIndexes indexes, FollowLog follow, SynonymWords synonyms) {
        this.indexes = indexes;
        this.follow = follow;
        this.synonyms = synonyms;
    }

    @Override
    public Optional<List<UUID>> containing(Descriptor type, FieldDescriptor field, String text) {
        var pieces = pieces(text);
        boolean helps = !pieces.isEmpty()
                && text.codePoints().noneMatch(Scripts::written)
                && field.maxLength() <= SearchStore.LONGEST
                && SearchField.of(type, field).filter(SearchField::itself).isPresent();
        return helps && current() ? ids(type, inside(field, pieces)) : Optional.empty();
    }

    @Override
    public List<UUID> matching(Descriptor type, FieldDescriptor field, String words) {
        var searched = SearchField.of(type, field)
                .filter(SearchField::itself)
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FILTER, "%s is not searched.".formatted(field.label()), field.name()));
        if (!current()) {
            throw new AppException(
                    CommonError.UNAVAILABLE, "The search is being rebuilt; this condition works again afterwards.");
        }
        var slots = ReadTyped.of(words, synonyms.current(), true);
        if (slots.isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "Letters or digits are needed.", field.name());
        }
        return ids(type, FindQuery.in(List.of(searched), true).of(slots, 0))
                .orElseThrow(() -> new AppException(
                        CommonError.TOO_LARGE,
                        "More than %,d records match \"%s\"; add a word.".formatted(MOST, words),
                        field.name()));
    }

    /** Whether everything written so far is in the index. */
    private boolean current() {
        return indexes.answering().filter(SearchIndex::complete).isPresent()
                && follow.reached(System.nanoTime(), PATIENCE);
    }

    /** Of a text cut at its edges only the longest piece is sure to lie within one word. */
    private static List<String> pieces(String text) {
        return Words.of(text).stream()
                .filter(word -> !joined(text, word))
                .map(Word::text)
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(2)
                .toList();
    }

    private static boolean joined(String text, Word word) {
        return text.substring(word.from(), word.to())
                .codePoints()
                .anyMatch(letter -> !Character.isLetterOrDigit(letter)
                        && Character.getType(letter) != Character.NON_SPACING_MARK
                        && Character.getType(letter) != Character.COMBINING_SPACING_MARK);
    }

    private static Query inside(FieldDescriptor field, List<String> pieces) {
        var all = new BooleanQuery.Builder();
        for (String piece : pieces) {
            Automaton word = Operations.concatenate(List.of(
                    Automata.makeString(field.name() + SearchDocument.SEPARATOR),
                    Automata.makeAnyString(),
                    Automata.makeString(piece),
                    Automata.makeAnyString()));
            all.add(
                    new AutomatonQuery(
                            new Term(SearchDocument.BY_FIELD, piece),
                            Operations.determinize(word, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)),
                    Occur.FILTER);
        }
        return all.build();
    }

    private Optional<List<UUID>> ids(Descriptor type, Query words) {
        var query = new BooleanQuery.Builder()
                .add(
                        new TermQuery(new Term(
                                SearchDocument.TENANT,
                                RecordKey.tenant(ActorScope.current().tenant()))),
                        Occur.FILTER)
                .add(new TermQuery(new Term(SearchDocument.TYPE, type.name())), Occur.FILTER)
                .add(words, Occur.FILTER)
                .build();
        var index = indexes.answering();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        return index.get().search(searcher -> {
            var found = searcher.search(query, MOST + 1, Sort.INDEXORDER);
            if (found.scoreDocs.length > MOST) {
                return Optional.empty();
            }
            var ids = new ArrayList<UUID>(found.scoreDocs.length);
            for (var leaf : searcher.getIndexReader().leaves()) {
                var values = DocValues.getBinary(leaf.reader(), SearchDocument.ID);
                for (ScoreDoc document : found.scoreDocs) {
                    int place = document.doc - leaf.docBase;
                    if (place >= 0 && place < leaf.reader().maxDoc() && values.advanceExact(place)) {
                        ids.add(RecordKey.id(values.binaryValue()));
                    }
                }
            }
            return Optional.of(ids);
        });
    }
}
