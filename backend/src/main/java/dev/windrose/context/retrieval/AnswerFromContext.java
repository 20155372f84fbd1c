package dev.windrose.context.retrieval;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.LiveEntries;
import dev.windrose.context.retrieval.ContextAnswer.Source;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import dev.windrose.platform.id.ContextEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers a question with sentences of live entries, quoted word by word. Where nothing fits there is no answer; nothing is made up. */
@Component
public class AnswerFromContext {

    /** Below it a passage is about something else, by the labelled questions. */
    static final double FITS = 0.40;
    /** A second entry is quoted only where it fits nearly as well as the first. */
    private static final double NEARLY = 0.97;

    private static final int LOOKED_AT = 5;
    /** Shorter passages are quoted whole. */
    private static final int SHORT = 320;

    private final Retrieve retrieve;
    private final LiveEntries live;
    private final Embeddings embeddings;

    AnswerFromContext(Retrieve retrieve, LiveEntries live, Embeddings embeddings) {
        this.retrieve = retrieve;
        this.live = live;
        this.embeddings = embeddings;
    }

    /** Of what the actor in scope may read; empty where nothing fits. Outside of transactions. */
    public Optional<ContextAnswer> of(String question) {
        if (question.isBlank() || question.length() > Question.LONGEST) {
            return Optional.empty();
        }
        var found = retrieve.find(Question.of(question, LOOKED_AT).among(List.of(ContextEntry.TYPE)));
        var asked = ChunkWords.asked(question);
        var fitting = found.stream()
                .map(passage -> new Fitting(passage, fit(passage, question, asked)))
                .filter(each -> each.fit() >= FITS && stillHolds(each.passage()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        var sources = new ArrayList<Source>();
        double least = fitting.getFirst().passage().score().fused() * NEARLY;
        for (var each : fitting.stream().limit(2).toList()) {
            boolean other = sources.stream()
                    .noneMatch(source ->
                            source.entry().id().equals(each.passage().source().id()));
            if (each.passage().score().fused() >= least && other) {
                sources.add(source(each.passage(), question));
            }
        }
        return Optional.of(
                new ContextAnswer(sources.stream().map(Source::quote).collect(Collectors.joining("\n\n")), sources));
    }

    /** The index of passages follows a write after a moment; what has ended by then is not quoted. */
    private boolean stillHolds(Passage passage) {
        return live.find(new ContextEntryId(passage.source().id())).isPresent();
    }

    private record Fitting(Passage passage, double fit) {}

    private static double fit(Passage passage, String question, Set<String> asked) {
        var score = passage.score();
        return fit(
                score.meaning() == null ? 0 : score.meaning(),
                share(asked, WordsAlike.of(question), passage.heading() + "\n" + passage.text()));
    }

    static double fit(double cosine, double share) {
        return 0.6 * Math.max(0, cosine) + 0.4 * share;
    }

    /** How much of what is asked the text has words for; words alike count half. */
    static double share(Set<String> asked, Set<String> alike, String text) {
        var said = Set.copyOf(ChunkWords.of(text));
        double found = asked.stream().filter(said::contains).count();
        boolean other = alike.stream().anyMatch(said::contains);
        return asked.isEmpty() ? 0 : Math.min(1, (found + (other ? 0.5 : 0)) / asked.size());
    }

    private Source source(Passage passage, String question) {
        return new Source(
                passage.source(),
                passage.version(),
                passage.heading(),
                quote(passage.text(), question),
                passage.sensitivity(),
                why(passage));
    }

    private static List<String> why(Passage passage) {
        var why = new ArrayList<String>();
        String words = passage.highlights().stream()
                .map(span -> passage.text().substring(span.getFirst(), span.getLast()))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            why.add("It has words of the question: %s.".formatted(words));
        }
        var meaning = passage.score().meaning();
        if (meaning != null) {
            why.add(String.format(
                    Locale.ROOT, "It is near to the question in meaning: %.2f, where 1 is the same.", meaning));
        }
        return why;
    }

    /** Of a long passage the sentence that comes nearest, with the one after it. */
    private String quote(String text, String question) {
        if (text.length() <= SHORT) {
            return text;
        }
        var sentences = Sentences.of(text, new Span(0, text.length()));
        if (sentences.size() < 3) {
            return text;
        }
        var wanted = VectorBytes.unit(embeddings.of(question));
        int best = 0;
        double nearest = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double near = Embeddings.similarity(
                    wanted,
                    VectorBytes.unit(embeddings.of(sentences.get(i).span().of(text))));
            if (near > nearest) {
                nearest = near;
                best = i;
            }
        }
        int last = Math.min(sentences.size() - 1, best + 1);
        return text.substring(
                        sentences.get(best).span().start(),
                        sentences.get(last).span().end())
                .strip();
    }
}
