package dev.windrose.records.search;

import dev.windrose.records.search.Slot.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether texts that the actor reads hold what is looked for, as strictly as the index was asked. */
final class HoldsWords {

    private final List<Slot> slots;
    private final FindCandidates.Pass pass;

    HoldsWords(List<Slot> slots, FindCandidates.Pass pass) {
        this.slots = slots;
        this.pass = pass;
    }

    boolean in(Collection<SearchField> fields, SearchStore.Row row) {
        var words = new ArrayList<Word>();
        for (var field : fields) {
            String text = row.texts().get(field.field().name());
            if (text != null) {
                words.addAll(field.words(text));
            }
        }
        long missing = slots.stream().filter(slot -> !holds(words, slot)).count();
        return missing <= pass.missing();
    }

    private boolean holds(List<Word> words, Slot slot) {
        return slot.alternatives().stream()
                .anyMatch(alternative -> !alternative.isEmpty()
                        && alternative.stream().allMatch(term -> holds(words, term, slot.open())));
    }

    private boolean holds(List<Word> words, Term term, boolean open) {
        return words.stream().anyMatch(word -> HighlightWords.matches(term, word, open, pass.misspelt()));
    }
}
