package dev.windrose.context.policy.grammar;

import dev.windrose.llm.language.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a workspace knows: its products, stages, competitors, and fields of deals. */
public final class Vocabulary {

    /** Names that nobody has given. */
    public static final Vocabulary NONE = new Vocabulary(Map.of());

    private static final int LONGEST = 5;

    private final Map<String, Word> words;

    record Word(Kind kind, String value) {}

    record Found(Kind kind, String value, int length) {}

    private Vocabulary(Map<String, Word> words) {
        this.words = words;
    }

    public Vocabulary withProducts(List<String> names) {
        return with(Kind.ENT, "product=", names);
    }

    public Vocabulary withCompetitors(List<String> names) {
        return with(Kind.ENT, "competitor=", names);
    }

    public Vocabulary withSegments(List<String> names) {
        return with(Kind.ENT, "segment=", names);
    }

    /** @param labels by the name of the field */
    public Vocabulary withFields(Map<String, String> labels) {
        var all = new HashMap<>(words);
        labels.forEach((name, label) -> {
            if (!Words.known(folded(label))) {
                all.putIfAbsent(folded(label), new Word(Kind.FIELD, name));
            }
        });
        return new Vocabulary(Map.copyOf(all));
    }

    Vocabulary withStage(String name) {
        return with(Kind.ENT, "stage_to=", List.of(name));
    }

    boolean knows(String name) {
        return words.containsKey(folded(name));
    }

    @Nullable
    Found at(List<Token> tokens, int from) {
        for (int length = Math.min(LONGEST, tokens.size() - from); length > 0 && !words.isEmpty(); length--) {
            var part = tokens.subList(from, from + length);
            var word = words.get(String.join(" ", part.stream().map(Token::word).toList()));
            if (word != null
                    && (word.value().startsWith("stage_to=")
                            || word.kind() == Kind.FIELD
                            || part.getFirst().capital()
                            || length > 1)) {
                return new Found(word.kind(), word.value(), length);
            }
        }
        return null;
    }

    private Vocabulary with(Kind kind, String prefix, List<String> names) {
        var all = new HashMap<>(words);
        names.forEach(name -> all.put(folded(name), new Word(kind, prefix + name)));
        return new Vocabulary(Map.copyOf(all));
    }

    private static String folded(String name) {
        return Fold.inPlace(name).replaceAll("[^\\p{L}\\d]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
