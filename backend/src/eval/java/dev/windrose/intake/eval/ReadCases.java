package dev.windrose.intake.eval;

import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.intake.reading.ReadMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** The reader alone, without database: for quick measuring while its rules are worked on. */
public final class ReadCases {

    private ReadCases() {}

    public static void main(String... arguments) throws IOException {
        var lines = new ArrayList<String>();
        for (var one : Cases.in(Path.of(arguments[0]))) {
            var understanding = ReadMessage.of(one.message(), new InMemoryRecords(one.known()));
            lines.add(Cases.JSON.writeValueAsString(Predictions.of(one.id(), understanding)));
        }
        Files.write(Path.of(arguments[1]), lines);
    }
}
