package dev.windrose.records.search;

import dev.windrose.records.search.SearchHit.Highlight;
import dev.windrose.records.search.Slot.Kind;
import dev.windrose.records.search.Slot.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows where a record matches, in the fields that the actor sees: the title and at most three others. */
final class HighlightWords {

    private static final int LONGEST = 160;
    private static final int BEFORE = 40;
    private static final int MOST = 4;
    private static final int SEARCHED = 20_000;

    private final List<Slot> slots;
    private final Set<Slot> met = new HashSet<>();
    private final List<Highlight> found = new ArrayList<>();

    HighlightWords(List<Slot> slots) {
        this.slots = slots;
    }

    /** Looks into these fields too, in the order of their weight. */
    void in(List<SearchField> fields, Function<SearchField, @Nullable String> value) {
        fields.stream()
                .sorted(Comparator.comparing(SearchField::weight))
                .takeWhile(_ -> found.size() < MOST)
                .forEach(field -> look(field, value.apply(field)));
    }

    private void look(SearchField field, @Nullable String value) {
        if (value != null) {
            var ranges = ranges(field, value.length() > SEARCHED ? value.substring(0, SEARCHED) : value);
            if (!ranges.isEmpty()) {
                found.add(cut(field, value, ranges));
            }
        }
    }

    /** Whether it was shown where everything asked for is. */
    boolean complete() {
        return found.size() == MOST || met.containsAll(slots);
    }

    List<Highlight> found() {
        return List.copyOf(found);
    }

    private TreeMap<Integer, Integer> ranges(SearchField field, String value) {
        var ranges = new TreeMap<Integer, Integer>();
        for (var word : field.words(value)) {
            for (var slot : slots) {
                slot.alternatives().stream()
                        .flatMap(List::stream)
                        .filter(term -> matches(term, word, slot.open(), true))
                        .findFirst()
                        .ifPresent(term -> {
                            met.add(slot);
                            add(ranges, word, term);
                        });
            }
        }
        return ranges;
    }

    private static void add(TreeMap<Integer, Integer> ranges, Word word, Term term) {
        int length = word.to() - word.from();
        boolean letters = term.kind() == Kind.WORD && word.text().length() == length;
        int to = letters && word.text().startsWith(term.text())
                ? word.from() + term.text().length()
                : word.to();
        ranges.merge(word.from(), to, Math::max);
    }

    static boolean matches(Term term, Word word, boolean open, boolean misspelt) {
        String text = word.text();
        if (text.equals(term.text())) {
            return true;
        }
        return switch (term.kind()) {
            case ADDRESS, PHONE -> text.startsWith(term.text());
            case WORD ->
                term.text().length() >= SearchDocument.SHORTEST_START
                                && (open || term.text().length() >= SearchDocument.SHORTEST_BEGUN)
                                && text.startsWith(term.text())
                        || misspelt && Misspelling.near(term.text(), text, open);
        };
    }

    private static Highlight cut(SearchField field, String value, TreeMap<Integer, Integer> ranges) {
        int from = ranges.firstKey() > LONGEST - BEFORE ? ranges.firstKey() - BEFORE : 0;
        int to = Math.min(value.length(), from + LONGEST);
        if (from > 0 && Character.isLowSurrogate(value.charAt(from))) {
            from--;
        }
        if (to < value.length() && Character.isLowSurrogate(value.charAt(to))) {
            to--;
        }
        String before = from > 0 ? "…" : "";
        var shown = new ArrayList<List<Integer>>();
        int end = 0;
        for (var range : ranges.entrySet()) {
            if (range.getKey() >= end && range.getKey() >= from && range.getValue() <= to) {
                shown.add(List.of(range.getKey() - from + before.length(), range.getValue() - from + before.length()));
                end = range.getValue();
            }
        }
        return new Highlight(
                field.field().name(),
                field.field().label(),
                before + value.substring(from, to) + (to < value.length() ? "…" : ""),
                shown);
    }
}
