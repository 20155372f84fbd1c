package dev.windrose.records.importing.column;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares names that different hands have written. */
public final class Spelling {

    /** Words that say nothing about which company it is. */
    private static final Set<String> LEGAL = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "plc",
            "gmbh",
            "ag",
            "se",
            "kg",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "aps",
            "pty",
            "the",
            "group",
            "holding");

    private Spelling() {}

    /** Letters and digits only, without case and accents. */
    public static String squash(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    /** {@link #squash} without legal forms. */
    public static String core(String name) {
        String words = Stream.of(Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{Nd}\\p{M}]+"))
                .filter(word -> !LEGAL.contains(word))
                .collect(Collectors.joining());
        return words.isEmpty() ? squash(name) : squash(words);
    }

    /** The candidate that most likely means the same; none where two are equally near or all are far. */
    public static <T> Optional<T> nearest(String given, Collection<T> candidates, Function<T, String> nameOf) {
        String wanted = core(given);
        T best = null;
        int bestDistance = Math.max(1, wanted.length() / 5) + 1;
        boolean tie = false;
        for (T candidate : candidates) {
            int distance = distance(wanted, core(nameOf.apply(candidate)), bestDistance + 1);
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
                tie = false;
            } else if (distance == bestDistance && best != null) {
                tie = true;
            }
        }
        return tie || wanted.length() < 3 ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Edits between two texts, two swapped neighbours counting as one; {@code most} where there are as many or more. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) >= most) {
            return most;
        }
        int @Nullable [] beforeLast = null;
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (beforeLast != null
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return Math.min(most, last[other.length()]);
    }
}
