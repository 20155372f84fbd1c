package dev.windrose.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.names.InMemoryRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the resource is a message and what should be understood; see the head of the file. */
class ReaderCasesTests {

    static Stream<Arguments> cases() throws IOException {
        var world = World.records();
        var town = World.of(text("town.txt"));
        return Stream.of(
                        lines("cases.txt", world),
                        lines("asking.txt", town),
                        lines("guards.txt", town),
                        lines("people.txt", town))
                .flatMap(found -> found);
    }

    private static Stream<Arguments> lines(String file, InMemoryRecords records) throws IOException {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arguments.of(line, records));
    }

    private static String text(String file) throws IOException {
        try (var in = ReaderCasesTests.class.getResourceAsStream("/intake/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void understands(String line, InMemoryRecords records) {
        var head = line.substring(0, line.indexOf(" | "));
        var text = line.substring(line.indexOf(" | ") + 3, line.lastIndexOf(" => "))
                .replace("\\n", "\n");
        var author = head.equals("email_out") || head.equals("web_form") || head.equals("api")
                ? null
                : new Message.Author("Nadia Feld", "Account Executive");
        var message = new Message(text, head.replace("_out", ""), OffsetDateTime.parse(World.NOW), author, null, null);
        var understanding = ReadMessage.of(message, records);
        assertThat(World.missing(understanding, line.substring(line.lastIndexOf(" => ") + 4)))
                .as("%s", understanding)
                .isEmpty();
    }
}
