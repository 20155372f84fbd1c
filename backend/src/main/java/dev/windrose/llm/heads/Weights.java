package dev.windrose.llm.heads;

import java.util.Arrays;

/** Rows of weights that learn by Adam and are drawn to nothing as they learn. Only rows that had a gradient move. */
final class Weights {

    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    final float[] values;
    private final int width;
    private final float decay;
    private final float[] gradient;
    private final float[] momentum;
    private final float[] squares;
    private final boolean[] touched;
    private int step;

    Weights(int rows, int width, float decay) {
        this.values = new float[rows * width];
        this.width = width;
        this.decay = decay;
        this.gradient = new float[values.length];
        this.momentum = new float[values.length];
        this.squares = new float[values.length];
        this.touched = new boolean[rows];
    }

    /** to += factor * row */
    void add(int row, float factor, float[] to, int into) {
        int from = row * width;
        for (int at = 0; at < width; at++) {
            to[into + at] += factor * values[from + at];
        }
    }

    /** The gradient of a row grows by factor * error. */
    void learn(int row, float factor, float[] error, int from) {
        touched[row] = true;
        int into = row * width;
        for (int at = 0; at < width; at++) {
            gradient[into + at] += factor * error[from + at];
        }
    }

    float product(int row, float[] error, int from) {
        float sum = 0;
        int own = row * width;
        for (int at = 0; at < width; at++) {
            sum += values[own + at] * error[from + at];
        }
        return sum;
    }

    void step(float rate) {
        step++;
        float first = 1 / (1 - (float) Math.pow(FIRST, step));
        float second = 1 / (1 - (float) Math.pow(SECOND, step));
        for (int row = 0; row < touched.length; row++) {
            if (touched[row]) {
                touched[row] = false;
                move(row * width, rate, first, second);
            }
        }
    }

    private void move(int from, float rate, float first, float second) {
        for (int i = from; i < from + width; i++) {
            float slope = gradient[i];
            momentum[i] = FIRST * momentum[i] + (1 - FIRST) * slope;
            squares[i] = SECOND * squares[i] + (1 - SECOND) * slope * slope;
            float move = momentum[i] * first / ((float) Math.sqrt(squares[i] * second) + TINY);
            values[i] -= rate * (move + decay * values[i]);
        }
        Arrays.fill(gradient, from, from + width, 0);
    }
}
