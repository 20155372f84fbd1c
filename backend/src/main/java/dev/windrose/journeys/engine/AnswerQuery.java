package dev.windrose.journeys.engine;

import dev.windrose.journeys.engine.column.RowScope;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelFold;
import dev.windrose.journeys.engine.fold.Longs;
import dev.windrose.journeys.engine.fold.PathFold;
import dev.windrose.journeys.engine.fold.RetentionFold;
import dev.windrose.journeys.engine.fold.SeriesFold;
import dev.windrose.platform.error.AppException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Folds the events for a question. */
public final class AnswerQuery {

    private static final Duration LONGEST = Duration.ofDays(366 * 50);

    private final Sources sources;
    private final CompileQuery compile;
    private final int threads;

    public AnswerQuery(Sources sources, int threads) {
        this.sources = sources;
        this.compile = new CompileQuery(sources);
        this.threads = threads;
    }

    public JourneyAnswer answer(JourneyQuery query) {
        return switch (query) {
            case JourneyQuery.Funnel funnel -> funnel(funnel);
            case JourneyQuery.DropOffs dropOffs -> dropOffs(dropOffs);
            case JourneyQuery.Retention retention -> retention(retention);
            case JourneyQuery.PathsFrom paths -> paths(paths);
            case JourneyQuery.Attribution attribution ->
                new AnswerAttribution(sources, compile, threads).answer(attribution);
            case JourneyQuery.Series series -> series(series);
            case JourneyQuery.Comparison comparison -> comparison(comparison);
        };
    }

    private JourneyAnswer comparison(JourneyQuery.Comparison comparison) {
        var scope = comparison.scope();
        var before = new JourneyQuery.Scope(scope.grain(), comparison.from(), comparison.to(), scope.where());
        return new JourneyAnswer.Comparison(
                answer(comparison.query()), answer(comparison.query().within(before)));
    }

    private FunnelFold fold(JourneyQuery.Funnel query, FunnelFold.Wish wish) {
        var conditions = new ArrayList<>(query.steps());
        query.exclusions().forEach(exclusion -> conditions.add(exclusion.condition()));
        var shape = compile.shape(query);
        var masks = compile.masks(conditions);
        var groups = compile.groups(query.breakdown());
        return compile
                .scan(query.scope(), masks, groups.dimensions(), false)
                .run(threads, () -> new FunnelFold(shape, masks.copy(), groups, wish))
                .stream()
                .reduce(FunnelFold::add)
                .orElseThrow();
    }

    private JourneyAnswer.Funnel funnel(JourneyQuery.Funnel query) {
        var fold = fold(query, new FunnelFold.Wish(query.times(), -1));
        var groups = compile.groups(query.breakdown());
        var found = new ArrayList<JourneyAnswer.FunnelGroup>();
        for (int i = 0; i < fold.groupCount(); i++) {
            var counts = fold.group(i);
            var reached = counts.reached();
            var steps = IntStream.range(0, reached.length)
                    .mapToObj(step -> new JourneyAnswer.Step(
                            reached[step], times(counts.fromStart()[step]), times(counts.fromPrevious()[step])))
                    .toList();
            found.add(new JourneyAnswer.FunnelGroup(
                    compile.values(query.breakdown(), groups.codes(fold.groupKey(i))), steps));
        }
        found.sort(Comparator.comparing((JourneyAnswer.FunnelGroup group) ->
                        -group.steps().getFirst().entities())
                .thenComparing(group -> group.values().toString()));
        return new JourneyAnswer.Funnel(found);
    }

    private static JourneyAnswer.@Nullable Times times(Longs durations) {
        if (durations.size() == 0) {
            return null;
        }
        var sorted = durations.sorted();
        return new JourneyAnswer.Times(
                Longs.percentile(sorted, 0.1),
                Longs.percentile(sorted, 0.25),
                Longs.percentile(sorted, 0.5),
                Longs.percentile(sorted, 0.75),
                Longs.percentile(sorted, 0.9));
    }

    private JourneyAnswer.DropOffs dropOffs(JourneyQuery.DropOffs query) {
        if (query.step() < 1 || query.step() > query.funnel().steps().size()) {
            throw new AppException(JourneyError.QUESTION_UNCLEAR, "The funnel has no step %d.".formatted(query.step()));
        }
        var plain = query.funnel();
        var listed = fold(plain, new FunnelFold.Wish(false, query.step())).listed();
        var entities = IntStream.range(0, listed.size())
                .mapToObj(i -> sources.keys().apply((int) listed.get(i)))
                .sorted(Comparator.comparing(UUID::toString))
                .limit(query.most())
                .toList();
        return new JourneyAnswer.DropOffs(entities, listed.size());
    }

    private Buckets buckets(Buckets.Unit unit, ZoneId zone, JourneyQuery.Scope scope) {
        RowScope rows = compile.scope(scope);
        if (rows.to() - rows.from() > LONGEST.toNanos() / 1_000) {
            throw new AppException(JourneyError.QUESTION_UNCLEAR, "A question by period spans at most 50 years.");
        }
        return new Buckets(unit, zone, scope.from(), scope.to());
    }

    private JourneyAnswer.Retention retention(JourneyQuery.Retention query) {
        var buckets = buckets(query.unit(), query.zone(), query.scope());
        var masks = compile.masks(List.of(query.start(), query.back()));
        var fold = compile
                .scan(query.scope(), masks, new int[0], false)
                .run(threads, () -> new RetentionFold(buckets, masks.copy()))
                .stream()
                .reduce(RetentionFold::add)
                .orElseThrow();
        var cohorts = new ArrayList<JourneyAnswer.Cohort>();
        int whole = wholePeriods(query.unit(), query.zone(), query.scope().to(), buckets);
        for (int cohort = 0; cohort < buckets.count(); cohort++) {
            if (fold.sizes()[cohort] > 0) {
                cohorts.add(new JourneyAnswer.Cohort(
                        buckets.days().get(cohort),
                        fold.sizes()[cohort],
                        LongStream.of(fold.returned(cohort)).boxed().toList(),
                        Math.max(0, whole - cohort)));
            }
        }
        return new JourneyAnswer.Retention(cohorts);
    }

    private static int wholePeriods(Buckets.Unit unit, ZoneId zone, Instant to, Buckets buckets) {
        var after = unit.next(buckets.days().getLast()).atStartOfDay(zone).toInstant();
        return to.isBefore(after) ? buckets.count() - 1 : buckets.count();
    }

    private JourneyAnswer.PathsFrom paths(JourneyQuery.PathsFrom query) {
        if (query.length() < 1 || query.length() > 50) {
            throw new AppException(JourneyError.QUESTION_UNCLEAR, "A path has 1 to 50 events.");
        }
        var masks = compile.masks(List.of(query.first()));
        int dimension = query.dimension().ordinal();
        var all = compile
                .scan(query.scope(), masks, new int[] {dimension}, false)
                .run(threads, () -> new PathFold(masks.copy(), dimension, query.length(), query.back()))
                .stream()
                .reduce(PathFold::add)
                .orElseThrow()
                .all();
        var dictionary = sources.dictionary(query.dimension());
        var paths = all.stream()
                .map(path -> new JourneyAnswer.Path(
                        path.getKey().stream().map(dictionary::value).toList(), path.getValue()))
                .sorted(Comparator.comparing((JourneyAnswer.Path path) -> -path.entities())
                        .thenComparing(path -> String.join("\u0001", path.values())))
                .limit(query.most())
                .toList();
        return new JourneyAnswer.PathsFrom(
                paths, all.stream().mapToLong(Map.Entry::getValue).sum());
    }

    private JourneyAnswer.Series series(JourneyQuery.Series query) {
        var buckets = buckets(query.unit(), query.zone(), query.scope());
        var masks = compile.masks(List.of(query.counted()));
        var groups = compile.groups(query.breakdown());
        var fold = compile
                .scan(query.scope(), masks, groups.dimensions(), true)
                .run(threads, () -> new SeriesFold(buckets, masks.copy(), groups))
                .stream()
                .reduce(SeriesFold::add)
                .orElseThrow();
        var found = IntStream.range(0, fold.groupCount())
                .mapToObj(i -> new JourneyAnswer.SeriesGroup(
                        compile.values(query.breakdown(), groups.codes(fold.groupKey(i))),
                        list(fold.points(i).events()),
                        list(fold.points(i).entities()),
                        list(fold.points(i).amounts())))
                .sorted(Comparator.comparing(group -> group.values().toString()))
                .toList();
        return new JourneyAnswer.Series(buckets.days(), found);
    }

    private static List<Long> list(long[] values) {
        return LongStream.of(values).boxed().collect(Collectors.toList());
    }
}
