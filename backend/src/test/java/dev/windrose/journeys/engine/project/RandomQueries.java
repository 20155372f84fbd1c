package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random questions about the events of {@link RandomEvents}. */
final class RandomQueries {

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    JourneyQuery.Scope scope() {
        var from = RandomEvents.START.plus(random.nextInt(20), ChronoUnit.DAYS);
        var to = from.plus(60 + random.nextInt(60), ChronoUnit.DAYS).plus(random.nextInt(24), ChronoUnit.HOURS);
        var where =
                switch (random.nextInt(4)) {
                    case 0 -> Condition.ANY.and(Dimension.CHANNEL, "search", "mail", "");
                    case 1 -> Condition.ANY.andNot(Dimension.CHANNEL, "ads", "nobody");
                    default -> Condition.ANY;
                };
        return new JourneyQuery.Scope(Grain.values()[random.nextInt(2)], from, to, where);
    }

    private Condition condition() {
        return switch (random.nextInt(6)) {
            case 0 -> Condition.kind(kind(), kind() + "x");
            case 1 -> Condition.ANY.and(Dimension.CHANNEL, "search", "fair");
            case 2 -> Condition.kind(kind()).andNot(Dimension.CHANNEL, "ads", "");
            default -> Condition.kind(kind());
        };
    }

    private String kind() {
        return RandomEvents.KINDS.get(random.nextInt(RandomEvents.KINDS.size()));
    }

    private List<Dimension> breakdown() {
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(Dimension.CHANNEL);
            default -> List.of(Dimension.CHANNEL, Dimension.KIND);
        };
    }

    JourneyQuery.Funnel funnel() {
        var steps = new ArrayList<Condition>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            steps.add(condition());
        }
        var order = FunnelShape.Order.values()[random.nextInt(3)];
        var exclusions = new ArrayList<JourneyQuery.Exclusion>();
        if (order == FunnelShape.Order.ORDERED && random.nextBoolean()) {
            exclusions.add(new JourneyQuery.Exclusion(condition(), 1));
            exclusions.add(new JourneyQuery.Exclusion(condition(), steps.size() - 1));
        }
        var window = random.nextInt(3) == 0 ? null : Duration.ofHours(6L * random.nextInt(80));
        return new JourneyQuery.Funnel(scope(), steps, order, window, exclusions, breakdown(), true);
    }

    JourneyQuery.Retention retention() {
        return new JourneyQuery.Retention(scope(), condition(), condition(), unit(), zone());
    }

    JourneyQuery.PathsFrom paths() {
        var dimension = random.nextBoolean() ? Dimension.KIND : Dimension.CHANNEL;
        return new JourneyQuery.PathsFrom(
                scope(), condition(), dimension, 1 + random.nextInt(4), random.nextBoolean(), 10_000);
    }

    JourneyQuery.Attribution attribution() {
        return new JourneyQuery.Attribution(
                scope(),
                condition(),
                Condition.kind("paid"),
                Dimension.CHANNEL,
                Duration.ofDays(1 + random.nextInt(60)),
                Duration.ofDays(1 + random.nextInt(10)),
                List.of(1, 2));
    }

    JourneyQuery.Series series() {
        return new JourneyQuery.Series(scope(), condition(), unit(), zone(), breakdown());
    }

    JourneyQuery.Comparison comparison() {
        var series = series();
        Instant from = series.scope().from().minus(30, ChronoUnit.DAYS);
        return new JourneyQuery.Comparison(series, from, from.plus(30, ChronoUnit.DAYS));
    }

    private Buckets.Unit unit() {
        return Buckets.Unit.values()[random.nextInt(4)];
    }

    private ZoneId zone() {
        return ZoneId.of(List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata")
                .get(random.nextInt(4)));
    }
}
