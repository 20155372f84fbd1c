package dev.windrose.agents.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use at most.
 *
 * @param cost in millionths
 * @param seconds of work, without waiting
 */
public record RunLimits(
        @Nullable Integer steps,
        @Nullable Long tokens,
        @Nullable Long cost,
        @Nullable Long seconds) {

    public static final RunLimits NONE = new RunLimits(null, null, null, null);

    /** The lesser of each. */
    RunLimits narrowedBy(@Nullable RunLimits other) {
        return other == null
                ? this
                : new RunLimits(
                        lesser(steps, other.steps),
                        lesser(tokens, other.tokens),
                        lesser(cost, other.cost),
                        lesser(seconds, other.seconds));
    }

    private static <N extends Comparable<N>> @Nullable N lesser(@Nullable N one, @Nullable N other) {
        return one == null || other != null && other.compareTo(one) < 0 ? other : one;
    }

    /** What is left for a sub-run. */
    RunLimits less(RunUse used) {
        return new RunLimits(
                steps == null ? null : Math.max(0, steps - used.steps()),
                tokens == null ? null : Long.valueOf(Math.max(0, tokens - used.tokens())),
                cost == null ? null : Long.valueOf(Math.max(0, cost - used.cost())),
                seconds == null ? null : Long.valueOf(Math.max(0, seconds - used.workedMillis() / 1000)));
    }

    /** Which limit leaves no room for another step. */
    Optional<String> reached(RunUse used) {
        if (steps != null && used.steps() >= steps) {
            return Optional.of("The limit of %d steps is reached.".formatted(steps));
        }
        if (tokens != null && used.tokens() >= tokens && used.tokens() > 0) {
            return Optional.of("The limit of %,d tokens is reached.".formatted(tokens));
        }
        if (cost != null && used.cost() >= cost && used.cost() > 0) {
            return Optional.of("The limit of money is reached.");
        }
        return seconds != null && used.workedMillis() >= seconds * 1000
                ? Optional.of("The limit of %d s of work is reached.".formatted(seconds))
                : Optional.empty();
    }
}
