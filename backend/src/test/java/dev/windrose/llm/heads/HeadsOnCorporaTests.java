package dev.windrose.llm.heads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.eval.EvalIntents;
import dev.windrose.llm.eval.EvalTasks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What a release promises of heads on public sets. */
@Tag("long")
@EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
class HeadsOnCorporaTests {

    @Test
    void tellsLinesOfMailThatAskForSomething() throws IOException {
        assertThat(EvalTasks.of(corpora(), new Embeddings()).f1()).isGreaterThan(0.75);
    }

    @Test
    void tellsIntentsAndTurnsAwayWhatIsNone() throws IOException {
        var scores = EvalIntents.of(corpora(), new Embeddings());
        assertThat(scores.right()).isGreaterThan(0.88);
        assertThat(scores.turnedAway()).isGreaterThan(0.6);
    }

    private static Path corpora() {
        return Path.of(System.getenv("WINDROSE_CORPORA"));
    }
}
