package dev.windrose.records.search;

import dev.windrose.records.search.Slot.Kind;
import dev.windrose.records.search.Slot.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/** Finds slots in the words of documents. A word of the title counts most, then addresses, then other texts; whole words before beginnings. */
final class FindQuery {

    private static final float TITLE = 4;
    private static final float EXACT = 8;
    private static final float START = 6;
    private static final float BEGINNING = 3.5f;
    private static final float MISSPELT = 3;
    private static final float LINKED = 1;
    private static final int PHONE_END = 9;
    private static final int LONGEST_MISSPELT = 30;

    /** Null for all fields of the document at once. */
    private final @Nullable Collection<SearchField> only;

    private final Links links;
    private final boolean misspelt;

    private FindQuery(@Nullable Collection<SearchField> only, Links links, boolean misspelt) {
        this.only = only;
        this.links = links;
        this.misspelt = misspelt;
    }

    /**
     * Whether titles of linked records count.
     *
     * @param fields those that do, where not all do
     */
    record Links(boolean all, Set<String> fields) {

        static final Links NONE = new Links(false, Set.of());
    }

    /** @param misspelt also words that differ in a letter or two */
    static FindQuery anywhere(Links links, boolean misspelt) {
        return new FindQuery(null, links, misspelt);
    }

    /** Only in these fields. */
    static FindQuery in(Collection<SearchField> fields, boolean misspelt) {
        return new FindQuery(fields, Links.NONE, misspelt);
    }

    /** @param missing how many of the slots may be missing */
    Query of(List<Slot> slots, int missing) {
        if (slots.size() == 1) {
            return slot(slots.getFirst());
        }
        var all = new BooleanQuery.Builder();
        slots.forEach(slot -> all.add(slot(slot), missing == 0 ? Occur.MUST : Occur.SHOULD));
        if (missing > 0) {
            all.setMinimumNumberShouldMatch(slots.size() - missing);
        }
        return all.build();
    }

    private Query slot(Slot slot) {
        var any = new ArrayList<Query>();
        for (var alternative : slot.alternatives()) {
            if (alternative.size() == 1) {
                any.add(term(alternative.getFirst(), slot.open()));
                continue;
            }
            var all = new BooleanQuery.Builder();
            for (int i = 0; i < alternative.size(); i++) {
                all.add(term(alternative.get(i), slot.open() && i == alternative.size() - 1), Occur.MUST);
            }
            any.add(all.build());
        }
        return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
    }

    private Query term(Term term, boolean open) {
        var any = new ArrayList<Query>();
        if (only == null) {
            switch (term.kind()) {
                case WORD -> word(term.text(), open, any);
                case ADDRESS -> {
                    any.add(exact(SearchDocument.EXACT, term.text(), EXACT));
                    any.add(beginning(SearchDocument.EXACT, term.text(), START));
                    any.add(exact(SearchDocument.TEXT, term.text().replaceAll("[^\\p{L}\\p{N}]", ""), 1));
                }
                case PHONE -> phone(SearchDocument.EXACT, "", term.text(), any);
            }
        } else {
            only.forEach(field -> inField(field, term, open, any));
        }
        return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0.1f);
    }

    private void word(String word, boolean open, List<Query> any) {
        any.add(new BoostQuery(new TermQuery(term(SearchDocument.TITLE, word)), TITLE));
        any.add(exact(SearchDocument.EXACT, word, EXACT));
        any.add(new TermQuery(term(SearchDocument.TEXT, word)));
        int length = word.length();
        if (length >= SearchDocument.SHORTEST_START && length <= SearchDocument.LONGEST_START && open) {
            any.add(exact(SearchDocument.START, word, START));
        } else if (length >= SearchDocument.SHORTEST_BEGUN && length <= SearchDocument.LONGEST_START) {
            any.add(exact(SearchDocument.START, word, BEGINNING));
        } else if (length > SearchDocument.LONGEST_START) {
            any.add(beginning(SearchDocument.TITLE, word, open ? START : BEGINNING));
            any.add(beginning(SearchDocument.EXACT, word, open ? START : BEGINNING));
            any.add(beginning(SearchDocument.TEXT, word, 0.5f));
        }
        if (links.all()) {
            linked(SearchDocument.LINK, word, open, any);
        }
        links.fields()
                .forEach(field -> linked(SearchDocument.BY_FIELD, field + SearchDocument.SEPARATOR + word, open, any));
        if (misspelt && length >= 4 && length <= LONGEST_MISSPELT) {
            for (String field : List.of(SearchDocument.TITLE, SearchDocument.EXACT, SearchDocument.TEXT)) {
                any.add(near(field, "", word, open, field.equals(SearchDocument.TEXT) ? 0.3f : MISSPELT));
            }
        }
    }

    private static void linked(String field, String word, boolean open, List<Query> any) {
        any.add(exact(field, word, LINKED));
        if (open && word.length() >= SearchDocument.SHORTEST_BEGUN) {
            any.add(beginning(field, word, LINKED / 2));
        }
    }

    private void inField(SearchField field, Term term, boolean open, List<Query> any) {
        String name = field.field().name() + SearchDocument.SEPARATOR;
        float weight =
                switch (field.weight()) {
                    case TITLE -> 2 * TITLE;
                    case EXACT, ID -> EXACT;
                    case TEXT, FILTER -> 2;
                    case LINK -> LINKED;
                };
        if (term.kind() == Kind.PHONE) {
            phone(SearchDocument.BY_FIELD, name, term.text(), any);
            return;
        }
        any.add(exact(SearchDocument.BY_FIELD, name + term.text(), weight));
        if (term.text().length() >= SearchDocument.SHORTEST_START && (open || term.kind() == Kind.ADDRESS)
                || term.text().length() > SearchDocument.LONGEST_START) {
            any.add(beginning(SearchDocument.BY_FIELD, name + term.text(), weight / 2));
        }
        if (misspelt
                && term.kind() == Kind.WORD
                && term.text().length() >= 4
                && term.text().length() <= LONGEST_MISSPELT) {
            any.add(near(SearchDocument.BY_FIELD, name, term.text(), open, weight / 3));
        }
    }

    private static void phone(String field, String before, String digits, List<Query> any) {
        any.add(exact(field, before + digits, EXACT));
        if (digits.length() < PHONE_END) {
            any.add(beginning(field, before + digits, START / 2));
        }
    }

    private static Query exact(String field, String word, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(term(field, word))), weight);
    }

    private static Query beginning(String field, String word, float weight) {
        return new BoostQuery(new PrefixQuery(term(field, word)), weight);
    }

    /** One letter may be wrong, two in long words; the first is right. An open word may go on after that. */
    private static Query near(String field, String before, String word, boolean open, float weight) {
        int first = word.offsetByCodePoints(0, 1);
        int edits = word.length() < 8 ? 1 : 2;
        Automaton near =
                new LevenshteinAutomata(word.substring(first), true).toAutomaton(edits, word.substring(0, first));
        if (near == null) {
            return exact(field, before + word, weight);
        }
        if (open) {
            near = Operations.concatenate(List.of(near, Automata.makeAnyString()));
        }
        if (!before.isEmpty()) {
            near = Operations.concatenate(List.of(Automata.makeString(before), near));
        }
        Automaton known = Operations.determinize(near, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        return new BoostQuery(
                new AutomatonQuery(term(field, word), known, false, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE),
                weight);
    }

    private static org.apache.lucene.index.Term term(String field, String word) {
        return new org.apache.lucene.index.Term(field, word);
    }
}
