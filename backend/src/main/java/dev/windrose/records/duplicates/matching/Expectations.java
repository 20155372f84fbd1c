package dev.windrose.records.duplicates.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How often the values of a kind agree where records tell of one thing, and where they do not, before a list has said so itself; and how
 * common a value is. The shares were learned from invented records and are read from {@code expectations.txt}.
 */
final class Expectations {

    private static final Map<ColumnKind, double[]> MATCHING = new EnumMap<>(ColumnKind.class);
    private static final Map<ColumnKind, double[]> CHANCE = new EnumMap<>(ColumnKind.class);

    static {
        load();
    }

    private Expectations() {}

    /** By agreement: same, near, close, partly, different. */
    static double[] matching(ColumnKind kind) {
        return Objects.requireNonNull(MATCHING.get(kind)).clone();
    }

    static double[] chance(ColumnKind kind) {
        return Objects.requireNonNull(CHANCE.get(kind)).clone();
    }

    private static void load() {
        try (var in = Objects.requireNonNull(Expectations.class.getResourceAsStream("expectations.txt"))) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var cells = line.split(" ");
                var shares = new double[Agreement.TELLING];
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = Double.parseDouble(cells[i + 2]);
                }
                (cells[1].equals("matching") ? MATCHING : CHANCE).put(ColumnKind.valueOf(cells[0]), shares);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How common one value is among all there are in the world, not only in this list. */
    static double common(ColumnKind kind) {
        return switch (kind) {
            case NAME -> 1e-3;
            case ADDRESS -> 1e-4;
            case PHONE, EMAIL -> 1e-6;
            case WEB -> 1e-5;
            case DATE -> 1e-4;
            case CODE -> 1e-3;
            case NUMBER -> 1e-2;
            case CATEGORY -> 5e-2;
            case TEXT -> 1e-6;
        };
    }
}
