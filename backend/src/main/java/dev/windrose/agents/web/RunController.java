package dev.windrose.agents.web;

import dev.windrose.agents.run.AgentRun;
import dev.windrose.agents.run.ReplayRun;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.Runs;
import dev.windrose.llm.model.Micros;
import dev.windrose.platform.access.Recognition;
import dev.windrose.platform.access.StreamHead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Runs: started, watched, paused, answered, cancelled, compared with what they would give today. */
@RestController
@RequestMapping("/api/v1/runs")
class RunController {

    private final Runs runs;
    private final ReplayRun replay;

    RunController(Runs runs, ReplayRun replay) {
        this.runs = runs;
        this.replay = replay;
    }

    record Reply(String question, Map<String, @Nullable Object> answer) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, @Nullable Object> start(@RequestBody RunPlan plan) {
        return json(runs.start(plan));
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String status, @RequestParam(defaultValue = "50") int limit) {
        return Map.of("data", all(runs.list(status, Math.clamp(limit, 1, 200))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return json(runs.get(id));
    }

    @GetMapping("/{id}/tree")
    Map<String, Object> tree(@PathVariable UUID id) {
        return Map.of("data", all(runs.tree(id)));
    }

    /** A reader that comes back says by Last-Event-ID what it has seen. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Integer last,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        runs.get(id);
        StreamHead.send(response);
        return new StreamRun(runs, id, last == null ? after : last, Recognition.of(request)).start();
    }

    /** The same rows at once. */
    @GetMapping("/{id}/history")
    Map<String, Object> history(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
        return Map.of("data", runs.events(id, after));
    }

    @PostMapping("/{id}/cancel")
    Map<String, @Nullable Object> cancel(@PathVariable UUID id) {
        return json(runs.cancel(id));
    }

    @PostMapping("/{id}/pause")
    Map<String, @Nullable Object> pause(@PathVariable UUID id) {
        return json(runs.pause(id));
    }

    @PostMapping("/{id}/resume")
    Map<String, @Nullable Object> resume(@PathVariable UUID id) {
        return json(runs.resume(id));
    }

    @PostMapping("/{id}/answer")
    Map<String, @Nullable Object> answer(@PathVariable UUID id, @RequestBody Reply reply) {
        return json(runs.answer(id, reply.question(), reply.answer()));
    }

    /** Its reading steps once more, with what has changed since. Nothing is written. */
    @PostMapping("/{id}/replay")
    Map<String, Object> replay(@PathVariable UUID id) {
        return Map.of("data", replay.of(id));
    }

    private static List<Map<String, @Nullable Object>> all(List<AgentRun> found) {
        return found.stream().map(RunController::json).toList();
    }

    private static Map<String, @Nullable Object> json(AgentRun run) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", run.id().toString());
        json.put("root_id", run.root().toString());
        json.put("parent_id", run.parent() == null ? null : run.parent().toString());
        json.put("parent_step", run.parentStep());
        json.put("agent", run.plan().agent());
        json.put("goal", run.plan().goal());
        json.put("shape", run.plan().shape());
        json.put("plan", run.plan());
        json.put("status", run.paused() && !run.ended() ? "paused" : run.status());
        json.put("partial", run.partial());
        json.put("waits_for", run.waitsFor());
        json.put("result", run.result());
        json.put("error", run.error());
        json.put("steps", run.use().steps());
        json.put("tokens", run.use().tokens());
        json.put("cost", Micros.text(run.use().cost()));
        json.put("worked_ms", run.use().workedMillis());
        json.put("started_by", run.startedBy() == null ? null : run.startedBy().toString());
        json.put("created_at", run.createdAt().toString());
        json.put("ended_at", run.endedAt() == null ? null : run.endedAt().toString());
        return json;
    }
}
