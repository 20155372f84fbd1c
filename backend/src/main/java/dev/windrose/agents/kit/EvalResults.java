package dev.windrose.agents.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the agents fared in their cases when these were last run. */
@Component
public class EvalResults {

    private static final String FILE = "agents/results.json";

    private final Map<String, Result> results;

    EvalResults(JsonMapper json) {
        var file = new ClassPathResource(FILE);
        try {
            results = file.exists()
                    ? json.readValue(file.getContentAsByteArray(), new TypeReference<Map<String, Result>>() {})
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The cases of one agent.
     *
     * @param print of the files that were measured
     */
    public record Result(String print, LocalDate on, int cases, int passed, List<Case> all) {}

    /** @param why it did not go as expected */
    public record Case(
            String id,
            String says,
            boolean passed,
            @Nullable String why,
            long millis) {}

    public Optional<Result> of(AgentFile file) {
        return Optional.ofNullable(results.get(file.name()));
    }
}
