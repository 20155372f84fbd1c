package dev.windrose.integrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody is told who wrote from elsewhere: the answer, what is asked, how much was written. */
final class AnswerText {

    private AnswerText() {}

    static String of(Map<String, @Nullable Object> decision) {
        var lines = new ArrayList<String>();
        if (decision.get("answer") instanceof String answer) {
            lines.add(answer);
        }
        long written = count(decision, "applied");
        long waiting = count(decision, "waiting");
        if (written > 0) {
            lines.add(written == 1 ? "Noted: one change." : "Noted: %d changes.".formatted(written));
        }
        if (waiting > 0) {
            lines.add(
                    waiting == 1
                            ? "One change waits for a decision."
                            : "%d changes wait for a decision.".formatted(waiting));
        }
        list(decision, "questions").stream()
                .filter(Map.class::isInstance)
                .map(question -> question((Map<?, ?>) question))
                .forEach(lines::add);
        return lines.isEmpty() ? "Nothing to record was found in this. It is kept." : String.join("\n", lines);
    }

    private static String question(Map<?, ?> question) {
        String options = question.get("options") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(option -> String.valueOf(((Map<?, ?>) option).get("label")))
                        .collect(Collectors.joining(", "))
                : "";
        return question.get("text") + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private static long count(Map<String, @Nullable Object> decision, String status) {
        return list(decision, "operations").stream()
                .filter(operation -> operation instanceof Map<?, ?> map && status.equals(map.get("status")))
                .count();
    }

    private static List<?> list(Map<String, @Nullable Object> decision, String name) {
        return (List<?>) Objects.requireNonNullElse(decision.get(name), List.of());
    }
}
