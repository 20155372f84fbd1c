package dev.windrose.records.duplicates.matching;

import java.util.List;

/** Finds the rows of one table that tell of the same thing, without labels. */
public final class DedupeTable {

    private DedupeTable() {}

    /** Pairs judged the same, each once. */
    public static List<ScoredPair> of(Table table) {
        if (table.size() < 2 || table.columns().isEmpty()) {
            return List.of();
        }
        var rows = new Prepared(table);
        var compare = new CompareRows(rows);
        var candidates = new Candidates(rows).pairs();
        var levels = candidates.parallelStream()
                .map(pair -> compare.of(pair.a(), pair.b()))
                .toList();
        var weights = new LearnWeights(rows, compare).of(candidates, levels);
        return new Clusters(weights).of(candidates, levels);
    }
}
