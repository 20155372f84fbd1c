package dev.windrose.journeys.engine.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Attribution by what is lost without a channel. The state of a path is its last touches, as many as the order says (fewer near its beginning).
 * Without a channel every path that would enter it ends without a conversion. Conversions and value are shared in proportion to those losses.
 */
public final class MarkovChain {

    private final Paths paths;
    private final int order;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<Map<Integer, Double>> next = new ArrayList<>();
    private final List<double[]> ends = new ArrayList<>();
    private final List<Integer> newest = new ArrayList<>();

    /** @param loss the share of all conversions, and of their value, that is lost without the channel */
    public record Removal(String channel, double loss, double valueLoss) {}

    public MarkovChain(Paths paths, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("The order of a Markov chain is 1 or more.");
        }
        this.paths = paths;
        this.order = order;
        state(List.of());
        paths.all().forEach(this::count);
    }

    /** Builds on transitions that were counted elsewhere, of order 1. */
    public static MarkovChain counted(List<String> channels, double[][] transitions, double[][] ends) {
        var named = new Paths();
        channels.forEach(named::channel);
        var chain = new MarkovChain(named, 1);
        for (int i = 0; i < channels.size(); i++) {
            chain.state(List.of(i));
        }
        for (int from = 0; from <= channels.size(); from++) {
            for (int to = 0; to < channels.size(); to++) {
                if (transitions[from][to] > 0) {
                    chain.next.get(from).put(to + 1, transitions[from][to]);
                }
            }
            System.arraycopy(ends[from], 0, chain.ends.get(from), 0, 3);
        }
        return chain;
    }

    private int state(List<Integer> touches) {
        return numbers.computeIfAbsent(touches, added -> {
            next.add(new HashMap<>());
            ends.add(new double[3]);
            newest.add(added.isEmpty() ? -1 : added.getLast());
            return next.size() - 1;
        });
    }

    private void count(Paths.Path path) {
        double often = path.conversions() + path.nulls();
        int at = 0;
        for (int i = 0; i < path.channels().length; i++) {
            var touches = new ArrayList<Integer>();
            for (int j = Math.max(0, i - order + 1); j <= i; j++) {
                touches.add(path.channels()[j]);
            }
            int to = state(touches);
            next.get(at).merge(to, often, Double::sum);
            at = to;
        }
        var end = ends.get(at);
        end[0] += path.conversions();
        end[1] += path.value();
        end[2] += path.nulls();
    }

    public List<Removal> removals() {
        var all = expected(-1);
        var found = new ArrayList<Removal>();
        for (int channel = 0; channel < paths.channels().size(); channel++) {
            var left = expected(channel);
            found.add(new Removal(paths.channels().get(channel), loss(left[0], all[0]), loss(left[1], all[1])));
        }
        return found;
    }

    private static double loss(double left, double all) {
        return all == 0 ? 0 : Math.max(0, 1 - left / all);
    }

    public List<Credit> credit() {
        double conversions = 0;
        double value = 0;
        for (var end : ends) {
            conversions += end[0];
            value += end[1];
        }
        var removals = removals();
        double losses = removals.stream().mapToDouble(Removal::loss).sum();
        double valueLosses = removals.stream().mapToDouble(Removal::valueLoss).sum();
        var credits = new ArrayList<Credit>();
        for (var removal : removals) {
            credits.add(new Credit(
                    removal.channel(),
                    losses == 0 ? 0 : conversions * removal.loss() / losses,
                    valueLosses == 0 ? 0 : value * removal.valueLoss() / valueLosses));
        }
        return credits;
    }

    /** Conversions and value to expect of one path, without a channel. Solved by Gauss-Seidel: each state leaks, so it converges. */
    private double[] expected(int removed) {
        int states = next.size();
        var conversions = new double[states];
        var value = new double[states];
        for (int round = 0; round < 100_000; round++) {
            double change = 0;
            for (int state = states - 1; state >= 0; state--) {
                if (removed >= 0 && newest.get(state) == removed) {
                    continue;
                }
                change = Math.max(change, update(state, conversions, value));
            }
            if (change < 1e-14) {
                return new double[] {conversions[0], value[0]};
            }
        }
        throw new ArithmeticException("The transitions of these paths never settle.");
    }

    private double update(int state, double[] conversions, double[] value) {
        var end = ends.get(state);
        double often = end[0] + end[2];
        double converted = end[0];
        double worth = end[1];
        for (var transition : next.get(state).entrySet()) {
            often += transition.getValue();
            converted += transition.getValue() * conversions[transition.getKey()];
            worth += transition.getValue() * value[transition.getKey()];
        }
        if (often == 0) {
            return 0;
        }
        double change = Math.abs(converted / often - conversions[state])
                + Math.abs(worth / often - value[state]) / Math.max(1, Math.abs(worth / often));
        conversions[state] = converted / often;
        value[state] = worth / often;
        return change;
    }
}
