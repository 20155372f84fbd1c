package dev.windrose.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code docs/generated}: compared by the tests, written with {@code -Dwindrose.docs=write}. */
public final class GeneratedDoc {

    private static final Path FOLDER = Path.of("..", "docs", "generated");

    private GeneratedDoc() {}

    public static void check(String name, String content) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("windrose.docs"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, content);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "docs/generated/%s differs from the code: run `./windrose docs`, read the difference, commit it",
                            name)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
