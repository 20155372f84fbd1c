package dev.windrose.agents.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The cases of an agent.
 *
 * @param floor the share of them that has to go as expected
 */
record AgentCases(double floor, List<AgentCase> cases) {

    /**
     * One case.
     *
     * @param world what is written before, each on a day counted from today
     * @param as the role of whoever starts the run
     */
    record AgentCase(
            String id,
            String says,
            String as,
            @Nullable String goal,
            List<Map<String, Object>> world,
            Map<String, Object> input,
            List<Map<String, Object>> expect) {}

    static AgentCases of(String agent) {
        try {
            return read(new ClassPathResource("agents/" + agent + "/evals.yaml")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AgentCases read(String text) {
        Map<String, Object> given = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        var cases = list(given.get("cases")).stream()
                .map(one -> new AgentCase(
                        String.valueOf(one.get("id")),
                        String.valueOf(one.get("says")),
                        String.valueOf(Objects.requireNonNullElse(one.get("as"), "owner")),
                        (String) one.get("goal"),
                        list(one.get("world")),
                        map(one.get("input")),
                        list(one.get("expect"))))
                .toList();
        cases.stream().filter(one -> one.expect().isEmpty()).findFirst().ifPresent(one -> {
            throw new IllegalArgumentException("The case %s expects nothing.".formatted(one.id()));
        });
        return new AgentCases(((Number) given.get("floor")).doubleValue(), cases);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
