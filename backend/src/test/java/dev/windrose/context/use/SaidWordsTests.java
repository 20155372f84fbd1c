package dev.windrose.context.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.use.SaidWords.Saying;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaidWordsTests {

    private static final UUID HOUR = UUID.randomUUID();
    private static final UUID LONGER = UUID.randomUUID();

    private static List<String> found(String text, Saying... sayings) {
        return new SaidWords(text)
                .among(List.of(sayings)).stream()
                        .map(said -> said.saying().words() + (said.exact() ? "" : " ~"))
                        .toList();
    }

    @Test
    void findsTheVeryWordsWhateverTheirForm() {
        assertThat(found(
                        "Hi Ann,\n\nit is INSTALLED in an hour -- while production runs. Best",
                        new Saying(HOUR, 1, "Installed in an hour, while production runs")))
                .containsExactly("Installed in an hour, while production runs");
    }

    @Test
    void findsWordsMuchLikeThemWhereThereAreEnough() {
        var leaks = new Saying(HOUR, 1, "Leaks found within the first week in two plants of three");
        assertThat(found("We saw leaks found within the very first week in two plants of three.", leaks))
                .containsExactly("Leaks found within the first week in two plants of three ~");
        assertThat(found("Leaks found within the first month in one plant of five", leaks))
                .isEmpty();
        assertThat(found("No pipe was cut", new Saying(HOUR, 1, "No pipe is cut")))
                .isEmpty();
    }

    @Test
    void takesTheLongerSayingAndTheNewerVersion() {
        assertThat(found(
                        "Installed in an hour, while production runs",
                        new Saying(HOUR, 1, "Installed in an hour"),
                        new Saying(LONGER, 1, "Installed in an hour, while production runs")))
                .containsExactly("Installed in an hour, while production runs");
        assertThat(new SaidWords("Accuracy within 0.5 % of reading")
                        .among(List.of(
                                new Saying(HOUR, 1, "Accuracy within 0.5 % of reading"),
                                new Saying(HOUR, 4, "Accuracy within 0.5 % of reading")))
                        .getFirst()
                        .saying()
                        .version())
                .isEqualTo(4);
    }

    @Test
    void oneOrTwoShortWordsAreSaidByAccident() {
        assertThat(found("It is fast and exact", new Saying(HOUR, 1, "Fast"), new Saying(LONGER, 1, "Is fast")))
                .isEmpty();
        assertThat(found("It calibrates itself.", new Saying(HOUR, 1, "Calibrates itself")))
                .containsExactly("Calibrates itself");
    }
}
