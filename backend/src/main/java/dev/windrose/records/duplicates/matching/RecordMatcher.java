package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weighs two records of a type whose fields are known. What a list teaches about chance is here expected of the kind, and told by how many
 * records of the workspace have the same value.
 */
public final class RecordMatcher {

    private static final WordWeights WORDS = WordWeights.usual();
    /** What further agreement of the same place, firm or household still adds. */
    private static final double SHARED = 0.25;

    private static final double NAMED_OTHERWISE = -8;
    /** A workspace that has just begun has namesakes too. */
    private static final double FEWEST = 20;

    private final List<Column> columns;
    private final Weighing weighing;

    /** @param columns the first is what people call a record */
    public RecordMatcher(List<Column> columns, Weighing weighing) {
        this.columns = List.copyOf(columns);
        this.weighing = weighing;
    }

    /** What the columns say of a pair, the score, and what each column adds in bits. */
    public record Match(double score, List<Finding> findings) {}

    /**
     * @param base bits before what the workspace has taught
     * @param bits above 0 where it speaks for the same
     */
    public record Finding(Column column, Agreement agreement, double base, double bits) {}

    /** Keys by which records that may be the same find each other; those that begin with {@code =} tell how common a value is. */
    public Set<String> keys(List<String> values) {
        var keys = new LinkedHashSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            var value = Value.of(values.get(i), columns.get(i).kind());
            if (!value.missing()) {
                RecordKeys.add(keys, value, columns.get(i).kind(), i == 0);
                keys.add(sameKey(i, value));
            }
        }
        return keys;
    }

    /** A record that many others are compared with: to read its values takes longer than to compare them. */
    public static final class Side {

        private final List<Value> values;

        private Side(List<Value> values) {
            this.values = values;
        }
    }

    public Side side(List<String> values) {
        var read = new ArrayList<Value>(values.size());
        for (int i = 0; i < columns.size(); i++) {
            read.add(Value.of(values.get(i), columns.get(i).kind()));
        }
        return new Side(read);
    }

    /** @param counts how many records have a value, by its key; 1 where it is not told */
    public Match match(Side one, Side other, Map<String, Integer> counts, long records) {
        var findings = new ArrayList<Finding>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var a = one.values.get(i);
            var b = other.values.get(i);
            var agreement = CompareValues.of(a, b, columns.get(i).kind(), WORDS);
            double base = bits(i, agreement, a, counts, records);
            findings.add(new Finding(
                    columns.get(i),
                    agreement,
                    base,
                    base * weighing.of(columns.get(i).name())));
        }
        double sum = before(records) + weighing.shift() + sum(findings);
        return new Match(RowWeights.likely(sum), findings);
    }

    /** The evidence before anything is compared: most pairs are not the same. */
    public static double before(long records) {
        return -RowWeights.log2(Math.max(FEWEST, records) / 0.1);
    }

    private double bits(int column, Agreement agreement, Value value, Map<String, Integer> counts, long records) {
        if (!agreement.telling()) {
            return 0;
        }
        var kind = columns.get(column).kind();
        double likely = Expectations.matching(kind)[agreement.ordinal()];
        double chance = agreement == Agreement.SAME
                ? common(column == 0, kind, counts.getOrDefault(sameKey(column, value), 1), records)
                : Expectations.chance(kind)[agreement.ordinal()];
        double bits = RowWeights.log2(likely / chance);
        if (column == 0 && agreement == Agreement.DIFFERENT) {
            bits = NAMED_OTHERWISE;
        }
        return Math.clamp(bits, -9, 18);
    }

    /** The two that are compared are not counted as others. */
    private static double common(boolean name, ColumnKind kind, int count, long records) {
        double others = count <= 2 ? namesake(name, kind) : count - 1.5;
        double world = name ? 1e-5 : Expectations.common(kind);
        return (others + 200 * world) / (records + 200.0);
    }

    /** How many others one has to reckon with behind a value that only these two have: people share names, not mailboxes. */
    private static double namesake(boolean name, ColumnKind kind) {
        return switch (kind) {
            case EMAIL -> .02;
            case PHONE, CODE -> .1;
            case WEB, ADDRESS -> .2;
            case NAME -> name ? .4 : .5;
            case CATEGORY, DATE, NUMBER, TEXT -> .5;
        };
    }

    /** Firm, domain, town and street of colleagues agree together, so only the strongest of them counts in full. */
    private static double sum(List<Finding> findings) {
        double sum = 0;
        double strongest = 0;
        double shared = 0;
        boolean otherName = findings.getFirst().agreement() == Agreement.DIFFERENT;
        for (var finding : findings) {
            if (finding.bits() > 0 && place(finding, otherName)) {
                strongest = Math.max(strongest, finding.bits());
                shared += finding.bits();
            } else {
                sum += finding.bits();
            }
        }
        return sum + strongest + SHARED * (shared - strongest);
    }

    /** Whose name differs may share a switchboard too. */
    private static boolean place(Finding finding, boolean otherName) {
        return switch (finding.column().kind()) {
            case CATEGORY, ADDRESS -> true;
            case EMAIL -> finding.agreement() == Agreement.PARTLY;
            case PHONE -> otherName || finding.agreement() == Agreement.PARTLY;
            case NAME, WEB, DATE, NUMBER, CODE, TEXT -> false;
        };
    }

    private static String sameKey(int column, Value value) {
        var key = value.key();
        return "=" + column + ":" + (key.length() > 80 ? key.substring(0, 80) : key);
    }
}
