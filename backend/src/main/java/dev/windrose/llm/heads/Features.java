package dev.windrose.llm.heads;

import dev.windrose.llm.SentenceState;
import dev.windrose.llm.language.Fold;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a head weighs of a sentence: its states at the layers of the encoder, and its words as places in a table.
 *
 * @param dense the states, one after the other
 * @param last how long the last of them is
 * @param words places of words, pairs of words and beginnings of words
 */
public record Features(float[] dense, int last, int[] words) {

    static final int TABLE = 8_192;

    private static final int BEGINNING = 5;

    public static Features of(SentenceState state, String sentence) {
        int size = state.last().length;
        var dense = new float[size * state.layers().size()];
        for (int layer = 0; layer < state.layers().size(); layer++) {
            System.arraycopy(state.layers().get(layer), 0, dense, layer * size, size);
        }
        return new Features(dense, size, places(sentence));
    }

    /** The last state alone, by which near sentences are found. */
    float[] meaning() {
        return Arrays.copyOfRange(dense, dense.length - last, dense.length);
    }

    private static int[] places(String sentence) {
        var words = Fold.words(sentence).replaceAll("\\d+", "0").split(" ");
        var places = IntStream.builder();
        var before = "^";
        for (var word : words) {
            places.add(place("w" + word));
            places.add(place("p" + before + " " + word));
            if (word.length() > BEGINNING) {
                places.add(place("b" + word.substring(0, BEGINNING)));
            }
            before = word;
        }
        return places.build().distinct().toArray();
    }

    private static int place(String feature) {
        int hash = feature.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & TABLE - 1;
    }

    /** Long sentences weigh no more than short ones. */
    float wordWeight() {
        return words.length == 0 ? 0 : (float) (1 / Math.sqrt(words.length));
    }
}
