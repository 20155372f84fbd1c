package dev.windrose.journeys.web;

import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.explore.EntitiesBehind;
import dev.windrose.journeys.explore.KnownValues;
import dev.windrose.journeys.explore.SeenJourneys;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about journeys. Each is answered with what the actor may see. */
@RestController
@RequestMapping("/api/v1/journeys")
class JourneyQueryController {

    private final SeenJourneys journeys;
    private final EntitiesBehind behind;
    private final KnownValues known;
    private final CheckJourneyQuestion read;
    private final Clock clock;

    JourneyQueryController(
            SeenJourneys journeys, EntitiesBehind behind, KnownValues known, CheckJourneyQuestion read, Clock clock) {
        this.journeys = journeys;
        this.behind = behind;
        this.known = known;
        this.read = read;
        this.clock = clock;
    }

    /** @param whole whether these are the figures of the whole workspace, and not only of what the actor may see */
    record Periodic(
            boolean whole,
            boolean open,
            List<LocalDate> periods,
            List<Points> groups,
            @Nullable Periodic before) {}

    record Points(List<String> values, List<Long> events, List<Long> entities, List<Long> amounts) {}

    record Cohorts(
            boolean whole,
            boolean open,
            List<JourneyAnswer.Cohort> cohorts,
            @Nullable Cohorts before) {}

    record Paths(
            boolean whole,
            List<JourneyAnswer.Path> paths,
            long all,
            @Nullable Paths before) {}

    record Seen(boolean whole, ShowFunnel.Funnel funnel) {}

    /** @param currencies of the conversions; with several, values are sums of unlike amounts and mean nothing */
    record Credited(
            boolean whole,
            Map<String, List<Share>> credits,
            Map<Integer, List<Removal>> removals,
            long unexplained,
            List<String> currencies,
            @Nullable Credited before) {}

    record Share(String channel, double conversions, double value) {}

    record Removal(String channel, double loss) {}

    /** What events of the period there are to ask about. */
    @PostMapping("/vocabulary")
    KnownValues.Vocabulary vocabulary(@RequestBody AskedQuestion.Scope scope) {
        return known.of(read.scope(scope));
    }

    @PostMapping("/funnel")
    Seen funnel(@RequestBody AskedQuestion.Funnel asked) {
        var query = read.funnel(asked);
        var answers = asked(query, asked.scope());
        return new Seen(
                journeys.whole(),
                ShowFunnel.of(
                        (JourneyAnswer.Funnel) answers.now(),
                        (JourneyAnswer.Funnel) answers.before(),
                        open(query),
                        windowOpen(query)));
    }

    /** The same answer as that of funnels, which tells times too; kept for whoever looks for them by this name. */
    @PostMapping("/convert-time")
    Seen convertTime(@RequestBody AskedQuestion.Funnel asked) {
        return funnel(asked);
    }

    @PostMapping("/drop-off")
    EntitiesBehind.Behind dropOff(@RequestBody AskedQuestion.DropOff asked) {
        return behind.step(
                read.funnel(asked.funnel()),
                CheckJourneyQuestion.given(asked.step(), "step"),
                Boolean.TRUE.equals(asked.reached()),
                CheckJourneyQuestion.within(asked.most() == null ? 100 : asked.most(), 1, 1_000, "most"));
    }

    @PostMapping("/retention")
    Cohorts retention(@RequestBody AskedQuestion.Retention asked) {
        var query = read.retention(asked);
        var answers = asked(query, asked.scope());
        var before = answers.before() == null ? null : cohorts((JourneyAnswer.Retention) answers.before(), false, null);
        return cohorts((JourneyAnswer.Retention) answers.now(), open(query), before);
    }

    private Cohorts cohorts(JourneyAnswer.Retention answer, boolean open, @Nullable Cohorts before) {
        return new Cohorts(journeys.whole(), open, answer.cohorts(), before);
    }

    @PostMapping("/paths")
    Paths paths(@RequestBody AskedQuestion.Paths asked) {
        var answers = asked(read.paths(asked), asked.scope());
        var before = answers.before() == null ? null : paths((JourneyAnswer.PathsFrom) answers.before(), null);
        return paths((JourneyAnswer.PathsFrom) answers.now(), before);
    }

    private Paths paths(JourneyAnswer.PathsFrom answer, @Nullable Paths before) {
        return new Paths(journeys.whole(), answer.paths(), answer.all(), before);
    }

    @PostMapping("/series")
    Periodic series(@RequestBody AskedQuestion.Series asked) {
        var query = read.series(asked);
        var answers = asked(query, asked.scope());
        var before = answers.before() == null ? null : periodic((JourneyAnswer.Series) answers.before(), false, null);
        return periodic((JourneyAnswer.Series) answers.now(), open(query), before);
    }

    private Periodic periodic(JourneyAnswer.Series answer, boolean open, @Nullable Periodic before) {
        var groups = answer.groups().stream()
                .sorted((a, b) -> Long.compare(sum(b), sum(a)))
                .limit(ShowFunnel.MOST_GROUPS)
                .map(group -> new Points(group.values(), group.events(), group.entities(), group.amounts()))
                .toList();
        return new Periodic(journeys.whole(), open, answer.periods(), groups, before);
    }

    private static long sum(JourneyAnswer.SeriesGroup group) {
        return group.events().stream().mapToLong(Long::longValue).sum();
    }

    @PostMapping("/attribution")
    Credited attribution(@RequestBody AskedQuestion.Attribution asked) {
        var query = read.attribution(asked);
        var answers = asked(query, asked.scope());
        var before = answers.before() == null
                ? null
                : credited((JourneyAnswer.Attribution) answers.before(), List.of(), null);
        return credited((JourneyAnswer.Attribution) answers.now(), known.currencies(query), before);
    }

    private Credited credited(JourneyAnswer.Attribution answer, List<String> currencies, @Nullable Credited before) {
        var credits = new LinkedHashMap<String, List<Share>>();
        answer.credits()
                .forEach((model, shares) -> credits.put(
                        model,
                        shares.stream()
                                .map(share -> new Share(share.channel(), share.conversions(), share.value()))
                                .toList()));
        var removals = new TreeMap<Integer, List<Removal>>();
        answer.removals()
                .forEach((order, effects) -> removals.put(
                        order,
                        effects.stream()
                                .map(effect -> new Removal(effect.channel(), effect.loss()))
                                .toList()));
        return new Credited(journeys.whole(), credits, removals, answer.unexplained(), currencies, before);
    }

    private record Answers(JourneyAnswer now, @Nullable JourneyAnswer before) {}

    private Answers asked(JourneyQuery query, AskedQuestion.@Nullable Scope scope) {
        var answer = journeys.answer(read.compared(query, scope));
        return answer instanceof JourneyAnswer.Comparison both
                ? new Answers(both.now(), both.before())
                : new Answers(answer, null);
    }

    /** Whether the period is not over yet. */
    private boolean open(JourneyQuery query) {
        return query.scope().to().isAfter(clock.instant());
    }

    /** Whether those who began last may still get further. */
    private boolean windowOpen(JourneyQuery.Funnel query) {
        var window = query.window() == null ? Duration.ofDays(30) : query.window();
        return query.scope().to().plus(window).isAfter(clock.instant());
    }
}
