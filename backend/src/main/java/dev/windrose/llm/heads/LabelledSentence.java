package dev.windrose.llm.heads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A sentence written for learning, with all labels that hold of it. A label it does not bear does not hold. */
public record LabelledSentence(String language, Set<String> labels, String text) {

    private static final String FOLDER = "/dev/windrose/llm/sentences/";

    /** All sentences that the product brings along. */
    public static List<LabelledSentence> all() {
        var out = new ArrayList<LabelledSentence>();
        for (var file : lines("files.txt")) {
            lines(file).forEach(line -> out.add(of(file, line)));
        }
        return out;
    }

    /** Sentences of one file, each line of it with language, labels and text. */
    public static List<LabelledSentence> in(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> of(file.getFileName().toString(), line))
                    .toList();
        }
    }

    private static LabelledSentence of(String file, String line) {
        var columns = line.split("\t", -1);
        if (columns.length != 3 || columns[2].isBlank()) {
            throw new IllegalStateException("Not three columns in " + file + ": " + line);
        }
        var labels = columns[1].equals("-") ? Set.<String>of() : Set.of(columns[1].split(" "));
        for (var label : labels) {
            if (!SentenceLabels.ALL.contains(label)) {
                throw new IllegalStateException("No label " + label + " in " + file + ": " + line);
            }
        }
        return new LabelledSentence(columns[0], labels, columns[2].strip());
    }

    private static List<String> lines(String name) {
        try (InputStream in = LabelledSentence.class.getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
