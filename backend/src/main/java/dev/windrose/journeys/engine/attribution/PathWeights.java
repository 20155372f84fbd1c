package dev.windrose.journeys.engine.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rules that look at one path alone and share each conversion among its touches. */
public enum PathWeights {
    FIRST {
        @Override
        double[] of(int touches) {
            return single(touches, 0);
        }
    },
    LAST {
        @Override
        double[] of(int touches) {
            return single(touches, touches - 1);
        }
    },
    LINEAR {
        @Override
        double[] of(int touches) {
            var weights = new double[touches];
            Arrays.fill(weights, 1.0 / touches);
            return weights;
        }
    },
    /** The first and the last touch get 40 % each, those between share the rest; of two touches each gets half. */
    POSITION {
        @Override
        double[] of(int touches) {
            if (touches < 3) {
                return LINEAR.of(touches);
            }
            var weights = new double[touches];
            Arrays.fill(weights, 0.2 / (touches - 2));
            weights[0] = 0.4;
            weights[touches - 1] = 0.4;
            return weights;
        }
    },
    /** Each touch counts half as much as the next one. For paths that do not tell times. */
    TIME_DECAY {
        @Override
        double[] of(int touches) {
            var weights = new double[touches];
            double sum = 0;
            for (int i = 0; i < touches; i++) {
                weights[i] = Math.pow(0.5, touches - 1 - i);
                sum += weights[i];
            }
            for (int i = 0; i < touches; i++) {
                weights[i] /= sum;
            }
            return weights;
        }
    };

    abstract double[] of(int touches);

    /** The share of each touch of a path, by their times: a touch counts half as much as one that is a half-life later. */
    public static double[] byTime(long[] times, int from, int to, double halfLife) {
        var weights = new double[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            weights[i - from] = Math.pow(0.5, (times[to - 1] - times[i]) / halfLife);
            sum += weights[i - from];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    public double[] weights(int touches) {
        return of(touches);
    }

    public List<Credit> credit(Paths paths) {
        int channels = paths.channels().size();
        var conversions = new double[channels];
        var value = new double[channels];
        for (var path : paths.all()) {
            var weights = of(path.channels().length);
            for (int i = 0; i < weights.length; i++) {
                conversions[path.channels()[i]] += weights[i] * path.conversions();
                value[path.channels()[i]] += weights[i] * path.value();
            }
        }
        var credits = new ArrayList<Credit>();
        for (int i = 0; i < channels; i++) {
            credits.add(new Credit(paths.channels().get(i), conversions[i], value[i]));
        }
        return credits;
    }

    private static double[] single(int touches, int at) {
        var weights = new double[touches];
        weights[at] = 1;
        return weights;
    }
}
