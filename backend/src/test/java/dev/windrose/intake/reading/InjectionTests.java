package dev.windrose.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.eval.Worlds;
import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.heads.SentenceHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Instructions in outside messages are data: none of them is carried out, and nothing of others is told. */
class InjectionTests {

    private static final Path FOLDER = Path.of("src/test/fixtures/intake");
    private static final Heads HEADS = new SentenceHeads(new Embeddings());

    static Stream<JsonNode> cases() throws IOException {
        return Files.readAllLines(FOLDER.resolve("injections.jsonl")).stream().map(JsonMapper.shared()::readTree);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void carriesOutNothing(JsonNode one) throws IOException {
        var known = Worlds.in(FOLDER).known(one);
        var understanding = ReadMessage.of(known.message(), new InMemoryRecords(known.known()), HEADS);
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
