package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words and turns of phrase of one meaning in all languages that are read. "crash*" stands for every word that begins so, ".." for up to
 * three words between two others.
 */
final class Lexicon {

    private static final Pattern SHARP = Pattern.compile(
            "\\b((?:ab|an|be|ver|ge|auf|ein|zu|weg|her)*(?:schlie|wei|gro|stra|au|hei|spa|drau|flie|sto|rei|schmei|blo|fu|su|gie|gema))ss");
    private static final Map<String, Lexicon> ALL = load();
    private static final Pattern WORD =
            Pattern.compile("(?:\\b(?:[cdjlmnst]|qu)'(?=\\p{L}))|[\\p{L}\\p{N}%+]+(?:'[\\p{L}]+)?");
    private static final Pattern BROKEN = Pattern.compile("(?s).*[,;:.!?()\"\\n].*|(?s).* [-/] .*");
    private static final int GAP = 3;
    private static final int SHORTEST = 2;
    private static final String ANY = "..";

    private final Map<String, List<String[]>> whole = new HashMap<>();
    private final Map<String, List<String[]>> begun = new HashMap<>();

    /**
     * A word of a statement.
     *
     * @param broken a comma, bracket or the like stands before it
     */
    record Token(String text, Span span, boolean broken) {}

    /** @param name as it stands in the list of meanings */
    static Lexicon of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    static List<Token> tokens(String folded, int offset) {
        var out = new ArrayList<Token>();
        var match = WORD.matcher(folded);
        int last = 0;
        while (match.find()) {
            boolean broken =
                    BROKEN.matcher(folded.substring(last, match.start())).matches();
            out.add(new Token(match.group(), new Span(match.start() + offset, match.end() + offset), broken));
            last = match.end();
        }
        return List.copyOf(out);
    }

    /** Every place where a word of this meaning stands, in order. */
    List<Span> in(List<Token> tokens) {
        var out = new ArrayList<Span>();
        for (int at = 0; at < tokens.size(); at++) {
            int end = longest(tokens, at);
            if (end > at) {
                out.add(new Span(
                        tokens.get(at).span().start(),
                        tokens.get(end - 1).span().end()));
            }
        }
        return out;
    }

    Optional<Span> find(String folded) {
        return in(tokens(folded, 0)).stream().findFirst();
    }

    private int longest(List<Token> tokens, int at) {
        var word = tokens.get(at).text();
        int best = -1;
        for (var entry : whole.getOrDefault(word, List.of())) {
            best = Math.max(best, rest(entry, 1, tokens, at + 1, true));
        }
        for (int length = SHORTEST; length <= word.length(); length++) {
            for (var entry : begun.getOrDefault(word.substring(0, length), List.of())) {
                best = Math.max(best, rest(entry, 1, tokens, at + 1, true));
            }
        }
        return best;
    }

    /** Where the rest of the entry ends, or -1. */
    private static int rest(String[] entry, int next, List<Token> tokens, int at, boolean close) {
        if (next == entry.length) {
            return at;
        }
        if (entry[next].equals(ANY)) {
            for (int skipped = 0; skipped <= GAP; skipped++) {
                int end = rest(entry, next + 1, tokens, at + skipped, true);
                if (end >= 0) {
                    return end;
                }
                if (at + skipped >= tokens.size() || tokens.get(at + skipped).broken()) {
                    return -1;
                }
            }
            return -1;
        }
        if (at >= tokens.size()
                || tokens.get(at).broken() && close
                || !same(entry[next], tokens.get(at).text())) {
            return -1;
        }
        return rest(entry, next + 1, tokens, at + 1, close);
    }

    private static boolean same(String wanted, String word) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(word);
    }

    /** Texts are folded letter by letter, so that a sharp s becomes one: "ausserdem" is found as "auserdem" too. */
    private void sharp(String entry) {
        var written = SHARP.matcher(entry).replaceAll("$1s");
        if (!written.equals(entry)) {
            add(written);
        }
    }

    private void add(String entry) {
        var words = entry.split(" ");
        boolean open = words[0].endsWith("*");
        var first = open ? words[0].substring(0, words[0].length() - 1) : words[0];
        (open ? begun : whole).computeIfAbsent(first, key -> new ArrayList<>()).add(words);
    }

    private static Map<String, Lexicon> load() {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("meanings.txt"), "meanings.txt")) {
            var out = new HashMap<String, Lexicon>();
            Lexicon current = new Lexicon();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    current = out.computeIfAbsent(line.substring(1, line.indexOf(']')), key -> new Lexicon());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (var entry : line.split(",")) {
                        if (!entry.isBlank()) {
                            current.add(entry.strip());
                            current.sharp(entry.strip());
                        }
                    }
                }
            }
            return Map.copyOf(out);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
