package dev.windrose.journeys.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about journeys as JSON. */
final class AskedQuestion {

    private AskedQuestion() {}

    /** @param values the empty text stands for events without a value */
    record Test(
            @Nullable String dimension,
            @Nullable List<String> values,
            @Nullable Boolean not) {}

    /** @param kinds any of these kinds; without any, each event will do that meets the tests */
    record Event(@Nullable List<String> kinds, @Nullable List<Test> where) {}

    /** The last day belongs to it. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param compare the period before, or whatever else to compare with */
    record Scope(
            @Nullable String grain,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<Test> where,
            @Nullable Period compare) {}

    record Exclusion(@Nullable Event event, @Nullable Integer after) {}

    record Funnel(
            @Nullable Scope scope,
            @Nullable List<Event> steps,
            @Nullable String order,
            @Nullable Integer windowHours,
            @Nullable List<Exclusion> exclusions,
            @Nullable List<String> breakdown) {}

    /** @param reached whether to list all who got to the step, and not only those who went no further */
    record DropOff(
            @Nullable Funnel funnel,
            @Nullable Integer step,
            @Nullable Boolean reached,
            @Nullable Integer most) {}

    record Retention(
            @Nullable Scope scope,
            @Nullable Event start,
            @Nullable Event back,
            @Nullable String unit) {}

    record Paths(
            @Nullable Scope scope,
            @Nullable Event first,
            @Nullable String dimension,
            @Nullable Integer length,
            @Nullable Boolean back,
            @Nullable Integer most) {}

    record Series(
            @Nullable Scope scope,
            @Nullable Event counted,
            @Nullable String unit,
            @Nullable List<String> breakdown) {}

    record Attribution(
            @Nullable Scope scope,
            @Nullable Event touch,
            @Nullable Event conversion,
            @Nullable String dimension,
            @Nullable Integer lookBackDays,
            @Nullable Integer halfLifeDays,
            @Nullable List<Integer> orders) {}
}
