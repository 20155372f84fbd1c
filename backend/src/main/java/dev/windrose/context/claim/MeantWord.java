package dev.windrose.context.claim;

import dev.windrose.llm.WordState;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A word that tells something, with what it means in its sentence.
 *
 * @param state of length one
 */
record MeantWord(Span span, String stem, float[] state) {

    static List<MeantWord> in(String text, List<WordState> states) {
        var out = new ArrayList<MeantWord>();
        for (var word : Words.of(text)) {
            if (!word.content()) {
                continue;
            }
            float[] sum = null;
            for (var piece : states) {
                if (piece.start() < word.span().end()
                        && piece.end() > word.span().start()) {
                    sum = sum == null ? piece.state().clone() : plus(sum, piece.state());
                }
            }
            if (sum != null) {
                out.add(new MeantWord(word.span(), word.stem(), whole(sum)));
            }
        }
        return List.copyOf(out);
    }

    private static float[] plus(float[] sum, float[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    private static float[] whole(float[] state) {
        double length = 0;
        for (float value : state) {
            length += value * value;
        }
        float scale = (float) (1 / Math.max(Math.sqrt(length), 1e-9));
        for (int i = 0; i < state.length; i++) {
            state[i] *= scale;
        }
        return state;
    }
}
