package dev.windrose.agents.run;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.OperationStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a run waits for: answers, decisions, sub-runs, or that a pause ends. */
final class WaitFor {

    private static final String ASKED = "ask:";

    private final JobContext job;
    private final AgentRun run;
    private final RunParts parts;
    private final Results results;
    private final List<Question> questions;
    private final List<String> seen = new ArrayList<>();
    private boolean forPause;

    /** @param fields by name, and what each is */
    record Question(String id, String text, Map<String, String> fields) {}

    WaitFor(JobContext job, AgentRun run, RunParts parts, Results results) {
        this.job = job;
        this.run = run;
        this.parts = parts;
        this.results = results;
        this.questions = new ArrayList<>(job.finishedWith(ASKED, Question.class));
    }

    boolean asked() {
        return !questions.isEmpty();
    }

    void askOnce(String id, String text, Map<String, String> fields) {
        job.step("asking:" + id, () -> ask(id, text, fields));
    }

    /** In the transaction of a step. */
    void ask(String id, String text, Map<String, String> fields) {
        var question = new Question(id, text, fields);
        questions.add(job.step(ASKED + id, Question.class, () -> {
            parts.log().tell(run.id(), "question", Map.of("question", id, "text", text, "fields", fields));
            return question;
        }));
    }

    boolean paused() {
        return parts.now(run.id()).paused();
    }

    private List<Question> unanswered() {
        if (questions.isEmpty()) {
            return List.of();
        }
        var answers = parts.answers(run.id());
        return questions.stream()
                .filter(question -> !answers.containsKey(question.id()))
                .toList();
    }

    boolean nothing() {
        return results.open().isEmpty() && unanswered().isEmpty();
    }

    /** For people, and for who answers. */
    List<Map<String, Object>> described() {
        var all = new ArrayList<Map<String, Object>>();
        unanswered()
                .forEach(question -> all.add(Map.of(
                        "kind",
                        "question",
                        "question",
                        question.id(),
                        "text",
                        question.text(),
                        "fields",
                        question.fields())));
        results.open().forEach(result -> {
            if (result.child() != null && result.open()) {
                all.add(Map.of(
                        "kind",
                        "run",
                        "step",
                        result.step(),
                        "run_id",
                        result.child().toString()));
            }
            result.decisions()
                    .forEach(set -> all.add(
                            Map.of("kind", "decision", "step", result.step(), "change_set_id", set.toString())));
        });
        if (paused()) {
            all.add(Map.of("kind", "pause"));
        }
        return all;
    }

    /** Whether something of it has come. Asked within a transaction. */
    boolean come() {
        var now = parts.store().find(run.id()).orElseThrow();
        if (now.ended()) {
            return true;
        }
        if (now.paused()) {
            return false;
        }
        var answers = parts.store().answers(run.id());
        return questions.stream().anyMatch(question -> waitedFor(question) && answers.containsKey(question.id()))
                || results.open().stream().anyMatch(result -> settled(result).isPresent())
                || forPause
                || nothingLeft(answers);
    }

    private boolean nothingLeft(Map<String, ?> answers) {
        return results.open().isEmpty() && questions.stream().allMatch(question -> answers.containsKey(question.id()));
    }

    private boolean waitedFor(Question question) {
        return seen.contains(question.id());
    }

    /** Remembers what is waited for from now on. */
    void begin() {
        forPause = paused();
        seen.clear();
        unanswered().forEach(question -> seen.add(question.id()));
    }

    /** Takes in what has come. */
    void settle() {
        for (var open : results.open()) {
            var now = parts.transaction().execute(status -> settled(open).orElse(null));
            if (now != null) {
                results.put(job.step(Results.SETTLED + open.step(), StepResult.class, () -> told(open, now)));
            }
        }
    }

    private StepResult told(StepResult before, StepResult now) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("step", now.step());
        data.put("tool", now.tool());
        data.put("result", now.result());
        data.put("error", now.error());
        String name = before.open() ? (now.done() ? "step_done" : "step_failed") : "decided";
        parts.log().tell(run.id(), name, data);
        if (before.child() != null) {
            parts.store().find(before.child()).ifPresent(child -> parts.store().use(run.id(), child.use()));
        }
        return now;
    }

    private Optional<StepResult> settled(StepResult open) {
        return open.open() ? child(open) : decided(open);
    }

    private Optional<StepResult> child(StepResult open) {
        return Optional.ofNullable(open.child())
                .flatMap(parts.store()::find)
                .filter(AgentRun::ended)
                .map(child -> child.status().equals(AgentRun.DONE)
                        ? open.ended(StepResult.DONE, child.result(), child.error())
                        : open.ended(
                                StepResult.FAILED,
                                child.result(),
                                Objects.requireNonNullElse(child.error(), "The sub-run was " + child.status() + ".")));
    }

    private Optional<StepResult> decided(StepResult open) {
        var sets = open.decisions().stream().map(this::set).toList();
        if (sets.stream().anyMatch(WaitFor::waits)) {
            return Optional.empty();
        }
        boolean applied = sets.stream()
                .flatMap(set -> set.operations().stream())
                .anyMatch(operation -> operation.applied() || operation.status() == OperationStatus.UNDONE);
        JsonNode told = parts.json()
                .valueToTree(sets.stream()
                        .map(set -> Map.of(
                                "id", set.id().toString(),
                                "status", set.status().name().toLowerCase(java.util.Locale.ROOT),
                                "reason", Objects.requireNonNullElse(set.reason(), "")))
                        .toList());
        var result = new StepResult(
                open.step(),
                applied ? StepResult.DONE : StepResult.FAILED,
                open.tool(),
                open.arguments(),
                parts.json().createObjectNode().set("change_sets", told),
                applied ? null : refusal(sets),
                null,
                null,
                open.attempts(),
                open.millis());
        return Optional.of(result);
    }

    private ChangeSet set(UUID id) {
        return parts.changes().get(new ChangeSetId(id));
    }

    private static boolean waits(ChangeSet set) {
        return set.operations().stream().anyMatch(operation -> operation.status() == OperationStatus.WAITING);
    }

    private static String refusal(List<ChangeSet> sets) {
        return sets.stream()
                .flatMap(set -> Optional.ofNullable(set.reason())
                        .or(() -> set.operations().stream()
                                .flatMap(operation -> Optional.ofNullable(operation.reason()).stream())
                                .findFirst())
                        .stream())
                .findFirst()
                .map(reason -> "Refused: " + reason)
                .orElse("Refused.");
    }
}
