package dev.windrose.agents.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what comes next in a loop. A bean per playbook. What it says is kept, so a run that goes on after a crash does what was said before; it is asked
 * outside of transactions and may ask a language model.
 */
public interface Playbook {

    String name();

    Next next(View view);

    /**
     * What has happened so far.
     *
     * @param round from 1
     * @param ended steps by id, in their order
     * @param answers of people, by question
     */
    record View(
            String goal,
            Map<String, @Nullable Object> input,
            int round,
            Map<String, StepResult> ended,
            Map<String, Map<String, @Nullable Object>> answers) {}

    /** What comes next. */
    sealed interface Next {

        /** Calls that do not need each other. */
        record Call(List<RunStep> steps) implements Next {}

        /** @param fields by name, and what each is */
        record Ask(String question, Map<String, String> fields) implements Next {}

        record Finish(@Nullable Object result) implements Next {}
    }
}
