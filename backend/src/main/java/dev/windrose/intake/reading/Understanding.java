package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says and asks for. */
public record Understanding(
        List<String> intents,
        List<Operation> operations,
        List<Question> questions,
        @Nullable Answer answer,
        boolean clarify,
        List<KnownRecord> mentioned,
        List<String> notes) {

    public Understanding with(List<Operation> others) {
        return new Understanding(intents, List.copyOf(others), questions, answer, clarify, mentioned, notes);
    }
}
