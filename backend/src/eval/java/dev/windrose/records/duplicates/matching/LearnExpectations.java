package dev.windrose.records.duplicates.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** Learns from invented values how often those of a kind agree where they tell of one thing, and where they do not, and writes it. */
public final class LearnExpectations {

    private static final int PAIRS = 40_000;
    private static final int STRANGERS = 400_000;
    /** Of pairs that are not the same, those of one firm or house. */
    private static final double NEIGHBOURS = 0.004;

    /** What was not invented still happens. */
    private static final double HELD = 0.005;

    private static final double SELDOM = 2e-5;

    private LearnExpectations() {}

    /** Argument: the file to write. */
    public static void main(String... arguments) throws IOException {
        var lines = new ArrayList<String>();
        for (var kind : ColumnKind.values()) {
            var invent = new InventValues();
            var values = new ArrayList<String>();
            var matching = new double[Agreement.TELLING];
            for (int i = 0; i < PAIRS; i++) {
                var value = invent.value(kind);
                values.add(value);
                count(matching, value, invent.again(value, kind), kind);
            }
            var chance = strangers(invent, values, kind);
            lines.add(line(kind, "matching", matching, HELD * PAIRS));
            lines.add(line(kind, "chance", chance, SELDOM * STRANGERS));
        }
        Files.write(Path.of(arguments[0]), lines);
    }

    private static double[] strangers(InventValues invent, List<String> values, ColumnKind kind) {
        var random = new Random(5);
        var chance = new double[Agreement.TELLING];
        for (int i = 0; i < STRANGERS; i++) {
            var one = values.get(random.nextInt(values.size()));
            boolean near = random.nextDouble() < NEIGHBOURS;
            count(chance, one, near ? invent.beside(one, kind) : values.get(random.nextInt(values.size())), kind);
        }
        return chance;
    }

    private static void count(double[] counts, String one, String other, ColumnKind kind) {
        var found = CompareValues.of(Value.of(one, kind), Value.of(other, kind), kind, WordWeights.usual());
        if (found.telling()) {
            counts[found.ordinal()]++;
        }
    }

    private static String line(ColumnKind kind, String what, double[] counts, double held) {
        double sum = 0;
        for (double count : counts) {
            sum += count + held;
        }
        var line = new StringJoiner(" ").add(kind.name()).add(what);
        for (double count : counts) {
            line.add(String.format(Locale.ROOT, "%.6f", (count + held) / sum));
        }
        return line.toString();
    }
}
