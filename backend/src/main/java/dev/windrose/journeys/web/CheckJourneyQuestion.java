package dev.windrose.journeys.web;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks questions and puts them as the engine takes them. Days are those of the workspace. */
@Component
class CheckJourneyQuestion {

    static final int MOST_STEPS = 12;
    private static final int MOST_TESTS = 12;
    private static final int MOST_VALUES = 200;
    private static final int MOST_BREAKDOWNS = 3;
    private static final int MOST_BUCKETS = 1_100;
    private static final int LONGEST_YEARS = 15;
    private static final int LONGEST_WINDOW = 24 * 3_660;

    private final Workspaces workspaces;

    CheckJourneyQuestion(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    LocalDate today() {
        return workspaces.today();
    }

    ZoneId zone() {
        return ZoneId.of(workspaces.current().timeZone());
    }

    JourneyQuery.Scope scope(AskedQuestion.@Nullable Scope asked) {
        var scope = given(asked, "scope");
        var from = given(scope.from(), "scope.from");
        var to = given(scope.to(), "scope.to");
        requirePeriod(from, to, "scope.to");
        return new JourneyQuery.Scope(
                constant(Grain.class, scope.grain(), Grain.PERSON, "scope.grain"),
                begin(from),
                begin(to.plusDays(1)),
                new Condition(tests(scope.where(), "scope.where")));
    }

    /** The same question about both periods, where another is asked for. */
    JourneyQuery compared(JourneyQuery query, AskedQuestion.@Nullable Scope asked) {
        var other = given(asked, "scope").compare();
        if (other == null) {
            return query;
        }
        var from = given(other.from(), "scope.compare.from");
        var to = given(other.to(), "scope.compare.to");
        requirePeriod(from, to, "scope.compare.to");
        return new JourneyQuery.Comparison(query, begin(from), begin(to.plusDays(1)));
    }

    private void requirePeriod(LocalDate from, LocalDate to, String field) {
        if (to.isBefore(from)) {
            throw bad(field, "The period ends before it begins.");
        }
        if (from.isBefore(LocalDate.of(1970, 1, 1)) || to.isAfter(today().plusYears(1))) {
            throw bad(field, "A period lies between 1970 and a year from now.");
        }
        if (from.plusYears(LONGEST_YEARS).isBefore(to)) {
            throw bad(field, "A period has at most %d years.".formatted(LONGEST_YEARS));
        }
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    JourneyQuery.Funnel funnel(AskedQuestion.@Nullable Funnel asked) {
        var funnel = given(asked, "funnel");
        var steps = funnel.steps() == null ? List.<AskedQuestion.Event>of() : funnel.steps();
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw bad("steps", "A funnel has 1 to %d steps.".formatted(MOST_STEPS));
        }
        var exclusions = funnel.exclusions() == null ? List.<AskedQuestion.Exclusion>of() : funnel.exclusions();
        if (exclusions.size() > MOST_STEPS) {
            throw bad("exclusions", "A funnel has at most %d exclusions.".formatted(MOST_STEPS));
        }
        return new JourneyQuery.Funnel(
                scope(funnel.scope()),
                steps.stream().map(step -> event(step, "steps", true)).toList(),
                constant(FunnelShape.Order.class, funnel.order(), FunnelShape.Order.ORDERED, "order"),
                funnel.windowHours() == null
                        ? null
                        : Duration.ofHours(within(funnel.windowHours(), 1, LONGEST_WINDOW, "window_hours")),
                exclusions.stream()
                        .map(exclusion -> new JourneyQuery.Exclusion(
                                event(given(exclusion.event(), "exclusions"), "exclusions", true),
                                given(exclusion.after(), "exclusions.after")))
                        .toList(),
                dimensions(funnel.breakdown()),
                true);
    }

    JourneyQuery.Retention retention(AskedQuestion.Retention asked) {
        var scope = scope(asked.scope());
        return new JourneyQuery.Retention(
                scope,
                event(given(asked.start(), "start"), "start", true),
                event(given(asked.back(), "back"), "back", false),
                unit(asked.unit(), scope),
                zone());
    }

    JourneyQuery.PathsFrom paths(AskedQuestion.Paths asked) {
        return new JourneyQuery.PathsFrom(
                scope(asked.scope()),
                event(given(asked.first(), "first"), "first", true),
                asked.dimension() == null ? Dimension.KIND : Dimension.of(asked.dimension()),
                within(asked.length() == null ? 5 : asked.length(), 2, 12, "length"),
                Boolean.TRUE.equals(asked.back()),
                within(asked.most() == null ? 200 : asked.most(), 1, 1_000, "most"));
    }

    JourneyQuery.Series series(AskedQuestion.Series asked) {
        var scope = scope(asked.scope());
        return new JourneyQuery.Series(
                scope,
                event(given(asked.counted(), "counted"), "counted", false),
                unit(asked.unit(), scope),
                zone(),
                dimensions(asked.breakdown()));
    }

    JourneyQuery.Attribution attribution(AskedQuestion.Attribution asked) {
        var orders = asked.orders() == null || asked.orders().isEmpty() ? List.of(1) : asked.orders();
        if (orders.size() > 3) {
            throw bad("orders", "At most three orders of Markov chains are worked out at once.");
        }
        return new JourneyQuery.Attribution(
                scope(asked.scope()),
                event(given(asked.touch(), "touch"), "touch", false),
                event(given(asked.conversion(), "conversion"), "conversion", true),
                asked.dimension() == null ? Dimension.CHANNEL : Dimension.of(asked.dimension()),
                Duration.ofDays(within(or(asked.lookBackDays(), 90), 1, 3_660, "look_back_days")),
                Duration.ofDays(within(or(asked.halfLifeDays(), 7), 1, 366, "half_life_days")),
                orders.stream().map(order -> within(order, 1, 4, "orders")).toList());
    }

    private Buckets.Unit unit(@Nullable String asked, JourneyQuery.Scope scope) {
        var unit = constant(Buckets.Unit.class, asked, Buckets.Unit.MONTH, "unit");
        long days = Duration.between(scope.from(), scope.to()).toDays();
        long buckets =
                switch (unit) {
                    case DAY -> days;
                    case WEEK -> days / 7;
                    case MONTH -> days / 28;
                    case QUARTER -> days / 89;
                };
        if (buckets > MOST_BUCKETS) {
            throw bad("unit", "That are more than %d periods. Take longer ones.".formatted(MOST_BUCKETS));
        }
        return unit;
    }

    private Condition event(AskedQuestion.Event asked, String field, boolean narrow) {
        var kinds = asked.kinds() == null ? List.<String>of() : asked.kinds();
        var tests = tests(asked.where(), field);
        if (narrow && kinds.isEmpty() && tests.isEmpty()) {
            throw bad(field, "Say which events count.");
        }
        requireFew(kinds, field);
        var condition = new Condition(tests);
        return kinds.isEmpty() ? condition : condition.and(Dimension.KIND, new HashSet<>(kinds).toArray(String[]::new));
    }

    private static List<Condition.Test> tests(@Nullable List<AskedQuestion.Test> asked, String field) {
        if (asked == null) {
            return List.of();
        }
        if (asked.size() > MOST_TESTS) {
            throw bad(field, "At most %d conditions hold at once.".formatted(MOST_TESTS));
        }
        return asked.stream()
                .map(test -> {
                    var values = given(test.values(), field + ".values");
                    requireFew(values, field);
                    return new Condition.Test(
                            Dimension.of(given(test.dimension(), field + ".dimension")),
                            new HashSet<>(values),
                            Boolean.TRUE.equals(test.not()));
                })
                .toList();
    }

    private static void requireFew(List<String> values, String field) {
        if (values.size() > MOST_VALUES) {
            throw bad(field, "A condition names at most %d values.".formatted(MOST_VALUES));
        }
        if (values.stream().anyMatch(value -> value == null || value.length() > 1_000)) {
            throw bad(field, "A value is a text of at most 1,000 characters.");
        }
    }

    private static List<Dimension> dimensions(@Nullable List<String> asked) {
        var names = asked == null ? List.<String>of() : asked;
        if (names.size() > MOST_BREAKDOWNS || new HashSet<>(names).size() < names.size()) {
            throw bad("breakdown", "A breakdown has at most %d dimensions, each once.".formatted(MOST_BREAKDOWNS));
        }
        return names.stream().map(Dimension::of).toList();
    }

    static int within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw bad(field, "It lies between %d and %d.".formatted(least, most));
        }
        return value;
    }

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new AppException(CommonError.REQUIRED, "\"%s\" is required.".formatted(field), field);
        }
        return value;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String text, E otherwise, String field) {
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> bad(field, "\"%s\" is none of %s.".formatted(text, wire(type))));
    }

    private static <E extends Enum<E>> List<String> wire(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static AppException bad(String field, String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, field);
    }
}
