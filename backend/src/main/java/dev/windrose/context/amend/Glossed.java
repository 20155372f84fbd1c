package dev.windrose.context.amend;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A text in which words of trade of other languages stand in English, so that it can be laid beside a text in any of them. Places lead back. */
final class Glossed {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
    private static final int LONGEST = 4;
    private static final Map<String, String> ENGLISH = read();

    private final String original;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> places = new ArrayList<>();

    private Glossed(String original) {
        this.original = original;
    }

    static Glossed of(String original) {
        var glossed = new Glossed(original);
        glossed.read(words(original));
        return glossed;
    }

    String text() {
        return text.toString();
    }

    /** The place in the text as it was written. */
    Span place(Span span) {
        return new Span(
                places.get(span.start()).start(), places.get(span.end() - 1).end());
    }

    String written(Span span) {
        return place(span).of(original);
    }

    private static List<Span> words(String text) {
        var words = new ArrayList<Span>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    private void read(List<Span> words) {
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            copy(at, words.get(i).start());
            at = words.get(i).start();
            for (int last = Math.min(words.size(), i + LONGEST) - 1; last >= i; last--) {
                var whole = new Span(at, words.get(last).end());
                var english = ENGLISH.get(Fold.inPlace(whole.of(original)));
                if (english != null) {
                    text.append(english);
                    english.chars().forEach(_ -> places.add(whole));
                    at = whole.end();
                    i = last;
                    break;
                }
            }
            copy(at, words.get(i).end());
            at = words.get(i).end();
        }
        copy(at, original.length());
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            text.append(original.charAt(i));
            places.add(new Span(i, i + 1));
        }
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(Glossed.class.getResourceAsStream("gloss.txt"))) {
            var english = new HashMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        var parts = line.split("\\s*=\\s*");
                        for (var foreign : parts[1].split("\\s*,\\s*")) {
                            english.put(Fold.inPlace(foreign), parts[0]);
                        }
                    });
            return Map.copyOf(english);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
