package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The pairs worth comparing: each row with those that share the rarest keys with it. */
final class Candidates {

    private static final int PAIRS = 600_000;

    private final List<int[]> keysOf = new ArrayList<>();
    private final List<int[]> rowsOf = new ArrayList<>();
    private final int size;
    private final int most;

    Candidates(Prepared rows) {
        size = rows.size();
        most = Math.clamp(PAIRS / Math.max(1, size), 20, 60);
        index(rows);
    }

    private void index(Prepared rows) {
        Map<String, Integer> ids = new HashMap<>();
        List<List<Integer>> found = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            var keys = BlockingKeys.of(rows, row).stream().sorted().toList();
            int[] numbers = new int[keys.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = ids.computeIfAbsent(keys.get(i), key -> {
                    found.add(new ArrayList<>());
                    return found.size() - 1;
                });
                found.get(numbers[i]).add(row);
            }
            keysOf.add(numbers);
        }
        int common = Math.max(100, size / 50);
        found.forEach(list -> rowsOf.add(
                list.size() > common || list.size() < 2
                        ? new int[0]
                        : list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Each pair once, the smaller row first. */
    List<RowPair> pairs() {
        var pairs = new ArrayList<RowPair>();
        var scores = new double[size];
        var partners = new ArrayList<int[]>();
        for (int row = 0; row < size; row++) {
            partners.add(partners(row, scores));
        }
        for (int row = 0; row < size; row++) {
            for (int other : partners.get(row)) {
                if (row < other || Arrays.binarySearch(partners.get(other), row) < 0) {
                    pairs.add(new RowPair(Math.min(row, other), Math.max(row, other)));
                }
            }
        }
        return pairs;
    }

    private int[] partners(int row, double[] scores) {
        var touched = new ArrayList<Integer>();
        for (int key : keysOf.get(row)) {
            int[] rows = rowsOf.get(key);
            double weight = rows.length == 0 ? 0 : Math.log((double) size / rows.length + 1);
            for (int other : rows) {
                if (other != row) {
                    if (scores[other] == 0) {
                        touched.add(other);
                    }
                    scores[other] += weight;
                }
            }
        }
        var best = touched.stream()
                .sorted(Comparator.<Integer>comparingDouble(other -> -scores[other])
                        .thenComparing(other -> other))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        touched.forEach(other -> scores[other] = 0);
        return best;
    }

    static List<RowPair> sample(int size, int most) {
        var random = new java.util.SplittableRandom(20);
        return IntStream.range(0, most)
                .mapToObj(_ -> {
                    int one = random.nextInt(size);
                    int other = random.nextInt(size - 1);
                    return new RowPair(one, other >= one ? other + 1 : other);
                })
                .toList();
    }
}
