package dev.windrose.llm.heads;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.LearnHead.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Learns the heads of sentences; what is learned is judged, and made a probability, on sentences kept apart in turn. */
public final class LearnSentences {

    private static final Effort EFFORT = new Effort(20, 128, 0.01f, 2);
    private static final int FOLDS = 3;
    /** So many known sentences may be taken for unknown ones. */
    private static final double REFUSED = 0.05;

    private final List<LabelledSentence> sentences;
    private final List<Features> features;
    private final boolean[][] holds;

    private LearnSentences(List<LabelledSentence> sentences, Embeddings embeddings) {
        this.sentences = sentences;
        this.features = sentences.stream()
                .map(one -> Features.of(embeddings.state(one.text()), one.text()))
                .toList();
        this.holds = new boolean[sentences.size()][SentenceLabels.ALL.size()];
        for (int i = 0; i < holds.length; i++) {
            for (var label : sentences.get(i).labels()) {
                holds[i][SentenceLabels.ALL.indexOf(label)] = true;
            }
        }
    }

    /** @param apart what a head that has not seen the sentence says of each */
    public record Result(HeadFile.Learned learned, List<LabelledSentence> sentences, List<Cues> apart) {}

    public static Result from(List<LabelledSentence> sentences, Embeddings embeddings) {
        return new LearnSentences(sentences, embeddings).learn();
    }

    private Result learn() {
        var apart = new HeadFile.Learned[FOLDS];
        var logits = new float[sentences.size()][];
        var heads = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(fold -> fold == FOLDS ? whole() : part(fold))
                .toList();
        for (int fold = 0; fold < FOLDS; fold++) {
            apart[fold] = heads.get(fold);
            for (int i : in(fold)) {
                logits[i] = apart[fold].head().logits(features.get(i));
            }
        }
        var head = heads.getLast().head();
        Calibrate.set(head, logits, holds);
        Calibrate.trust(head, logits, holds);
        var known = heads.getLast().known().likeAll(apart);
        var judged = new ArrayList<Cues>();
        for (int i = 0; i < logits.length; i++) {
            var one = apart[fold(i)];
            Calibrate.set(one.head(), head);
            judged.add(SentenceHeads.cues(one, features.get(i)));
        }
        return new Result(new HeadFile.Learned(head, known), sentences, judged);
    }

    private HeadFile.Learned whole() {
        return new HeadFile.Learned(
                LearnHead.several(SentenceLabels.ALL, features, holds, EFFORT),
                OpenSet.of(features, holds, SentenceLabels.KNOWN.size()));
    }

    /** What is learned without the sentences of a fold, its open set tuned on them. */
    private HeadFile.Learned part(int fold) {
        var rest = IntStream.range(0, sentences.size())
                .filter(i -> fold(i) != fold)
                .boxed()
                .toList();
        var seen = rest.stream().map(features::get).toList();
        var bear = rest.stream().map(i -> holds[i]).toArray(boolean[][]::new);
        var head = LearnHead.several(SentenceLabels.ALL, seen, bear, EFFORT);
        var inScope = in(fold).stream().filter(this::isKnown).map(features::get).toList();
        return new HeadFile.Learned(
                head, OpenSet.of(seen, bear, SentenceLabels.KNOWN.size()).tuned(head, inScope, REFUSED));
    }

    private boolean isKnown(int sentence) {
        return IntStream.range(0, SentenceLabels.KNOWN.size()).anyMatch(label -> holds[sentence][label]);
    }

    private List<Integer> in(int fold) {
        return IntStream.range(0, sentences.size())
                .filter(i -> fold(i) == fold)
                .boxed()
                .toList();
    }

    private int fold(int sentence) {
        return Math.floorMod(sentences.get(sentence).text().hashCode() * 31 >>> 3, FOLDS);
    }
}
