package dev.windrose.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingsTests {

    @Test
    void putsSentencesOfOneMeaningTogether() {
        var embeddings = new Embeddings();
        assertThat(embeddings.loaded()).isFalse();
        var price = embeddings.of("They say it costs too much.");
        assertThat(price).hasSize(Embeddings.DIMENSION);
        double near = Embeddings.similarity(price, embeddings.of("It is too expensive for them."));
        double far = Embeddings.similarity(price, embeddings.of("The train leaves at noon."));
        assertThat(near).isGreaterThan(far + 0.2);
        embeddings.destroy();
    }

    @Test
    void tellsTheStatesOfOneSentenceAtSeveralLayers() {
        var embeddings = new Embeddings();
        var state = embeddings.state("They say it costs too much.");
        assertThat(state.layers()).hasSizeGreaterThan(2).doesNotHaveDuplicates().allSatisfy(layer -> {
            assertThat(layer).hasSize(Embeddings.DIMENSION);
            assertThat(Embeddings.similarity(layer, layer)).isBetween(0.99, 1.01);
        });
        assertThat(Embeddings.similarity(state.last(), embeddings.of("They say it costs too much.")))
                .isGreaterThan(0.99);
        assertThat(embeddings.state("They say it costs too much.")).isSameAs(state);
        embeddings.destroy();
    }

    @Test
    void readsTheSameWhileOthersRead() {
        var alone = new Embeddings();
        var together = new Embeddings();
        var sentences = IntStream.range(0, 24)
                .mapToObj(at -> "They want " + at + " seats by June.")
                .toList();
        var states = sentences.parallelStream().map(together::state).toList();
        for (int at = 0; at < sentences.size(); at++) {
            assertThat(states.get(at).last())
                    .isEqualTo(alone.state(sentences.get(at)).last());
        }
        alone.destroy();
        together.destroy();
    }
}
