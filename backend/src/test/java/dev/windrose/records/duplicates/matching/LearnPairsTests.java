package dev.windrose.records.duplicates.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.duplicates.matching.LearnPairs.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnPairsTests {

    private static final List<String> MAKERS = List.of("Tallow", "Brindle", "Ostmark", "Vellmar", "Quern");
    private static final List<String> THINGS = List.of("kettle", "lantern", "drill", "speaker", "camera", "heater");

    @Test
    void learnsThatModelCodesDecideAndPricesDoNot() {
        var left = new ArrayList<List<String>>();
        var right = new ArrayList<List<String>>();
        for (int i = 0; i < 120; i++) {
            var maker = MAKERS.get(i % MAKERS.size());
            var thing = THINGS.get(i % THINGS.size());
            left.add(List.of(maker + " " + thing + " " + code(i), "%d.50".formatted(20 + i)));
            right.add(
                    List.of("new " + thing + " by " + maker + " model " + code(i), "%d.00".formatted(20 + i * 7 % 90)));
        }
        var pairs = new ArrayList<Labelled>();
        for (int i = 0; i < 90; i++) {
            pairs.add(new Labelled(i, i, true));
            pairs.add(new Labelled(i, (i + 30) % 90, false));
            pairs.add(new Labelled(i, (i + 5) % 90, false));
        }

        var learned = LearnPairs.of(List.of("title", "price"), left, right, pairs);

        for (int i = 90; i < 120; i++) {
            assertThat(learned.score(i, i)).as("row " + i).isGreaterThanOrEqualTo(.5);
            assertThat(learned.score(i, 90 + (i + 15) % 30))
                    .as("another of row " + i)
                    .isLessThan(.5);
        }
    }

    private static String code(int i) {
        return "X" + (char) ('A' + i % 26) + (1000 + i * 37);
    }
}
