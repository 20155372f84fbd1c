package dev.windrose.agents.run;

/**
 * What a run has used.
 *
 * @param cost in millionths
 */
public record RunUse(int steps, long tokens, long cost, long workedMillis) {

    public static final RunUse NOTHING = new RunUse(0, 0, 0, 0);

    RunUse plus(RunUse more) {
        return new RunUse(steps + more.steps, tokens + more.tokens, cost + more.cost, workedMillis + more.workedMillis);
    }
}
