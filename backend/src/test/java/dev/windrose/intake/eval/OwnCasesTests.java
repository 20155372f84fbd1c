package dev.windrose.intake.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.heads.SentenceHeads;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reader does not fall behind what it was measured at on messages of our own; {@code ./windrose eval own} tells the figures. */
class OwnCasesTests {

    private static final Path FOLDER = Path.of("src/test/fixtures/intake");
    private static final Heads HEADS = new SentenceHeads(new Embeddings());

    private static IntakeScore score(OwnCases cases) {
        return cases.score(one -> ReadCases.read(one, HEADS));
    }

    private static void holds(IntakeScore score, double operations, double fields, double intents, double broken) {
        assertThat(score.operations().f1()).as("operations").isGreaterThanOrEqualTo(operations);
        assertThat(score.fields().f1()).as("fields").isGreaterThanOrEqualTo(fields);
        assertThat(score.intents().f1()).as("intents").isGreaterThanOrEqualTo(intents);
        assertThat(score.broken() / (double) score.cases().size())
                .as("cases with a write that must not be")
                .isLessThanOrEqualTo(broken);
    }

    @Test
    void eachEighthMessageIsReadAsWellAsBefore() throws IOException {
        var score = score(OwnCases.in(FOLDER).each(8));
        assertThat(score.cases()).hasSize(168);
        holds(score, 0.89, 0.85, 0.86, 0.012);
    }

    @Test
    @Tag("long")
    void messagesThatAreOnlyRunAreReadAsWellAsBefore() throws IOException {
        var score = score(OwnCases.in(FOLDER).of(OwnCases.Group.ONLY_RUN));
        assertThat(score.cases()).hasSize(230);
        holds(score, 0.77, 0.72, 0.74, 0.04);
    }

    @Test
    @Tag("long")
    void allMessagesAreReadAsWellAsBefore() throws IOException {
        var score = score(OwnCases.in(FOLDER));
        assertThat(score.cases()).hasSize(1337);
        holds(score, 0.88, 0.84, 0.86, 0.012);
        assertThat(score.clarify().recall()).as("questions where one is due").isGreaterThanOrEqualTo(0.84);
        assertThat(score.answered()).as("answers").isGreaterThanOrEqualTo(29);
    }
}
