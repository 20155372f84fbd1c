package dev.windrose.journeys.web;

import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.explore.Proportions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Funnels with their rates, how sure these are, and what they were before. */
final class ShowFunnel {

    /** Further groups are left out, the largest come first. */
    static final int MOST_GROUPS = 60;

    private ShowFunnel() {}

    /** In seconds. */
    record Times(double p10, double p25, double median, double p75, double p90) {

        static @Nullable Times of(JourneyAnswer.@Nullable Times times) {
            return times == null
                    ? null
                    : new Times(
                            times.p10() / 1e6,
                            times.p25() / 1e6,
                            times.median() / 1e6,
                            times.p75() / 1e6,
                            times.p90() / 1e6);
        }
    }

    /**
     * @param rate of those who got to the step before
     * @param few whether the rate rests on fewer than thirty
     * @param differs how likely so large a difference to the other period is by chance; null where the test does not hold
     */
    record Step(
            long entities,
            @Nullable Double rate,
            @Nullable Double rateFromStart,
            boolean few,
            @Nullable Times fromStart,
            @Nullable Times fromPrevious,
            @Nullable Long before,
            @Nullable Double rateBefore,
            @Nullable Double differs) {}

    /**
     * @param rate from the first step to the last
     * @param shrunk the rate drawn towards that of all, the more the smaller the group
     * @param differs how likely so large a difference to all other groups is by chance, with all groups tested at once
     */
    record Group(
            List<String> values,
            List<Step> steps,
            @Nullable Double rate,
            @Nullable Double shrunk,
            @Nullable Double differs) {}

    /** @param leftOut groups that are not shown */
    record Funnel(List<Group> groups, int leftOut, boolean open, boolean windowOpen) {}

    static Funnel of(JourneyAnswer.Funnel now, JourneyAnswer.@Nullable Funnel before, boolean open, boolean window) {
        var past = new HashMap<List<String>, JourneyAnswer.FunnelGroup>();
        if (before != null) {
            before.groups().forEach(group -> past.put(group.values(), group));
        }
        var all = now.groups();
        var hits = all.stream()
                .mapToLong(group -> group.steps().getLast().entities())
                .toArray();
        var of = all.stream()
                .mapToLong(group -> group.steps().getFirst().entities())
                .toArray();
        var drawn = Proportions.shrunk(hits, of);
        var differs = Proportions.together(alone(hits, of));
        var groups = new ArrayList<Group>();
        for (int i = 0; i < Math.min(MOST_GROUPS, all.size()); i++) {
            var group = all.get(i);
            boolean several = all.size() > 1;
            groups.add(new Group(
                    group.values(),
                    steps(group, before == null ? null : past.get(group.values()), before != null),
                    rate(hits[i], of[i]),
                    several ? drawn[i] : null,
                    several ? number(differs[i]) : null));
        }
        return new Funnel(groups, all.size() - groups.size(), open, window);
    }

    private static double[] alone(long[] hits, long[] of) {
        long allHits = 0;
        long all = 0;
        for (int i = 0; i < of.length; i++) {
            allHits += hits[i];
            all += of[i];
        }
        var alone = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            alone[i] = Proportions.differ(hits[i], of[i], allHits - hits[i], all - of[i]);
        }
        return alone;
    }

    private static List<Step> steps(
            JourneyAnswer.FunnelGroup group, JourneyAnswer.@Nullable FunnelGroup before, boolean compared) {
        var steps = new ArrayList<Step>();
        long first = group.steps().getFirst().entities();
        for (int i = 0; i < group.steps().size(); i++) {
            var step = group.steps().get(i);
            long previous = i == 0 ? 0 : group.steps().get(i - 1).entities();
            Long past = compared ? entities(before, i) : null;
            long pastPrevious = i == 0 || !compared ? 0 : entities(before, i - 1);
            steps.add(new Step(
                    step.entities(),
                    i == 0 ? null : rate(step.entities(), previous),
                    rate(step.entities(), first),
                    (i == 0 ? first : previous) < Proportions.FEW,
                    Times.of(step.fromStart()),
                    Times.of(step.fromPrevious()),
                    past,
                    past == null || i == 0 ? null : rate(past, pastPrevious),
                    past == null || i == 0
                            ? null
                            : number(Proportions.differ(step.entities(), previous, past, pastPrevious))));
        }
        return steps;
    }

    private static long entities(JourneyAnswer.@Nullable FunnelGroup group, int step) {
        return group == null ? 0 : group.steps().get(step).entities();
    }

    static @Nullable Double rate(long hits, long of) {
        return of == 0 ? null : hits / (double) of;
    }

    static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
