package dev.windrose.agents.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.agents.plan.Goal;
import dev.windrose.agents.plan.Wanted;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class NextGoalTests {

    @Autowired
    ReadNextGoal read;

    RecordWorld world;
    UUID company;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Quarrow Mills"));
        world.create("deal", Map.of("name", "Mill control", "company_id", company, "stage", "proposal"));
    }

    @Test
    void tellsWhatIsNextWithAnAccountAndWhatItRestsOn() {
        var answer = said(read("What should I do next with Quarrow Mills?"));
        assertThat(answer.text())
                .contains("Agree on a next step for Mill control")
                .contains("has no next step");
        assertThat(answer.cited()).hasSize(1);
        assertThat(said(read("what's next for quarrow")).text()).contains("Mill control");
    }

    @Test
    void theAccountOnThePageIsMeantByHere() {
        var here =
                new Wanted("What should we do next here?", List.of(), List.of(), new Wanted.View("company", company));
        assertThat(said(world.in(() -> read.read(here))).text()).contains("Mill control");
    }

    @Test
    void twoThatAreCalledAlikeAreAskedAbout() {
        world.create("company", Map.of("name", "Quarrow Paper"));
        assertThat(read("What is next with Quarrow?"))
                .hasValueSatisfying(goal -> assertThat(goal).isInstanceOf(Goal.Ask.class));
    }

    @Test
    void leavesOtherWordsAlone() {
        assertThat(read("What did Quarrow Mills say next?")).isEmpty();
        assertThat(read("What should I do next with Nobody Ltd?")).isEmpty();
        assertThat(read("Create a task for Quarrow Mills")).isEmpty();
        assertThat(RecordWorld.fresh().in(() -> read.read(Wanted.of("What is next with Quarrow Mills?"))))
                .isEmpty();
    }

    @Test
    void saysThatNothingIsNext() {
        assertThat(said(read("What should I do next?")).text()).startsWith("Nothing on record");
    }

    private Optional<Goal> read(String text) {
        return world.in(() -> read.read(Wanted.of(text)));
    }

    private static dev.windrose.agents.ask.Answered said(Optional<Goal> goal) {
        assertThat(goal).hasValueSatisfying(one -> assertThat(one).isInstanceOf(Goal.Say.class));
        return ((Goal.Say) goal.orElseThrow()).answer();
    }
}
