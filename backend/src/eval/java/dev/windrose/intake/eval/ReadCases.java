package dev.windrose.intake.eval;

import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.heads.SentenceHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** The reader alone, without database: for quick measuring while its rules are worked on. */
public final class ReadCases {

    private ReadCases() {}

    /** Arguments: cases, predictions, and {@code rules} to leave the heads out. */
    public static void main(String... arguments) throws IOException {
        var lines = new ArrayList<String>();
        Heads heads = arguments.length > 2 ? Heads.SILENT : new SentenceHeads(new Embeddings());
        for (var one : Cases.in(Path.of(arguments[0]))) {
            lines.add(Cases.JSON.writeValueAsString(read(one, heads)));
        }
        Files.write(Path.of(arguments[1]), lines);
        System.exit(0);
    }

    static Map<String, Object> read(Cases one, Heads heads) {
        return Predictions.of(one.id(), ReadMessage.of(one.message(), new InMemoryRecords(one.known()), heads));
    }
}
