package dev.windrose.context.policy.grammar;

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
import org.jspecify.annotations.Nullable;

/** The words and phrases that the grammar knows. */
public final class Words {

    /** What a phrase may be. */
    public record Sense(Kind kind, String value) {}

    /** A phrase found at a place. */
    public record Match(int length, List<Sense> senses) {}

    private static final Pattern COMPOUND = Pattern.compile(
            "\\p{L}{3,}(?:team|teams|leitung|leiter|leiterin|abteilung|chef|chefin|beauftragte[rn]?|betreuung|desk|manager|managerin|management)");
    private static final Node ROOT = read();

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Sense> senses = new ArrayList<>();
    }

    private Words() {}

    /** Every phrase that begins at a token, the longest first. */
    public static List<Match> at(List<Token> tokens, int from) {
        var found = new ArrayList<Match>();
        @Nullable Node node = ROOT;
        for (int i = from; i < tokens.size() && node != null; i++) {
            node = node.next.get(tokens.get(i).word());
            if (node != null && !node.senses.isEmpty()) {
                found.addFirst(new Match(i - from + 1, node.senses));
            }
        }
        return found;
    }

    public static boolean is(Kind kind, String word) {
        var node = ROOT.next.get(word);
        return node != null && node.senses.stream().anyMatch(sense -> sense.kind() == kind)
                || kind == Kind.HEAD && COMPOUND.matcher(word).matches();
    }

    /** Whether a single word is known as something else than a name. */
    public static boolean known(String word) {
        var node = ROOT.next.get(word);
        return node != null && !node.senses.isEmpty();
    }

    public static Optional<String> value(Kind kind, String word) {
        var node = ROOT.next.get(word);
        return node == null
                ? Optional.empty()
                : node.senses.stream()
                        .filter(sense -> sense.kind() == kind)
                        .map(Sense::value)
                        .findFirst();
    }

    private static Node read() {
        var root = new Node();
        try (var in = Words.class.getResourceAsStream("words.txt")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> read(root, line));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return root;
    }

    private static void read(Node root, String line) {
        int equals = line.indexOf(" = ");
        int space = line.indexOf(' ');
        var sense = new Sense(
                Kind.valueOf(line.substring(0, space)), line.substring(space + 1, Math.max(space + 1, equals)));
        for (var phrase : line.substring(equals + 3).split("\\|")) {
            var node = root;
            for (var word : phrase.strip().split(" ")) {
                node = node.next.computeIfAbsent(word, _ -> new Node());
            }
            node.senses.add(sense);
        }
    }
}
