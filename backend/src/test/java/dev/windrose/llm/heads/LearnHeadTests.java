package dev.windrose.llm.heads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.SentenceState;
import dev.windrose.llm.heads.HeadFile.Learned;
import dev.windrose.llm.heads.LearnHead.Effort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LearnHeadTests {

    private static final int SIZE = 8;
    private static final List<String> LABELS = List.of("first", "second");
    private static final Effort EFFORT = new Effort(60, 16, 0.01f, 1);

    private final List<Features> examples = new ArrayList<>();
    private final boolean[][] holds = new boolean[200][2];

    LearnHeadTests() {
        var random = new Random(3);
        for (int i = 0; i < holds.length; i++) {
            var state = new float[SIZE];
            for (int at = 0; at < SIZE; at++) {
                state[at] = (float) random.nextGaussian() * 0.1f;
            }
            holds[i][0] = i % 2 == 0;
            holds[i][1] = i % 3 == 0;
            state[0] += holds[i][0] ? 0.5f : -0.5f;
            examples.add(Features.of(
                    new SentenceState(List.of(state, state.clone())), holds[i][1] ? "we signed today" : "we met"));
        }
    }

    @Test
    void learnsFromStatesAndFromWords() {
        var head = LearnHead.several(LABELS, examples, holds, EFFORT);
        for (int i = 0; i < holds.length; i++) {
            var probabilities = head.probabilities(examples.get(i));
            assertThat(probabilities[0] > 0.5).isEqualTo(holds[i][0]);
            assertThat(probabilities[1] > 0.5).isEqualTo(holds[i][1]);
        }
    }

    @Test
    void theSameExamplesGiveTheSameHead() {
        var head = LearnHead.several(LABELS, examples, holds, EFFORT);
        assertThat(LearnHead.several(LABELS, examples, holds, EFFORT).logits(examples.getFirst()))
                .isEqualTo(head.logits(examples.getFirst()));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        var head = LearnHead.several(LABELS, examples, holds, EFFORT);
        var known = OpenSet.of(examples, holds, 2).tuned(head, examples, 0.1);
        var out = new ByteArrayOutputStream();
        HeadFile.write(new Learned(head, known), out);
        var read = HeadFile.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.head().labels()).isEqualTo(LABELS);
        assertThat(read.head().probabilities(examples.getFirst())[0])
                .isCloseTo(head.probabilities(examples.getFirst())[0], Offset.offset(0.05));
        assertThat(read.head().least).isDeepEqualTo(head.least);
        assertThat(read.known().score(head, examples.getFirst()))
                .isCloseTo(known.score(head, examples.getFirst()), Offset.offset(0.01));
    }

    @Test
    void isTrustedAsFarAsItWasRight() {
        var head = LearnHead.several(LABELS, examples, holds, EFFORT);
        var logits = new float[100][2];
        var told = new boolean[100][2];
        for (int i = 0; i < logits.length; i++) {
            logits[i][0] = -i;
            told[i][0] = i < 60 && i % 10 != 9;
        }
        Calibrate.trust(head, logits, told);
        assertThat(head.least[0][Trust.FAIR.ordinal()])
                .isLessThan(head.least[0][Trust.GOOD.ordinal()])
                .isGreaterThan(0);
        assertThat(head.least[0][Trust.GOOD.ordinal()]).isLessThan(head.least[0][Trust.FULL.ordinal()]);
        assertThat(head.least[1][Trust.FAIR.ordinal()]).isGreaterThan(1);
    }

    @Test
    void turnsAwayWhatIsUnlikeAnyExample() {
        var head = LearnHead.several(LABELS, examples, holds, EFFORT);
        var known = OpenSet.of(examples, holds, 2).tuned(head, examples, 0.02);
        var strange = new float[SIZE];
        strange[5] = -3;
        assertThat(known.knows(head, examples.getFirst())).isTrue();
        assertThat(known.knows(head, Features.of(new SentenceState(List.of(strange, strange)), "rain")))
                .isFalse();
    }
}
