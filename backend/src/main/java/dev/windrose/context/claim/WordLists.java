package dev.windrose.context.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The lists of words that lie beside the classes; lines that begin with # say what a list is. */
final class WordLists {

    private WordLists() {}

    static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var out = new ArrayList<String>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.add(line.strip());
                }
            }
            return out;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
