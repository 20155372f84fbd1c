package dev.windrose.llm;

import java.util.List;

/**
 * What the encoder makes of a text: the mean over its words, of length one, at each of its layers but the first.
 *
 * @param layers inner ones tell what a sentence does, the last what it is about
 */
public record SentenceState(List<float[]> layers) {

    public float[] last() {
        return layers.getLast();
    }
}
