package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.attribution.PathWeights;
import dev.windrose.journeys.engine.attribution.Paths;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Whole paths with what became of them, and the credit by time, which needs the times of each touch. */
public final class PathCounts implements TouchFold.Into {

    private final double halfLife;
    private final Map<List<Integer>, long[]> paths = new HashMap<>();
    private final double[][] byTime;
    private long unexplained;

    /** @param codes how many codes channels have */
    public PathCounts(int codes, double halfLife) {
        this.halfLife = halfLife;
        this.byTime = new double[codes][2];
    }

    @Override
    public void converted(int[] channels, long[] times, int from, int to, long amount) {
        if (from == to) {
            unexplained++;
            return;
        }
        var path = path(channels, from, to);
        path[0]++;
        path[1] += amount;
        var weights = PathWeights.byTime(times, from, to, halfLife);
        for (int i = from; i < to; i++) {
            byTime[channels[i]][0] += weights[i - from];
            byTime[channels[i]][1] += weights[i - from] * amount;
        }
    }

    @Override
    public void lost(int[] channels, int from, int to) {
        path(channels, from, to)[2]++;
    }

    private long[] path(int[] channels, int from, int to) {
        var key = new Integer[to - from];
        for (int i = from; i < to; i++) {
            key[i - from] = channels[i];
        }
        return paths.computeIfAbsent(Arrays.asList(key), _ -> new long[3]);
    }

    public PathCounts add(PathCounts other) {
        other.paths.forEach((path, counts) -> {
            var into = paths.computeIfAbsent(path, _ -> new long[3]);
            Arrays.setAll(into, i -> into[i] + counts[i]);
        });
        for (int i = 0; i < byTime.length; i++) {
            byTime[i][0] += other.byTime[i][0];
            byTime[i][1] += other.byTime[i][1];
        }
        unexplained += other.unexplained;
        return this;
    }

    /** Conversions that no touch came before. */
    public long unexplained() {
        return unexplained;
    }

    public double[] byTime(int channel) {
        return byTime[channel].clone();
    }

    public Paths paths(IntFunction<String> names) {
        var named = new Paths();
        paths.forEach(
                (path, counts) -> named.add(path.stream().map(names::apply).toList(), counts[0], counts[1], counts[2]));
        return named;
    }
}
