package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.run.RunPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read: a question that has to come first, a plan, or what can be said without doing anything. */
public sealed interface Goal {

    /**
     * Facts are missing that the record does not hold.
     *
     * @param choices what may be answered; empty where anything may
     */
    record Ask(String question, List<String> choices) implements Goal {

        public Ask {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Steps that can be carried out.
     *
     * @param steps by the id of a step of the plan what people should know of it
     * @param says the answer once it is done; null to have it made from what was done
     * @param show whether it waits for a person to look at it first
     */
    record Planned(
            RunPlan plan,
            Map<String, StepNote> steps,
            @Nullable Answered says,
            boolean show) implements Goal {

        public Planned {
            steps = Map.copyOf(steps);
        }

        /** Carried out at once: every effect was said, or there is only one and it can be undone. */
        public static Planned atOnce(RunPlan plan, @Nullable Answered says) {
            return new Planned(plan, Map.of(), says, false);
        }
    }

    /** Nothing is to be done, and why; or it may not be done, with the clause in what is cited. */
    record Say(Answered answer) implements Goal {}

    /**
     * What people should know of a step before it runs.
     *
     * @param does in one line
     * @param clause of the policy that makes it wait for an approval
     */
    record StepNote(
            String does,
            @Nullable String agent,
            boolean reversible,
            @Nullable String clause) {}
}
