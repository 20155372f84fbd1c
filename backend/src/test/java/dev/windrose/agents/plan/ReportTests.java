package dev.windrose.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class ReportTests {

    GoalWorld world;

    @BeforeEach
    void begin() {
        world = GoalWorld.fresh();
        var company = world.records().create("company", Map.of("name", "Quarrow Mills"));
        for (var stage : java.util.List.of("proposal", "proposal", "discovery")) {
            world.records().create("deal", Map.of("name", "Deal at " + stage, "company_id", company, "stage", stage));
        }
    }

    @Test
    void aReportHoldsTheFiguresOfTheRecord() {
        var told = world.say("Make me a report of the number of open deals by stage.");
        assertThat(GoalWorld.names(told)).contains("written", "answer");
        assertThat(world.all("report")).singleElement().satisfies(report -> {
            assertThat(report.title()).isEqualTo("Number of open deals by stage");
            assertThat(String.valueOf(report.value("figures")))
                    .contains("proposal")
                    .contains("2")
                    .contains("discovery");
        });
    }

    @Test
    void whatCannotBeWorkedOutMakesNoReport() {
        var told = world.say("Make me a report of the colour of our hopes by mood.");
        assertThat(GoalWorld.answer(told)).contains("No report was made");
        assertThat(world.all("report")).isEmpty();
    }

    @Test
    void aQuestionWithAnOrderThatNobodyReadsWritesNothing() {
        world.say("What keeps Quarrow Mills from signing? Log it as an objection.");
        assertThat(world.all("objection")).isEmpty();
        assertThat(world.all("issue")).isEmpty();
        assertThat(world.all("interaction")).isEmpty();
    }
}
