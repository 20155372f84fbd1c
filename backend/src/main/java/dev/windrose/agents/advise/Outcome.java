package dev.windrose.agents.advise;

/**
 * What became of the recommendations of a rule.
 *
 * @param worked were done, and then nothing called for them any more; that one led to the other is not claimed
 * @param byItself nothing called for them any more before anybody decided
 */
public record Outcome(String rule, long offered, long done, long dismissed, long worked, long byItself) {}
