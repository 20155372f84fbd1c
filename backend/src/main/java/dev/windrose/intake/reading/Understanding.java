package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says and asks for.
 *
 * @param told what holds in our own company, as a colleague says
 */
public record Understanding(
        List<String> intents,
        List<Operation> operations,
        List<Question> questions,
        @Nullable Answer answer,
        boolean clarify,
        List<KnownRecord> mentioned,
        List<String> notes,
        List<Told> told) {

    public Understanding with(List<Operation> others) {
        return new Understanding(intents, List.copyOf(others), questions, answer, clarify, mentioned, notes, told);
    }

    /** With what our own rules add to it. */
    public Understanding adding(List<String> intent, List<Question> asked) {
        var all = new LinkedHashSet<>(intents);
        all.addAll(intent);
        if (all.size() > 1) {
            all.remove("none");
        }
        var questioned = new ArrayList<>(questions);
        questioned.addAll(asked);
        return new Understanding(
                List.copyOf(all),
                operations,
                List.copyOf(questioned),
                answer,
                clarify || !asked.isEmpty(),
                mentioned,
                notes,
                told);
    }
}
