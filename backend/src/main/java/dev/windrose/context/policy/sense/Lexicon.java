package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Kind;
import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Words;
import dev.windrose.context.policy.rule.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words and phrases: those of its own list before those of the grammar. */
final class Lexicon {

    record Meaning(Tag tag, String value, int length) {}

    private static final Map<Kind, Tag> TAGS = Map.ofEntries(
            Map.entry(Kind.CMP, Tag.COMPARE),
            Map.entry(Kind.POST, Tag.AFTER),
            Map.entry(Kind.BETWEEN, Tag.BETWEEN),
            Map.entry(Kind.TO, Tag.TO),
            Map.entry(Kind.REL, Tag.REL),
            Map.entry(Kind.ELSE, Tag.ELSE),
            Map.entry(Kind.NEG, Tag.NOT),
            Map.entry(Kind.WITHOUT, Tag.WITHOUT),
            Map.entry(Kind.ONLY, Tag.ONLY),
            Map.entry(Kind.EXCEPT, Tag.EXCEPT),
            Map.entry(Kind.UNLESS, Tag.UNLESS),
            Map.entry(Kind.OUTSIDE, Tag.OUTSIDE),
            Map.entry(Kind.IF, Tag.IF),
            Map.entry(Kind.MUST, Tag.MUST),
            Map.entry(Kind.MAY, Tag.MAY),
            Map.entry(Kind.ALLOWED, Tag.MAY),
            Map.entry(Kind.NEED, Tag.NEED),
            Map.entry(Kind.APPROVE, Tag.APPROVE),
            Map.entry(Kind.REVIEW, Tag.APPROVE),
            Map.entry(Kind.CHAIN, Tag.APPROVE),
            Map.entry(Kind.ROUTE, Tag.ROUTE),
            Map.entry(Kind.BAN, Tag.BAN),
            Map.entry(Kind.ALONE, Tag.ALONE),
            Map.entry(Kind.DENY, Tag.FREE),
            Map.entry(Kind.WAIVE, Tag.FREE),
            Map.entry(Kind.FACT, Tag.FACT),
            Map.entry(Kind.NOANSWER, Tag.NOANSWER),
            Map.entry(Kind.ACT, Tag.ACT),
            Map.entry(Kind.SHARE, Tag.SHARE),
            Map.entry(Kind.DATA, Tag.DATA),
            Map.entry(Kind.STORED, Tag.STORED),
            Map.entry(Kind.TRUTH, Tag.IS),
            Map.entry(Kind.ENT, Tag.IS),
            Map.entry(Kind.STAGEWORD, Tag.STAGEWORD),
            Map.entry(Kind.ENTER, Tag.ENTER),
            Map.entry(Kind.LEAVE, Tag.ENTER),
            Map.entry(Kind.FIELD, Tag.FIELD),
            Map.entry(Kind.FILL, Tag.FILL),
            Map.entry(Kind.BEFORE, Tag.BEFORE),
            Map.entry(Kind.UNTIL, Tag.BEFORE),
            Map.entry(Kind.OFF, Tag.OFF),
            Map.entry(Kind.FLOOR, Tag.FLOOR),
            Map.entry(Kind.LEAST, Tag.FLOOR),
            Map.entry(Kind.COST, Tag.COST),
            Map.entry(Kind.FULL, Tag.FULL),
            Map.entry(Kind.LIMIT, Tag.LIMIT),
            Map.entry(Kind.PLANWORD, Tag.PLANWORD),
            Map.entry(Kind.PRODUCTWORD, Tag.PRODUCTWORD),
            Map.entry(Kind.COMPETE, Tag.COMPETE),
            Map.entry(Kind.ALSO, Tag.ALSO),
            Map.entry(Kind.FIRST, Tag.THEN),
            Map.entry(Kind.THEN, Tag.THEN),
            Map.entry(Kind.SAME, Tag.SAME),
            Map.entry(Kind.SELL, Tag.SELL),
            Map.entry(Kind.GIVE, Tag.GIVE),
            Map.entry(Kind.DEALWORD, Tag.TOPIC),
            Map.entry(Kind.SUBJECT, Tag.TOPIC),
            Map.entry(Kind.GLUE, Tag.FILLER),
            Map.entry(Kind.ANYSTAGE, Tag.FILLER),
            Map.entry(Kind.INDUSTRYWORD, Tag.FILLER),
            Map.entry(Kind.COUNTRYWORD, Tag.FILLER),
            Map.entry(Kind.REGIONWORD, Tag.FILLER),
            Map.entry(Kind.SEGMENTWORD, Tag.FILLER),
            Map.entry(Kind.SOFT, Tag.WORD),
            Map.entry(Kind.VAGUE, Tag.VAGUE),
            Map.entry(Kind.DOC, Tag.DOC),
            Map.entry(Kind.COMBINE, Tag.OTHER),
            Map.entry(Kind.STANDARD, Tag.OTHER),
            Map.entry(Kind.HALF, Tag.OTHER),
            Map.entry(Kind.QUARTER, Tag.OTHER),
            Map.entry(Kind.THIRD, Tag.OTHER),
            Map.entry(Kind.STAGENAME, Tag.OTHER),
            Map.entry(Kind.UNIT, Tag.FILLER));
    private static final Map<String, Set<String>> CLASSES = new HashMap<>();
    private static final Node ROOT = read();

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        Meaning meaning;
    }

    private Lexicon() {}

    /** A closed class of words, such as those that end a name. */
    static boolean in(String name, String word) {
        return CLASSES.getOrDefault(name, Set.of()).contains(word);
    }

    /** The longest phrase that begins at a token; null where none is known. */
    static @Nullable Meaning at(List<Token> tokens, int from) {
        var own = own(tokens, from);
        for (var match : Words.at(tokens, from)) {
            if (own != null && own.length() >= match.length()) {
                return own;
            }
            for (var sense : match.senses()) {
                var tag = tag(sense.kind(), sense.value());
                if (tag != null) {
                    return new Meaning(tag, value(sense), match.length());
                }
            }
        }
        return own;
    }

    private static @Nullable Meaning own(List<Token> tokens, int from) {
        Meaning found = null;
        Node node = ROOT;
        for (int i = from; i < tokens.size() && node != null; i++) {
            node = node.next.get(tokens.get(i).word());
            if (node != null && node.meaning != null) {
                found = new Meaning(node.meaning.tag(), node.meaning.value(), i - from + 1);
            }
        }
        return found;
    }

    private static String value(Words.Sense sense) {
        return sense.kind() == Kind.REVIEW ? "review" : sense.kind() == Kind.DEALWORD ? "deal" : sense.value();
    }

    /** Null for what the grammar uses for itself. */
    private static @Nullable Tag tag(Kind kind, String value) {
        int equals = value.indexOf('=');
        boolean own = kind == Kind.FACT && Fact.known(value).isEmpty()
                || kind == Kind.TRUTH && Fact.known(value.substring(0, equals)).isEmpty();
        return own ? Tag.OTHER : TAGS.get(kind);
    }

    private static Node read() {
        var root = new Node();
        try (var in = Lexicon.class.getResourceAsStream("senses.txt")) {
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
        var name = line.substring(0, space);
        var value = line.substring(space + 1, Math.max(space + 1, equals));
        for (var phrase : line.substring(equals + 3).split("\\|")) {
            if (name.equals("CLASS")) {
                CLASSES.computeIfAbsent(value, _ -> new HashSet<>()).add(phrase.strip());
                continue;
            }
            var node = root;
            for (var word : phrase.strip().split(" ")) {
                node = node.next.computeIfAbsent(word, _ -> new Node());
            }
            node.meaning = new Meaning(Tag.valueOf(name), value, 0);
        }
    }
}
