package dev.windrose.context.transfer.material;

import dev.windrose.context.entry.EntryKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Words by which kinds of entries are known, with what each weighs. In a heading a word weighs three times as much. */
final class KindWords {

    private static final List<Word> ALL = read();

    private KindWords() {}

    /** @param text in small letters, with a space before and after */
    record Word(EntryKind kind, double weight, String text) {}

    /** What speaks for a kind. */
    record Found(double weight, List<String> inHeading, List<String> inText) {}

    static Map<EntryKind, Found> in(Part part) {
        String heading = spaced(part.heading() + " " + String.join(" ", part.above()));
        String own = spaced(part.heading());
        String text =
                spaced(part.text().substring(0, Math.min(6_000, part.text().length())));
        var found = new LinkedHashMap<EntryKind, Found>();
        for (var word : ALL) {
            boolean headed = heading.contains(word.text());
            boolean said = !headed && text.contains(word.text());
            if (headed || said) {
                double weight = word.weight() * (own.contains(word.text()) ? 3 : headed ? 2 : 1);
                var before = found.getOrDefault(word.kind(), new Found(0, List.of(), List.of()));
                found.put(
                        word.kind(),
                        new Found(
                                before.weight() + weight,
                                headed ? with(before.inHeading(), word) : before.inHeading(),
                                said ? with(before.inText(), word) : before.inText()));
            }
        }
        return found;
    }

    private static List<String> with(List<String> words, Word word) {
        var all = new ArrayList<>(words);
        all.add(word.text().strip());
        return all;
    }

    private static String spaced(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}%{}?]+", " ")
                        .strip() + " ";
    }

    private static List<Word> read() {
        var words = new ArrayList<Word>();
        try (var in = Objects.requireNonNull(KindWords.class.getResourceAsStream("/context/kind-words.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = line.split(":", 3);
                    var kind = EntryKind.of(parts[0].strip()).orElseThrow();
                    double weight = Double.parseDouble(parts[1].strip());
                    for (String word : parts[2].split(",")) {
                        words.add(new Word(kind, weight, " " + word.strip() + " "));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }
}
