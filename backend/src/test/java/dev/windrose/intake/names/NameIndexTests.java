package dev.windrose.intake.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.names.NameHit.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameIndexTests {

    private final NameIndex index = new NameIndex();

    @Test
    void findsTheRightOneAmongManyThatShareAWord() {
        many("Harbour");
        assertThat(index.at(List.of("harbour", "17"), 0)).singleElement().satisfies(hit -> {
            assertThat(hit.entry().name()).isEqualTo("Harbour 17");
            assertThat(hit.strength()).isEqualTo(Strength.FULL);
        });
        assertThat(index.at(List.of("harbour", "view"), 0)).isEmpty();
        assertThat(index.at(List.of("harbour"), 0)).isEmpty();
    }

    @Test
    void findsTheNameThatIsOnlyTheSharedWord() {
        many("Harbour");
        index.put(NameEntry.of("company", "alone", "Harbour Ltd"));
        assertThat(index.at(List.of("harbour", "called"), 0))
                .extracting(hit -> hit.entry().id())
                .containsExactly("alone");
        index.remove("company", "alone");
        assertThat(index.at(List.of("harbour", "called"), 0)).isEmpty();
    }

    @Test
    void skipsAnAndBetweenTheWords() {
        many("Harbour");
        assertThat(index.at(List.of("harbour", "and", "5"), 0)).singleElement().satisfies(hit -> assertThat(hit.count())
                .isEqualTo(3));
    }

    @Test
    void forgetsARenamedRecord() {
        index.put(NameEntry.of("company", "1", "Harbour Lights"));
        index.put(NameEntry.of("company", "1", "Quiet Bay"));
        assertThat(index.size()).isOne();
        assertThat(index.at(List.of("harbour", "lights"), 0)).isEmpty();
        assertThat(index.at(List.of("quiet", "bay"), 0)).hasSize(1);
    }

    private void many(String word) {
        for (int n = 0; n < 100; n++) {
            index.put(NameEntry.of("company", String.valueOf(n), word + " " + n));
        }
    }
}
