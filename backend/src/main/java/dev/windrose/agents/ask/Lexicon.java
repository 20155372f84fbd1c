package dev.windrose.agents.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words by which people call built-in types, fields and values beside their labels. */
final class Lexicon {

    static final List<Entry> ENTRIES = read();

    private Lexicon() {}

    /**
     * @param kind type, field, value or moment
     * @param field of a type entry the field of its condition
     * @param values of that field; empty where there are none
     */
    record Entry(String kind, String type, @Nullable String field, List<String> values, List<List<String>> phrases) {}

    private static List<Entry> read() {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("/agents/ask-words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lexicon::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        int colon = line.indexOf(": ");
        var head = line.substring(0, colon).split(" ");
        var phrases = Arrays.stream(line.substring(colon + 2).split(", "))
                .map(Word::stems)
                .toList();
        var target = head[0].equals("type") && head.length > 2 ? head[1] + "." + head[2] : head[1];
        int dot = target.indexOf('.');
        int equals = target.indexOf('=');
        String type = dot < 0 ? target : target.substring(0, dot);
        String field = dot < 0 ? null : target.substring(dot + 1, equals < 0 ? target.length() : equals);
        var values = equals < 0
                ? List.<String>of()
                : List.of(target.substring(equals + 1).split(","));
        return new Entry(head[0], type, field, values, phrases);
    }
}
