package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTextTests {

    @Test
    void keepsTheHeadingsOfEachPiece() {
        var pieces = SplitText.of(List.of("Policy"), """
                Opening words.

                # Refunds
                Ten percent.

                ## Exceptions
                None.

                # Discounts
                ```
                # no heading
                ```
                """);
        assertThat(pieces)
                .containsExactly(
                        new SplitText.Piece("Policy", "Opening words."),
                        new SplitText.Piece("Policy > Refunds", "Ten percent."),
                        new SplitText.Piece("Policy > Refunds > Exceptions", "None."),
                        new SplitText.Piece("Policy > Discounts", "```\n# no heading\n```"));
    }

    @Test
    void cutsBetweenSentencesAndNeverLosesWords() {
        String text = "The first sentence is here. ".repeat(100).strip();
        var pieces = SplitText.of(List.of(), text);
        assertThat(pieces).hasSizeGreaterThan(3).allMatch(piece -> piece.text().length() <= SplitText.MOST);
        assertThat(String.join(" ", pieces.stream().map(SplitText.Piece::text).toList()))
                .isEqualTo(text);
        assertThat(pieces).allMatch(piece -> piece.text().endsWith("."));
    }

    @Test
    void cutsWhatHasNoSentences() {
        var pieces = SplitText.of(List.of(), "x".repeat(2_000) + "😀".repeat(500));
        assertThat(pieces).allMatch(piece -> piece.text().length() <= SplitText.MOST);
        assertThat(String.join("", pieces.stream().map(SplitText.Piece::text).toList()))
                .isEqualTo("x".repeat(2_000) + "😀".repeat(500));
        assertThat(SplitText.of(List.of("Only a heading"), " \n\n")).isEmpty();
    }
}
