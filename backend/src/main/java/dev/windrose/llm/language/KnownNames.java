package dev.windrose.llm.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How common a word is as a given name and as a surname, after the United States census of 1990 (public domain). */
final class KnownNames {

    private static final Map<String, int[]> NAMES = load();

    private KnownNames() {}

    /** In half bits above the rarest; 0 where it is not known as one. */
    static int given(String word) {
        return NAMES.getOrDefault(word, new int[2])[0];
    }

    static int surname(String word) {
        return NAMES.getOrDefault(word, new int[2])[1];
    }

    private static Map<String, int[]> load() {
        var names = new HashMap<String, int[]>();
        try (var in = Objects.requireNonNull(KnownNames.class.getResourceAsStream("names.txt"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var cells = line.split(" ");
                names.put(cells[0], new int[] {Integer.parseInt(cells[1]), Integer.parseInt(cells[2])});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
