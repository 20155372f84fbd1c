package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Measure.Kind;
import dev.windrose.agents.ask.Question.Figure;
import dev.windrose.agents.ask.Question.Group;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.FieldKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a typed question asks for. All arithmetic is here. */
@Component
class RunQuestion {

    private final ReadRows read;
    private final Workspaces workspaces;

    RunQuestion(ReadRows read, Workspaces workspaces) {
        this.read = read;
        this.workspaces = workspaces;
    }

    /**
     * A figure and the records that it rests on.
     *
     * @param number null where there is nothing to work it out from
     * @param currency of money
     * @param unit what the number counts: days, hours, percent, or nothing in particular
     * @param hits of a share the records that count
     */
    record Result(
            @Nullable Object key,
            @Nullable BigDecimal number,
            @Nullable String currency,
            String unit,
            List<Row> rows,
            int hits) {}

    Result whole(Figure figure) {
        return measured(null, figure, read.of(figure.subject(), paths(figure)));
    }

    /** By group, in the order that is asked for. */
    List<Result> groups(Figure figure) {
        var group = figure.group();
        var rows = read.of(figure.subject(), paths(figure));
        var by = new LinkedHashMap<Object, List<Row>>();
        for (var row : rows) {
            for (Object key : keys(row, group)) {
                by.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        var results = new ArrayList<Result>();
        by.forEach((key, some) -> results.add(measured(key, figure, some)));
        results.removeIf(result -> result.number() == null);
        var order = Comparator.comparing((Result result) -> result.number());
        boolean time = group != null && group.period() != null;
        switch (figure.order()) {
            case MOST -> results.sort(order.reversed());
            case LEAST -> results.sort(order);
            case NONE ->
                results.sort(time ? Comparator.comparing(result -> String.valueOf(result.key())) : order.reversed());
        }
        return results;
    }

    private List<Object> keys(Row row, @Nullable Group group) {
        if (group == null) {
            return List.of();
        }
        if (group.period() != null) {
            var day = row.day(group.path(), zone());
            return day == null ? List.of() : List.of(period(day, group.period()));
        }
        return switch (row.value(group.path())) {
            case null -> List.of();
            case Collection<?> several -> List.copyOf(several);
            case Object value -> List.of(value);
        };
    }

    static String period(LocalDate day, String unit) {
        return switch (unit) {
            case "year" -> String.valueOf(day.getYear());
            case "quarter" -> day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1);
            case "week" ->
                "%d-W%02d"
                        .formatted(
                                day.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR),
                                day.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            default -> String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue());
        };
    }

    private static List<String> paths(Figure figure) {
        var paths = new ArrayList<String>();
        switch (figure.measure()) {
            case Measure.Count count -> {}
            case Measure.Of of -> paths.add(of.path());
            case Measure.Share share -> share.hits().forEach(hit -> paths.add(hit.path()));
            case Measure.Duration duration -> paths.addAll(List.of(duration.from(), duration.to()));
        }
        if (figure.group() != null) {
            paths.add(figure.group().path());
        }
        return paths;
    }

    private Result measured(@Nullable Object key, Figure figure, List<Row> rows) {
        return switch (figure.measure()) {
            case Measure.Count count -> new Result(key, BigDecimal.valueOf(rows.size()), null, "", rows, 0);
            case Measure.Share share -> share(key, figure, rows, share.hits());
            case Measure.Of of -> of(key, figure, rows, of.kind(), of.path());
            case Measure.Duration duration -> duration(key, rows, duration);
        };
    }

    private Result share(@Nullable Object key, Figure figure, List<Row> rows, List<Condition> hits) {
        int count = (int) rows.stream()
                .filter(row -> read.holds(figure.subject().type(), row, hits))
                .count();
        var number = rows.isEmpty()
                ? null
                : BigDecimal.valueOf(count * 100L).divide(BigDecimal.valueOf(rows.size()), MathContext.DECIMAL64);
        return new Result(key, number, null, "percent", rows, count);
    }

    private Result of(@Nullable Object key, Figure figure, List<Row> rows, Kind kind, String path) {
        var type = figure.subject().type();
        var field = read.field(type, path);
        boolean money = field != null && field.kind() == FieldKind.MONEY;
        var into = figure.currency() == null ? read.base() : figure.currency();
        var numbers = new ArrayList<BigDecimal>();
        var used = new ArrayList<Row>();
        for (var row : rows) {
            var worth = row.worth(path, read.currency(type, path));
            var number = worth == null ? null : money ? read.converted(worth, into) : worth.amount();
            if (number != null) {
                numbers.add(number);
                used.add(row);
            }
        }
        return new Result(key, worked(kind, numbers), money ? into : null, "", used, 0);
    }

    private Result duration(@Nullable Object key, List<Row> rows, Measure.Duration duration) {
        var numbers = new ArrayList<BigDecimal>();
        var used = new ArrayList<Row>();
        for (var row : rows) {
            var number = duration.hours() ? hours(row, duration) : days(row, duration);
            if (number != null) {
                numbers.add(number);
                used.add(row);
            }
        }
        return new Result(key, worked(duration.kind(), numbers), null, duration.hours() ? "hours" : "days", used, 0);
    }

    private @Nullable BigDecimal days(Row row, Measure.Duration duration) {
        var from = row.day(duration.from(), zone());
        var to = row.day(duration.to(), zone());
        return from == null || to == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    private @Nullable BigDecimal hours(Row row, Measure.Duration duration) {
        return row.value(duration.from()) instanceof Instant from && row.value(duration.to()) instanceof Instant to
                ? BigDecimal.valueOf(Duration.between(from, to).toMillis())
                        .divide(BigDecimal.valueOf(3_600_000), MathContext.DECIMAL64)
                : null;
    }

    private static @Nullable BigDecimal worked(Kind kind, List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return kind == Kind.SUM ? BigDecimal.ZERO : null;
        }
        var sorted = numbers.stream().sorted().toList();
        return switch (kind) {
            case SUM -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case MEAN ->
                numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
            case MEDIAN -> {
                int half = sorted.size() / 2;
                yield sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : sorted.get(half - 1).add(sorted.get(half)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
            }
            case MIN -> sorted.getFirst();
            case MAX -> sorted.getLast();
        };
    }

    /** As it is told and handed over: cents of money, one decimal of means and shares. */
    static BigDecimal rounded(Result result) {
        var number = java.util.Objects.requireNonNull(result.number());
        int decimals = result.currency() != null ? 2 : 1;
        return number.stripTrailingZeros().scale() <= 0
                ? number.setScale(0, RoundingMode.HALF_UP)
                : number.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The measure of one record alone; zero where it has none. */
    BigDecimal of(Figure figure, Row row) {
        var number = measured(null, figure, List.of(row)).number();
        return number == null ? BigDecimal.ZERO : number;
    }

    private ZoneId zone() {
        return ZoneId.of(workspaces.current().timeZone());
    }
}
