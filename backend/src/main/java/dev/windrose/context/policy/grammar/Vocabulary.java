package dev.windrose.context.policy.grammar;

import dev.windrose.llm.language.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a workspace knows: its products, stages, competitors, segments, regions, roles, and fields of deals. */
public final class Vocabulary {

    /** Names that nobody has given. */
    public static final Vocabulary NONE = new Vocabulary(Map.of());

    private static final int LONGEST = 5;

    private final Map<String, Word> words;

    /** @param anyCase also written small */
    record Word(Kind kind, String value, boolean anyCase) {}

    public record Found(Kind kind, String value, int length) {}

    private Vocabulary(Map<String, Word> words) {
        this.words = words;
    }

    public Vocabulary withProducts(List<String> names) {
        return with(Kind.ENT, "product=", names);
    }

    public Vocabulary withCompetitors(List<String> names) {
        return with(Kind.ENT, "competitor=", names);
    }

    /** A name that is a word of its own, such as Lead or Won, is a stage only behind what announces one. */
    public Vocabulary withStages(List<String> names) {
        return unknown("stage_to=", names);
    }

    public Vocabulary withSegments(List<String> names) {
        return unknown("segment=", names);
    }

    public Vocabulary withRegions(List<String> names) {
        return unknown("region=", names);
    }

    public Vocabulary withRoles(List<String> names) {
        var all = new HashMap<>(words);
        names.stream()
                .filter(name -> !Words.known(folded(name)))
                .forEach(name -> all.putIfAbsent(
                        folded(name),
                        new Word(
                                Kind.ROLE,
                                name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_"),
                                name.contains(" "))));
        return new Vocabulary(Map.copyOf(all));
    }

    private Vocabulary unknown(String prefix, List<String> names) {
        var all = new HashMap<>(words);
        names.stream()
                .filter(name -> !Words.known(folded(name)) && !folded(name).isEmpty())
                .forEach(name -> all.putIfAbsent(folded(name), new Word(Kind.ENT, prefix + name, false)));
        return new Vocabulary(Map.copyOf(all));
    }

    /** @param labels by the name of the field */
    public Vocabulary withFields(Map<String, String> labels) {
        var all = new HashMap<>(words);
        labels.forEach((name, label) -> {
            if (!Words.known(folded(label))) {
                all.putIfAbsent(folded(label), new Word(Kind.FIELD, name, true));
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
    public Found at(List<Token> tokens, int from) {
        for (int length = Math.min(LONGEST, tokens.size() - from); length > 0 && !words.isEmpty(); length--) {
            var part = tokens.subList(from, from + length);
            var word = words.get(String.join(" ", part.stream().map(Token::word).toList()));
            if (word != null && (word.anyCase() || part.getFirst().capital() || length > 1)) {
                return new Found(word.kind(), word.value(), length);
            }
        }
        return null;
    }

    private Vocabulary with(Kind kind, String prefix, List<String> names) {
        var all = new HashMap<>(words);
        names.forEach(name -> all.put(folded(name), new Word(kind, prefix + name, prefix.equals("stage_to="))));
        return new Vocabulary(Map.copyOf(all));
    }

    private static String folded(String name) {
        return Fold.inPlace(name).replaceAll("[^\\p{L}\\d]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
