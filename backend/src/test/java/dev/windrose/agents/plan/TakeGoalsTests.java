package dev.windrose.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class TakeGoalsTests {

    GoalWorld world;

    @BeforeEach
    void begin() {
        world = GoalWorld.fresh();
    }

    @Test
    void aSafeGoalIsCarriedOutAtOnceAndOnce() {
        var told = world.say("sample: task");
        assertThat(GoalWorld.names(told)).containsExactly("written", "answer");
        assertThat(GoalWorld.answer(told)).isEqualTo("Made: task Water the plants.");
        assertThat(world.all("task")).singleElement().satisfies(task -> assertThat(task.title())
                .isEqualTo("Water the plants"));
        assertThat(GoalWorld.names(world.say("undo that"))).containsExactly("written");
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void aQuestionIsAskedOnce() {
        assertThat(GoalWorld.question(world.say("sample: a note on nothing"))).isEqualTo("Sample: a note on what?");
        var told = world.say("I do not know");
        assertThat(GoalWorld.answer(told)).contains("Nothing was changed.");
        assertThat(told.getLast().data()).containsEntry("refused", true);
    }

    @Test
    void anImpossibleGoalSaysWhyAndIsNotReadAsNews() {
        var told = world.say("sample: impossible");
        assertThat(GoalWorld.answer(told)).contains("takes text").endsWith("Nothing was changed.");
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void aPlanOfMoreStepsIsShownFirst() {
        assertThat(GoalWorld.names(world.say("sample: two"))).containsExactly("plan");
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void whatIsNoGoalIsReadAsBefore() {
        world.records().create("company", java.util.Map.of("name", "Quarrow Mills"));
        assertThat(GoalWorld.names(world.say("Called Quarrow Mills today."))).contains("understood", "written");
        assertThat(world.all("interaction")).hasSize(1);
    }
}
