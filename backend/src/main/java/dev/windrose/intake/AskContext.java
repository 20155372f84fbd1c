package dev.windrose.intake;

import dev.windrose.context.AnswerMessage.Telling;
import dev.windrose.context.ThreadMessage;
import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.context.retrieval.ContextAnswer;
import dev.windrose.intake.reading.Answer;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A question of a colleague that the record does not answer is answered by the company's context, with the entries that say it. */
@Component
class AskContext {

    static final String NOTHING =
            "I found nothing about that, neither in the record nor in the context of the company.";

    private final AnswerFromContext answers;
    private final ObjectProvider<AnswerQuestion> record;
    private final ObjectProvider<TakeGoal> goals;

    AskContext(AnswerFromContext answers, ObjectProvider<AnswerQuestion> record, ObjectProvider<TakeGoal> goals) {
        this.answers = answers;
        this.record = record;
        this.goals = goals;
    }

    /** Whether the message was a goal. It comes before anything is read as a question or as news. */
    boolean taken(ThreadMessage message, Telling tell) {
        var reader = goals.getIfAvailable();
        return reader != null && !message.text().isBlank() && reader.taken(message, tell);
    }

    /** Whether the message was a question that the record answers, or that has to be asked back. Then nothing is taken in. */
    boolean answered(ThreadMessage message, Telling tell) {
        var asked = record.getIfAvailable();
        var answer =
                asked == null || message.text().isBlank() ? Optional.<Map<String, Object>>empty() : asked.of(message);
        answer.ifPresent(data -> tell.event("answer", data));
        return answer.isPresent();
    }

    /** The decision with an answer where it lacks one and the text asks for one. */
    Map<String, @Nullable Object> completed(String text, Map<String, @Nullable Object> decision) {
        boolean unknown = Answer.UNKNOWN.equals(decision.get("answer"));
        boolean silent =
                decision.get("answer") == null && empty(decision.get("operations")) && empty(decision.get("questions"));
        if (!unknown && !(silent && asks(text))) {
            return decision;
        }
        var all = new LinkedHashMap<>(decision);
        answers.of(text.strip()).ifPresentOrElse(answer -> tell(answer, all), () -> all.put("answer", NOTHING));
        return all;
    }

    private static void tell(ContextAnswer answer, Map<String, @Nullable Object> decision) {
        decision.put("answer", answer.text());
        decision.put(
                "answer_records",
                answer.sources().stream().map(AskContext::cited).toList());
    }

    private static Map<String, Object> cited(ContextAnswer.Source source) {
        var cited = new LinkedHashMap<String, Object>();
        cited.put("type", source.entry().type());
        cited.put("id", source.entry().id().toString());
        cited.put("title", source.entry().title());
        cited.put("version", source.version());
        cited.put("heading", source.heading());
        cited.put("quote", source.quote());
        cited.put("sensitivity", source.sensitivity());
        cited.put("why", source.why());
        return cited;
    }

    private static boolean empty(@Nullable Object list) {
        return !(list instanceof List<?> some) || some.isEmpty();
    }

    private static boolean asks(String text) {
        return text.length() <= 500
                && Sentences.of(text, new Span(0, text.length())).stream().anyMatch(Sentence::question);
    }
}
