package dev.windrose.records.duplicates.matching;

import java.util.HashMap;

/** Similarity of two texts by their letters. */
final class Spelling {

    private Spelling() {}

    /** Jaro's similarity, raised for a common beginning after Winkler. */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var inA = new boolean[a.length()];
        var inB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - window); j < Math.min(b.length(), i + window + 1); j++) {
                if (!inB[j] && a.charAt(i) == b.charAt(j)) {
                    inA[i] = true;
                    inB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int moved = 0;
        for (int i = 0, j = 0; i < a.length(); i++) {
            if (inA[i]) {
                while (!inB[j]) {
                    j++;
                }
                moved += a.charAt(i) == b.charAt(j++) ? 0 : 1;
            }
        }
        return ((double) common / a.length() + (double) common / b.length() + (common - moved / 2.0) / common) / 3;
    }

    /** Letters added, left out, replaced, or neighbours swapped; counts no further than the limit. */
    static int edits(String a, String b, int limit) {
        if (a.equals(b)) {
            return 0;
        }
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int shorter = Math.min(a.length(), b.length());
        int begin = 0;
        while (begin < shorter && a.charAt(begin) == b.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return begin + end == 0
                ? counted(a, b, limit)
                : counted(a.substring(begin, a.length() - end), b.substring(begin, b.length() - end), limit);
    }

    /** Of texts whose common beginning and end have been left out. */
    private static int counted(String a, String b, int limit) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            // A swap reaches back by two rows, and costs one.
            if (least > limit && leastBefore >= limit) {
                return limit + 1;
            }
            leastBefore = least;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], limit + 1);
    }

    static double editSimilarity(String a, String b) {
        int most = Math.max(a.length(), b.length());
        return most == 0 ? 0 : 1 - (double) edits(a, b, most) / most;
    }

    /** Share of runs of three letters that both have. */
    static double trigrams(String a, String b) {
        if (a.length() < 3 || b.length() < 3) {
            return a.equals(b) && !a.isEmpty() ? 1 : 0;
        }
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i + 3 <= a.length(); i++) {
            counts.merge(a.substring(i, i + 3), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 3 <= b.length(); i++) {
            var gram = b.substring(i, i + 3);
            int left = counts.getOrDefault(gram, 0);
            if (left > 0) {
                counts.put(gram, left - 1);
                shared++;
            }
        }
        return 2.0 * shared / (a.length() + b.length() - 4);
    }
}
