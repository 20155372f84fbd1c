package dev.windrose.journeys.engine.eval;

import java.util.List;

/**
 * A funnel over a file.
 *
 * @param negative entities whose step is dated before the one before it
 * @param censored how many entities began so late that the file may end before they got through
 * @param recently the days before the end of the file in which they began
 */
record FunnelReport(List<Step> steps, List<String> negative, int censored, double recently, List<String> notes) {

    /**
     * @param rate share of the entities of the first step
     * @param medianDays from the first step, or the one before; not a number where nobody has a time for it
     */
    record Step(String name, long entities, double rate, double medianDays) {}
}
