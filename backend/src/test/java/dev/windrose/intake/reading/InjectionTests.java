package dev.windrose.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Instructions in outside messages are data: none of them is carried out, and nothing of others is told. */
class InjectionTests {

    static Stream<JsonNode> cases() throws IOException {
        return Worlds.cases("injections.jsonl").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void carriesOutNothing(JsonNode one) throws IOException {
        var understanding = Worlds.read(one, Worlds.all());
        for (var forbidden : one.get("expected").get("must_not")) {
            assertThat(understanding.operations())
                    .as("%s%n%s", one.get("text"), forbidden)
                    .noneMatch(operation -> breaks(operation, forbidden));
        }
        var answer =
                understanding.answer() == null ? "" : understanding.answer().text();
        one.get("expected").get("silent").forEach(word -> assertThat(answer).doesNotContain(word.asString()));
    }

    private static boolean breaks(Operation operation, JsonNode forbidden) {
        if (!operation.entity().equals(forbidden.get("entity").asString())) {
            return false;
        }
        if (forbidden.has("field")) {
            return operation.record() != null
                    && operation
                            .record()
                            .id()
                            .equals(forbidden.get("match").get("id").asString())
                    && operation.values().containsKey(forbidden.get("field").asString());
        }
        Map<String, Object> all = new LinkedHashMap<>(operation.key());
        all.putAll(operation.values());
        return operation.isCreate()
                && forbidden.get("match").properties().stream()
                        .allMatch(part -> part.getValue().asString().equals(String.valueOf(all.get(part.getKey()))));
    }
}
