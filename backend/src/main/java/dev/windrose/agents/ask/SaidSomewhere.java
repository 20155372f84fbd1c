package dev.windrose.agents.ask;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.context.retrieval.ContextAnswer;
import dev.windrose.context.retrieval.Passage;
import dev.windrose.context.retrieval.Question;
import dev.windrose.context.retrieval.Retrieve;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import dev.windrose.records.query.Records;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What no field holds may stand in a text: quoted with where it stands. */
@Component
class SaidSomewhere {

    private static final int LOOKED_AT = 20;
    /** So much of what is asked the passage has to speak of. */
    private static final double ENOUGH = 0.6;

    private final AnswerFromContext context;
    private final Retrieve retrieve;
    private final Records records;

    SaidSomewhere(AnswerFromContext context, Retrieve retrieve, Records records) {
        this.context = context;
        this.retrieve = retrieve;
        this.records = records;
    }

    /** In talks and notes of the records that are named, else in the company's context. */
    Optional<Answered> of(String text, Draft draft) {
        return inTalks(text, draft).or(() -> context.of(text.strip())
                .filter(answer ->
                        draft.unknown == null || Fold.words(answer.text()).contains(Fold.words(draft.unknown)))
                .map(SaidSomewhere::told));
    }

    private Optional<Answered> inTalks(String text, Draft draft) {
        var named = draft.named.stream()
                .flatMap(name -> name.candidates().stream())
                .map(Named.Candidate::id)
                .collect(Collectors.toSet());
        if (named.isEmpty() || draft.unknown != null || text.length() > Question.LONGEST) {
            return Optional.empty();
        }
        var names = draft.named.stream()
                .flatMap(name -> name.candidates().stream())
                .flatMap(each -> Word.stems(each.title()).stream())
                .collect(Collectors.toSet());
        var asked = Word.of(text).stream()
                .filter(word -> !Leftovers.plain(word.fold()) && !names.contains(word.stem()))
                .map(Word::stem)
                .filter(stem -> stem.length() > 2)
                .collect(Collectors.toSet());
        return asked.isEmpty()
                ? Optional.empty()
                : retrieve.find(Question.of(text.strip(), LOOKED_AT)).stream()
                        .filter(passage -> !passage.source().type().equals(ContextEntry.TYPE))
                        .filter(passage -> share(asked, passage.text() + " " + passage.heading()) >= ENOUGH)
                        .filter(passage -> concerns(passage, named))
                        .max(Comparator.comparingDouble(
                                passage -> share(asked, passage.text() + " " + passage.heading())))
                        .map(passage -> quoted(passage, asked));
    }

    private static double share(Set<String> asked, String text) {
        var said = new HashSet<String>();
        Arrays.stream(Fold.words(text).split(" ")).map(Word::stem).forEach(said::add);
        return asked.stream().filter(said::contains).count() / (double) asked.size();
    }

    /** The record is one of those named, or refers to one of them. */
    private boolean concerns(Passage passage, Set<UUID> named) {
        return named.contains(passage.source().id())
                || records.findAlone(passage.source().type(), passage.source().id()).stream()
                        .flatMap(record -> record.values().values().stream())
                        .anyMatch(value -> value instanceof Collection<?> several
                                ? several.stream().anyMatch(named::contains)
                                : named.contains(value));
    }

    /** The sentence that has most of the words. */
    private static Answered quoted(Passage passage, Set<String> asked) {
        var text = passage.text();
        var quote = Sentences.of(text, new Span(0, text.length())).stream()
                .map(sentence -> sentence.span().of(text).strip())
                .max(Comparator.comparingDouble(sentence -> share(asked, sentence)))
                .orElse(text);
        var source = passage.source();
        return new Answered(
                "“%s” (%s)".formatted(quote, source.title()),
                new AnswerValue.Words(quote),
                List.of(new CitedRecord(
                        source.type(), source.id(), source.title(), passage.version(), quote, null, null, List.of())),
                false,
                null,
                null);
    }

    private static Answered told(ContextAnswer answer) {
        var cited = answer.sources().stream().map(CitedRecord::of).toList();
        return new Answered(answer.text(), new AnswerValue.Words(answer.text()), cited, false, null, null);
    }
}
