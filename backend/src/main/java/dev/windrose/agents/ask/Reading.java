package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Meaning.OfType;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question on the way from words to a draft: which words mean what, and which are used. */
final class Reading {

    final String text;
    final String folded;
    final List<Word> words;
    final boolean[] used;
    final Draft draft = new Draft();
    final Descriptors descriptors;
    final Vocabulary types;
    final LocalDate today;
    final @Nullable UUID self;
    final List<TypeMark> typeMarks = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final List<ReadDays.Found> days = new ArrayList<>();
    final List<Named> named = new ArrayList<>();
    /** Whether the text goes on from an earlier one. */
    final boolean later;

    record TypeMark(int from, int to, OfType type) {}

    /** @param all everything that the words may mean, the best first */
    record Mark(int from, int to, List<Meaning> all) {

        <M extends Meaning> Optional<M> as(Class<M> kind) {
            return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
        }
    }

    Reading(
            String text,
            Descriptors descriptors,
            Vocabulary types,
            LocalDate today,
            @Nullable UUID self,
            boolean later) {
        this.text = text;
        this.folded = Fold.inPlace(text);
        this.words = Word.of(text);
        this.used = new boolean[words.size()];
        this.descriptors = descriptors;
        this.types = types;
        this.today = today;
        this.self = self;
        this.later = later;
    }

    Descriptor type() {
        return descriptors.get(String.valueOf(draft.type));
    }

    boolean has(String pattern) {
        return matcher(pattern).find();
    }

    Matcher matcher(String pattern) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + pattern + ")(?![\\p{L}\\d])")
                .matcher(folded);
    }

    void use(int from, int to) {
        for (int i = from; i < to; i++) {
            used[i] = true;
        }
    }

    void use(Span span) {
        for (int i = 0; i < words.size(); i++) {
            if (span.holds(words.get(i).start())) {
                used[i] = true;
            }
        }
    }

    /** Marks the words of the pattern as understood. */
    boolean take(String pattern) {
        var match = matcher(pattern);
        boolean found = false;
        while (match.find()) {
            use(new Span(match.start(), match.end()));
            found = true;
        }
        return found;
    }

    /** The word at a place of the text, or the next one. */
    int wordAt(int position) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).end() > position) {
                return i;
            }
        }
        return words.size();
    }

    String before(int word) {
        return folded.substring(0, word < words.size() ? words.get(word).start() : folded.length());
    }

    String after(int word) {
        return word > 0 && word <= words.size()
                ? folded.substring(words.get(word - 1).end())
                : folded;
    }
}
