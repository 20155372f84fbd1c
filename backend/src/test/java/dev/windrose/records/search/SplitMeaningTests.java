package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitMeaningTests {

    @Test
    void aShortTextIsOnePart() {
        assertThat(SplitMeaning.of("Called them.")).isEqualTo(List.of("Called them."));
    }

    @Test
    void nothingIsLostBetweenThePartsAndNoWordIsCut() {
        var text = "They asked for a second offer with the smaller plan. "
                .repeat(100)
                .strip();
        var parts = SplitMeaning.of(text);
        assertThat(parts).hasSizeGreaterThan(6).allMatch(part -> part.length() <= 800 && part.endsWith("."));
        assertThat(String.join(" ", parts)).isEqualTo(text);
    }

    @Test
    void textWithoutSpacesIsCutWithoutHalfACharacter() {
        var parts = SplitMeaning.of("x" + "\uD83D\uDE00".repeat(1_000));
        assertThat(String.join("", parts)).isEqualTo("x" + "\uD83D\uDE00".repeat(1_000));
        assertThat(parts).allMatch(part -> !Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Test
    void ofAVeryLongTextTheBeginningIsRead() {
        assertThat(SplitMeaning.of("Word ".repeat(10_000))).hasSize(MeaningIndex.MOST_PARTS);
    }
}
