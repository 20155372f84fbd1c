package dev.windrose.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the resource is a message and what should be understood; see the head of the file. */
class ReaderCasesTests {

    static Stream<String> cases() throws IOException {
        try (var in = ReaderCasesTests.class.getResourceAsStream("/intake/cases.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void understands(String line) {
        var head = line.substring(0, line.indexOf(" | "));
        var text = line.substring(line.indexOf(" | ") + 3, line.lastIndexOf(" => "))
                .replace("\\n", "\n");
        var author = head.equals("email_out") || head.equals("web_form") || head.equals("api")
                ? null
                : new Message.Author("Nadia Feld", "Account Executive");
        var message = new Message(text, head.replace("_out", ""), OffsetDateTime.parse(World.NOW), author, null, null);
        var understanding = ReadMessage.of(message, World.records());
        assertThat(World.missing(understanding, line.substring(line.lastIndexOf(" => ") + 4)))
                .as("%s", understanding)
                .isEmpty();
    }
}
