package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.Passage.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** One order of two: reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), in which what both find comes first. */
final class FuseRanks {

    /** How fast a place further down counts less. */
    private static final double GENTLE = 60;

    private FuseRanks() {}

    record Fused(UUID chunk, Score score) {}

    static List<Fused> of(List<ChunkIndex.Hit> words, List<VectorIndex.Near> meaning) {
        return of(words, meaning, 1, 1);
    }

    static List<Fused> of(
            List<ChunkIndex.Hit> words, List<VectorIndex.Near> meaning, double wordsWeight, double meaningWeight) {
        var byWords = new LinkedHashMap<UUID, Integer>();
        var byMeaning = new LinkedHashMap<UUID, Integer>();
        words.forEach(hit -> byWords.putIfAbsent(hit.chunk(), byWords.size() + 1));
        meaning.forEach(near -> byMeaning.putIfAbsent(near.chunk(), byMeaning.size() + 1));
        var scores = new HashMap<UUID, Double>();
        words.forEach(hit -> scores.put(hit.chunk(), hit.score()));
        var cosines = new HashMap<UUID, Double>();
        meaning.forEach(near -> cosines.put(near.chunk(), near.similarity()));
        var all = new LinkedHashMap<>(byWords);
        byMeaning.forEach(all::putIfAbsent);
        var fused = new ArrayList<Fused>();
        for (UUID chunk : all.keySet()) {
            var wordsRank = byWords.get(chunk);
            var meaningRank = byMeaning.get(chunk);
            double sum = (wordsRank == null ? 0 : wordsWeight / (GENTLE + wordsRank))
                    + (meaningRank == null ? 0 : meaningWeight / (GENTLE + meaningRank));
            fused.add(new Fused(chunk, new Score(sum, scores.get(chunk), wordsRank, cosines.get(chunk), meaningRank)));
        }
        fused.sort(Comparator.comparingDouble((Fused each) -> each.score().fused())
                .reversed()
                .thenComparing(Fused::chunk));
        return fused;
    }
}
