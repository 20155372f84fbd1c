package dev.windrose.context.amend;

import dev.windrose.context.retrieval.ChunkWords;
import dev.windrose.context.retrieval.WordsAlike;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a statement speaks of: its words without those that only say that something changes, and its values. */
final class Meant {

    /** Stems. */
    private static final Set<String> CHANGING = Stream.of(
                    ("now new from until till onward as of today tomorrow immediately effective starting start since "
                                    + "raise raised raises increase increased lower lowered lowers reduce reduced cut cuts goes go up down change changed "
                                    + "changes update updated updates please heads fyi also only just longer instead set moved move moves becomes become "
                                    + "rule rules policy policies standing any more anymore not no again future henceforth immediate ab sofort jetzt kunftig "
                                    + "ist sind wird werden der die das den dem des ein eine einen und auf bei fur nach nur noch nicht mehr neue neuer neues "
                                    + "unser unsere unserer wir uns durfen darf muss gilt ab le la les des du de un une est sont nos notre nouvelle nouveau "
                                    + "desormais partir el los las nuestro nuestra es son ahora nuevo nueva per cent percent usd eur gbp chf "
                                    + "von vom zu zum zur pro je mit ohne so als wenn vor uber unter bis beim im am an aus steigt steigen sinkt sinken betragt "
                                    + "betragen liegt liegen andert heisst sich er sie es man au aux ce qui que par sur dans avec sans plus a al con sin por "
                                    + "para en lo se y o da do no na com sem em go goes keep keeps")
                            .split(" "))
            .flatMap(word -> ChunkWords.of(word).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Glossed glossed;
    private final List<Value> values;
    private final Set<String> words;
    private final Set<String> alike;

    private Meant(Glossed glossed, List<Value> values, Set<String> words, Set<String> alike) {
        this.glossed = glossed;
        this.values = values;
        this.words = words;
        this.alike = alike;
    }

    static Meant of(String text) {
        var glossed = Glossed.of(text);
        var values = ReadValues.of(glossed.text());
        var rest = new StringBuilder(glossed.text());
        values.forEach(value -> blank(rest, value.who() ? value.whole() : value.span()));
        var words = new LinkedHashSet<>(ChunkWords.asked(rest.toString()));
        words.removeAll(CHANGING);
        return new Meant(glossed, values, words, WordsAlike.of(rest.toString()));
    }

    private static void blank(StringBuilder text, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** The words of another text, to be compared with. */
    static Set<String> words(String text) {
        return Set.copyOf(ChunkWords.of(Glossed.of(text).text()));
    }

    Glossed glossed() {
        return glossed;
    }

    String english() {
        return glossed.text();
    }

    Set<String> words() {
        return words;
    }

    /** What holds from now on. */
    List<Value> values() {
        return values.stream().filter(value -> !value.former()).toList();
    }

    List<Value> former() {
        return values.stream().filter(Value::former).toList();
    }

    /** How much of what is spoken of the text has words for; words alike count half. */
    double share(Set<String> text) {
        if (words.isEmpty()) {
            return 0;
        }
        double found = 0;
        int other = 0;
        for (var word : words) {
            if (text.contains(word)) {
                found++;
            } else {
                other++;
            }
        }
        long near = alike.stream().filter(text::contains).count();
        return Math.min(1, (found + 0.5 * Math.min(near, other)) / words.size());
    }
}
