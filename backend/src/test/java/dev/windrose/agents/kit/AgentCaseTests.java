package dev.windrose.agents.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The cases of every agent hold, and what the page shows of them was measured with the files as they are. */
@WindroseTest
class AgentCaseTests {

    private static final int FEWEST = 12;

    @Autowired
    ApplicationContext context;

    @Autowired
    AgentFiles files;

    @Autowired
    EvalResults results;

    @Test
    void everyAgentPassesItsCases() {
        for (var file : files.all()) {
            var cases = AgentCases.of(file.name());
            assertThat(cases.cases()).as(file.name()).hasSizeGreaterThanOrEqualTo(FEWEST);
            var all = new RunCases(context).all(file.name(), cases);
            var failed = all.stream().filter(one -> !one.passed()).toList();
            assertThat(all.size() - failed.size())
                    .as("%s: %s", file.name(), failed)
                    .isGreaterThanOrEqualTo((int) Math.ceil(cases.floor() * all.size()));
        }
    }

    @Test
    void whatThePageShowsIsOfTheseFiles() {
        for (var file : files.all()) {
            assertThat(results.of(file))
                    .as("Run ./windrose eval own-agents: results of %s are missing or of other files.", file.name())
                    .hasValueSatisfying(result -> assertThat(result.print()).isEqualTo(file.print()));
        }
    }
}
