package dev.windrose.agents.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The cases of every agent hold, and what the page shows of them was measured with the files as they are. */
@WindroseTest
class AgentCaseTests {

    /** Those that the product was given from the start; a new one may begin with less. */
    private static final Map<String, Integer> FEWEST = Map.of("action-recommendation", 12);

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
            assertThat(cases.cases()).as(file.name()).hasSizeGreaterThanOrEqualTo(FEWEST.getOrDefault(file.name(), 1));
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
            results.of(file).ifPresent(result -> assertThat(result.print())
                    .as("Run ./windrose eval own-agents: the results of %s are of other files.", file.name())
                    .isEqualTo(file.print()));
        }
        assertThat(FEWEST.keySet())
                .allSatisfy(name ->
                        assertThat(files.find(name).flatMap(results::of)).isPresent());
    }
}
