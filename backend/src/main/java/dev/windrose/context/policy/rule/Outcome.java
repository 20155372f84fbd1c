package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule asks for where its condition holds. */
public sealed interface Outcome {

    /**
     * @param by roles that all have to approve
     * @param ordered one after the other
     */
    record Approval(List<String> by, boolean ordered) implements Outcome {
        public Approval {
            by = List.copyOf(by);
        }
    }

    /** Prohibited. */
    record Refuse() implements Outcome {}

    /** The unit price may not be lower; the condition of the rule holds the comparison. */
    record Floor(BigDecimal price, @Nullable String currency) implements Outcome {}

    /** So much is taken off. */
    record PercentOff(BigDecimal percent) implements Outcome {}

    /** Who gets it. */
    record Route(String to) implements Outcome {}

    /** Fields that have to be filled; the condition of the rule does not name them. */
    record Missing(List<String> fields) implements Outcome {
        public Missing {
            fields = List.copyOf(fields);
        }
    }

    /** Said to be free. Asks nothing, but denies what another clause asks. */
    record Allow() implements Outcome {}
}
