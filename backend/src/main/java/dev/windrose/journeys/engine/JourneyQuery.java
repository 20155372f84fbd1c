package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about journeys. */
public sealed interface JourneyQuery {

    /** Which events count at all: those of {@code from <= time < to} that meet a condition. */
    record Scope(Grain grain, Instant from, Instant to, Condition where) {}

    /** @param after the step, from 1, after which such an event ends a chain that waits for the next one */
    record Exclusion(Condition condition, int after) {}

    Scope scope();

    /** The same question about other events. */
    JourneyQuery within(Scope other);

    /**
     * How many entities got through steps. Without exclusions the level of an entity is that of {@code windowFunnel} of ClickHouse.
     *
     * @param window how long after the first step; null without an end
     * @param breakdown an entity counts in the group of the event with which its furthest chain began
     * @param times whether to tell how long the steps took
     */
    record Funnel(
            Scope scope,
            List<Condition> steps,
            FunnelShape.Order order,
            @Nullable Duration window,
            List<Exclusion> exclusions,
            List<Dimension> breakdown,
            boolean times)
            implements JourneyQuery {

        @Override
        public Funnel within(Scope other) {
            return new Funnel(other, steps, order, window, exclusions, breakdown, times);
        }
    }

    /** Who got to a step and not to the next. */
    record DropOffs(Funnel funnel, int step, int most) implements JourneyQuery {

        @Override
        public Scope scope() {
            return funnel.scope();
        }

        @Override
        public DropOffs within(Scope other) {
            return new DropOffs(funnel.within(other), step, most);
        }
    }

    /** Of the entities that began in one period, how many came back in each later one. */
    record Retention(Scope scope, Condition start, Condition back, Buckets.Unit unit, ZoneId zone)
            implements JourneyQuery {

        @Override
        public Retention within(Scope other) {
            return new Retention(other, start, back, unit, zone);
        }
    }

    /** The most frequent sequences after, or before, the first event that meets a condition. */
    record PathsFrom(Scope scope, Condition first, Dimension dimension, int length, boolean back, int most)
            implements JourneyQuery {

        @Override
        public PathsFrom within(Scope other) {
            return new PathsFrom(other, first, dimension, length, back, most);
        }
    }

    /**
     * The credit of channels for conversions, by every model.
     *
     * @param orders of Markov chains
     */
    record Attribution(
            Scope scope,
            Condition touch,
            Condition conversion,
            Dimension channel,
            Duration lookBack,
            Duration halfLife,
            List<Integer> orders)
            implements JourneyQuery {

        @Override
        public Attribution within(Scope other) {
            return new Attribution(other, touch, conversion, channel, lookBack, halfLife, orders);
        }
    }

    /** Events, entities and amounts by period. */
    record Series(Scope scope, Condition counted, Buckets.Unit unit, ZoneId zone, List<Dimension> breakdown)
            implements JourneyQuery {

        @Override
        public Series within(Scope other) {
            return new Series(other, counted, unit, zone, breakdown);
        }
    }

    /** The same question about two periods. */
    record Comparison(JourneyQuery query, Instant from, Instant to) implements JourneyQuery {

        @Override
        public Scope scope() {
            return query.scope();
        }

        @Override
        public Comparison within(Scope other) {
            return new Comparison(query.within(other), from, to);
        }
    }
}
