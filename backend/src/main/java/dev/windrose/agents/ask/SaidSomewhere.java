package dev.windrose.agents.ask;

import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.context.retrieval.ContextAnswer;
import dev.windrose.llm.language.Fold;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What no field holds may stand in a text: quoted with where it stands. */
@Component
class SaidSomewhere {

    private final AnswerFromContext context;

    SaidSomewhere(AnswerFromContext context) {
        this.context = context;
    }

    Optional<Answered> of(String text, Draft draft) {
        return context.of(text.strip())
                .filter(answer -> draft.unknown == null
                        || Fold.words(answer.text()).contains(Fold.words(draft.unknown)))
                .map(SaidSomewhere::told);
    }

    private static Answered told(ContextAnswer answer) {
        List<CitedRecord> cited = answer.sources().stream()
                .map(source -> new CitedRecord(
                        source.entry().type(),
                        source.entry().id(),
                        source.entry().title(),
                        source.version(),
                        source.quote()))
                .toList();
        return new Answered(answer.text(), new AnswerValue.Words(answer.text()), cited, false, null, null);
    }
}
