package dev.windrose.llm.heads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.Embeddings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heads in the jar, on sentences that none of them was learned from. */
class SentenceHeadsTests {

    private static final Heads HEADS = new SentenceHeads(new Embeddings());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our bid for the library shelves went out this morning | stage | proposal",
                "Their lawyer sent the contract back with three changes | stage | negotiation",
                "The whole canning line has been down since five | issue | outage",
                "please give me a table of all sales by region | intent | run_report",
            })
    void tellsWhatASentenceDoes(String sentence, String group, String value) {
        assertThat(HEADS.of(sentence).best(group, 0.4))
                .hasValueSatisfying(likely -> assertThat(likely.value()).isEqualTo(value));
    }

    @Test
    void aConditionIsNoFact() {
        assertThat(HEADS.of("If the board says yes we can ship in June").unreal())
                .isGreaterThan(0.4);
        assertThat(HEADS.of("The board met us at their office yesterday").unreal())
                .isLessThan(0.4);
    }

    @Test
    void everySentenceOfTheProductBearsKnownLabels() {
        assertThat(LabelledSentence.all()).hasSizeGreaterThan(1_000).allSatisfy(one -> assertThat(one.text())
                .isNotBlank());
    }
}
