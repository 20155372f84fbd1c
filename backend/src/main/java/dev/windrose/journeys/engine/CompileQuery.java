package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.column.RowScope;
import dev.windrose.journeys.engine.column.Scan;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import dev.windrose.journeys.engine.fold.Groups;
import dev.windrose.journeys.engine.fold.RowMasks;
import dev.windrose.platform.error.AppException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Turns conditions into tables over the codes of some events. */
final class CompileQuery {

    private static final long FURTHEST = Buckets.micros(Instant.parse("9999-12-31T00:00:00Z"));

    private final Sources sources;

    CompileQuery(Sources sources) {
        this.sources = sources;
    }

    RowScope scope(JourneyQuery.Scope scope) {
        if (!scope.from().isBefore(scope.to())) {
            throw new AppException(JourneyError.QUESTION_UNCLEAR, "The period ends before it begins.");
        }
        var allowed = new ArrayList<RowScope.Allowed>();
        for (var test : scope.where().tests()) {
            allowed.add(new RowScope.Allowed(test.dimension().ordinal(), passing(test)));
        }
        return new RowScope(bounded(scope.from()), bounded(scope.to()), allowed);
    }

    private static long bounded(Instant instant) {
        return instant.isBefore(Instant.EPOCH.minusSeconds(62_135_596_800L))
                        || instant.getEpochSecond() > FURTHEST / 1_000_000
                ? instant.isAfter(Instant.EPOCH) ? FURTHEST : -FURTHEST
                : Buckets.micros(instant);
    }

    private boolean[] passing(Condition.Test test) {
        var dictionary = sources.dictionary(test.dimension());
        var pass = new boolean[dictionary.size()];
        Arrays.fill(pass, test.not());
        for (var value : test.values()) {
            int code = dictionary.find(value);
            if (code >= 0 && code < pass.length) {
                pass[code] = !test.not();
            }
        }
        return pass;
    }

    RowMasks masks(List<Condition> conditions) {
        var tables = new ArrayList<RowMasks.Table>();
        for (var dimension : Dimension.values()) {
            if (conditions.stream()
                    .flatMap(condition -> condition.tests().stream())
                    .anyMatch(test -> test.dimension() == dimension)) {
                tables.add(table(dimension, conditions));
            }
        }
        return new RowMasks(tables, conditions.size());
    }

    private RowMasks.Table table(Dimension dimension, List<Condition> conditions) {
        var bits = new long[sources.dictionary(dimension).size()];
        for (int i = 0; i < conditions.size(); i++) {
            var pass = new boolean[bits.length];
            Arrays.fill(pass, true);
            for (var test : conditions.get(i).tests()) {
                if (test.dimension() == dimension) {
                    var own = passing(test);
                    for (int code = 0; code < pass.length; code++) {
                        pass[code] &= code < own.length && own[code];
                    }
                }
            }
            for (int code = 0; code < bits.length; code++) {
                bits[code] |= pass[code] ? 1L << i : 0;
            }
        }
        return new RowMasks.Table(dimension.ordinal(), bits);
    }

    Groups groups(List<Dimension> breakdown) {
        return new Groups(
                breakdown.stream().mapToInt(Dimension::ordinal).toArray(),
                breakdown.stream()
                        .mapToInt(dimension -> sources.dictionary(dimension).size())
                        .toArray());
    }

    List<String> values(List<Dimension> breakdown, int[] codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(i -> sources.dictionary(breakdown.get(i)).value(codes[i]))
                .toList();
    }

    FunnelShape shape(JourneyQuery.Funnel query) {
        int steps = query.steps().size();
        if (steps == 0 || steps + query.exclusions().size() > RowMasks.MOST) {
            throw new AppException(
                    JourneyError.QUESTION_UNCLEAR,
                    "A funnel has at least one step, and at most %d steps and exclusions.".formatted(RowMasks.MOST));
        }
        var excluded = new long[steps];
        for (int i = 0; i < query.exclusions().size(); i++) {
            int after = query.exclusions().get(i).after();
            if (query.order() != FunnelShape.Order.ORDERED || after < 1 || after >= steps) {
                throw new AppException(
                        JourneyError.QUESTION_UNCLEAR, "An exclusion stands between two steps of a funnel in order.");
            }
            excluded[after - 1] |= 1L << steps + i;
        }
        long window =
                query.window() == null ? FunnelShape.ENDLESS : query.window().toNanos() / 1_000;
        return new FunnelShape(query.order(), steps, Math.min(window, FunnelShape.ENDLESS), excluded);
    }

    Scan scan(JourneyQuery.Scope scope, RowMasks masks, int[] more, boolean amounts) {
        return new Scan(
                sources.view(),
                scope(scope),
                IntStream.concat(Arrays.stream(masks.dimensions()), Arrays.stream(more))
                        .toArray(),
                amounts);
    }
}
