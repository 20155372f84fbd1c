package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.FuseScores.Fused;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks more closely at the best chunks: a question is often answered by one sentence, which the vector of the whole hides. */
final class NearestSentence {

    /** So many of the first order are put into a second one. */
    static final int LOOKED_AT = 30;

    private static final int SHORTEST = 3;
    private static final int MOST = 12;

    private NearestSentence() {}

    /** What the encoder reads beside the chunk: each sentence under the last of its headings. */
    static List<String> said(Chunk chunk) {
        String heading = chunk.heading();
        int last = heading.lastIndexOf(" > ");
        String title = last < 0 ? heading : heading.substring(last + 3);
        return Sentences.of(chunk.text(), new Span(0, chunk.text().length())).stream()
                .map(sentence -> sentence.span().of(chunk.text()).strip())
                .filter(sentence -> sentence.length() >= SHORTEST)
                .limit(MOST)
                .map(sentence -> Chunk.said(title, sentence))
                .toList();
    }

    /** The first order, its beginning ordered again by the mean of what the whole and its nearest sentence mean. */
    static List<Fused> first(
            List<Fused> order, List<ChunkIndex.Hit> words, Map<UUID, SentenceStore.Read> read, float[] question) {
        var best = order.subList(0, Math.min(LOOKED_AT, order.size()));
        var ids = new HashSet<UUID>();
        var near = new ArrayList<VectorIndex.Near>();
        for (var each : best) {
            ids.add(each.chunk());
            var vectors = read.get(each.chunk());
            var meaning = each.score().meaning();
            if (vectors != null) {
                near.add(new VectorIndex.Near(each.chunk(), similarity(vectors, question)));
            } else if (meaning != null) {
                near.add(new VectorIndex.Near(each.chunk(), meaning));
            }
        }
        near.sort(Comparator.comparingDouble(VectorIndex.Near::similarity).reversed());
        var all = new ArrayList<>(FuseScores.of(
                words.stream().filter(hit -> ids.contains(hit.chunk())).toList(), near));
        all.addAll(order.subList(best.size(), order.size()));
        return all;
    }

    static double similarity(SentenceStore.Read read, float[] question) {
        double whole = Embeddings.similarity(question, read.chunk());
        double nearest = whole;
        float[] sentences = read.sentences();
        boolean any = false;
        for (int from = 0; from + question.length <= sentences.length; from += question.length) {
            double sum = 0;
            for (int i = 0; i < question.length; i++) {
                sum += question[i] * sentences[from + i];
            }
            nearest = any ? Math.max(nearest, sum) : sum;
            any = true;
        }
        return (whole + nearest) / 2;
    }
}
