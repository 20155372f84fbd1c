package dev.windrose.agents.eval;

import dev.windrose.context.AnswerMessage;
import dev.windrose.context.Threads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation of a colleague with the product, and what was said in it. */
final class Talk {

    private static final int ROUNDS = 3;

    private final Threads threads;
    private final AnswerMessage answers;
    final List<String> asked = new ArrayList<>();
    final Set<String> cited = new LinkedHashSet<>();
    String answer = "";
    boolean refused;

    @Nullable
    Map<?, ?> value;

    int steps;
    private int rounds;

    Talk(Threads threads, AnswerMessage answers) {
        this.threads = threads;
        this.answers = answers;
    }

    void hold(List<?> turns) {
        var thread = threads.create(null, null, null);
        for (Object turn : turns) {
            var told = (Map<?, ?>) turn;
            var text = String.valueOf(told.get("text"));
            var replies = told.get("replies") instanceof List<?> list ? list : List.of();
            while (true) {
                var question = say(thread.id(), text);
                if (question == null || rounds == ROUNDS) {
                    break;
                }
                rounds++;
                text = reply(question, replies);
            }
        }
    }

    /** @return what was asked back */
    private @Nullable String say(dev.windrose.platform.id.ThreadId thread, String text) {
        var run = threads.post(thread, text, null, null);
        var questions = new ArrayList<String>();
        var said = new ArrayList<String>();
        answers.answer(run.message(), (name, data) -> {
            steps++;
            switch (name) {
                case "question" -> questions.add(question(data));
                case "answer" -> answered(data, questions, said);
                case "note" -> said.add(String.valueOf(data.get("text")));
                case String _ -> {}
            }
        });
        answer = String.join("\n", said.isEmpty() ? questions : said);
        asked.addAll(questions);
        return questions.isEmpty() ? null : String.join("\n", questions);
    }

    private static String question(Map<String, Object> data) {
        return data.get("question") instanceof Map<?, ?> question
                ? String.valueOf(question.containsKey("text") ? question.get("text") : question.get("question"))
                : String.valueOf(data.get("question"));
    }

    private void answered(Map<String, Object> data, List<String> questions, List<String> said) {
        said.add(String.valueOf(data.get("text")));
        refused = Boolean.TRUE.equals(data.get("refused"));
        value = data.get("value") instanceof Map<?, ?> given ? given : null;
        if (data.get("question") instanceof String question) {
            questions.add(question);
        }
        if (data.get("records") instanceof List<?> records) {
            records.stream()
                    .map(record -> String.valueOf(((Map<?, ?>) record).get("id")))
                    .forEach(cited::add);
        }
    }

    /** What the person says where a word of it occurs in the question. */
    private static String reply(String question, List<?> replies) {
        var asked = question.toLowerCase(Locale.ROOT);
        var said = replies.stream()
                .map(reply -> (Map<?, ?>) reply)
                .filter(reply -> ((List<?>) reply.get("about"))
                        .stream()
                                .anyMatch(word ->
                                        asked.contains(String.valueOf(word).toLowerCase(Locale.ROOT))))
                .map(reply -> String.valueOf(reply.get("text")))
                .toList();
        return said.isEmpty() ? "I don't know." : String.join(" ", said);
    }
}
