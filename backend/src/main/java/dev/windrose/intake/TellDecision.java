package dev.windrose.intake;

import dev.windrose.context.AnswerMessage.Telling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what was decided about a text, each result as an event; those of a file say which. */
final class TellDecision {

    private final Map<String, @Nullable Object> decision;
    private final Telling tell;

    private TellDecision(Map<String, @Nullable Object> decision, Telling tell) {
        this.decision = decision;
        this.tell = tell;
    }

    static void of(Map<String, @Nullable Object> decision, Telling tell) {
        new TellDecision(decision, tell).all();
    }

    private void all() {
        event("understood", Map.of("decision", decision));
        if (decision.get("change_set_id") instanceof String set) {
            event("written", Map.of("change_set_id", set));
        }
        if (decision.get("proposed_change_set_id") instanceof String set) {
            event("waiting", Map.of("change_set_id", set));
        }
        var questions = list("questions");
        questions.forEach(question -> event("question", Map.of("question", question)));
        if (decision.get("answer") instanceof String answer) {
            event("answer", Map.of("text", answer, "records", list("answer_records")));
        } else if (questions.isEmpty() && list("operations").isEmpty()) {
            event("note", Map.of("text", note()));
        }
    }

    private void event(String name, Map<String, Object> data) {
        var all = new LinkedHashMap<>(data);
        if (decision.get("source") instanceof Map<?, ?> source) {
            all.put("source", source);
        }
        tell.event(name, all);
    }

    private List<?> list(String name) {
        return (List<?>) Objects.requireNonNullElse(decision.get(name), List.of());
    }

    private String note() {
        boolean elsewhere = list("intents").stream()
                .anyMatch(List.of(
                        "schedule_meeting",
                        "request_approval",
                        "price_quote",
                        "draft_content",
                        "run_report",
                        "update_company_context",
                        "report_issue")::contains);
        return elsewhere
                ? "Understood, but nothing in the record changes by it, and this version cannot do it yet."
                : "Nothing to record was found in this message. It is kept.";
    }
}
