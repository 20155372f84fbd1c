package dev.windrose.records.search;

/** Whether two words differ in a letter or two only, as the index judges it. */
final class Misspelling {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private Misspelling() {}

    /** @param open the written word may be the beginning of the other */
    static boolean near(String written, String word, boolean open) {
        if (written.length() < SHORTEST || word.isEmpty() || written.charAt(0) != word.charAt(0)) {
            return false;
        }
        int edits = written.length() < LONG ? 1 : 2;
        if (!open && Math.abs(written.length() - word.length()) > edits) {
            return false;
        }
        return distance(written, word, open) <= edits;
    }

    /** Letters to change, add, leave out or swap with their neighbour. */
    private static int distance(String written, String word, boolean open) {
        int[] before = new int[word.length() + 1];
        int[] last = new int[word.length() + 1];
        int[] row = new int[word.length() + 1];
        for (int j = 0; j <= word.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= written.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int same = written.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && written.charAt(i - 1) == word.charAt(j - 2)
                        && written.charAt(i - 2) == word.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        int best = last[word.length()];
        for (int j = 0; open && j < word.length(); j++) {
            best = Math.min(best, last[j]);
        }
        return best;
    }
}
