package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.attribution.Credit;
import dev.windrose.journeys.engine.attribution.MarkovChain;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a question is answered with. */
public sealed interface JourneyAnswer {

    /** The values of the breakdown, in its order; empty texts where events have none. */
    record Funnel(List<FunnelGroup> groups) implements JourneyAnswer {}

    record FunnelGroup(List<String> values, List<Step> steps) {}

    /** @param fromStart how long after the first step; null where nobody was asked to tell or nobody got there */
    record Step(
            long entities,
            @Nullable Times fromStart,
            @Nullable Times fromPrevious) {}

    /** In microseconds, between two values in proportion. */
    record Times(double p10, double p25, double median, double p75, double p90) {}

    /** @param all how many there are; the list may hold fewer */
    record DropOffs(List<UUID> entities, long all) implements JourneyAnswer {}

    record Retention(List<Cohort> cohorts) implements JourneyAnswer {}

    /**
     * @param returned how many came back in the same period, the next one, and so on
     * @param whole how many of those periods lie wholly within what was asked; the others may still grow
     */
    record Cohort(LocalDate first, long size, List<Long> returned, int whole) {}

    record PathsFrom(List<Path> paths, long all) implements JourneyAnswer {}

    record Path(List<String> values, long entities) {}

    /**
     * @param credits by model
     * @param unexplained conversions without any touch before them
     */
    record Attribution(
            Map<String, List<Credit>> credits, Map<Integer, List<MarkovChain.Removal>> removals, long unexplained)
            implements JourneyAnswer {}

    record Series(List<LocalDate> periods, List<SeriesGroup> groups) implements JourneyAnswer {}

    record SeriesGroup(List<String> values, List<Long> events, List<Long> entities, List<Long> amounts) {}

    record Comparison(JourneyAnswer now, JourneyAnswer before) implements JourneyAnswer {}
}
