package dev.windrose.context.web;

import dev.windrose.context.ConversationThread;
import dev.windrose.context.FollowRuns;
import dev.windrose.context.ThreadMessage;
import dev.windrose.context.Threads;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.access.Recognition;
import dev.windrose.platform.access.StreamHead;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ThreadId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Conversations: made, listed, read, and answered as a stream of run events. */
@RestController
@RequestMapping("/api/v1/threads")
class ThreadController {

    private static final String SUBJECT = "intake";
    private static final int MOST_FILES = 10;

    private final Threads threads;
    private final FollowRuns runs;

    ThreadController(Threads threads, FollowRuns runs) {
        this.threads = threads;
        this.runs = runs;
    }

    record Named(String type, UUID id) {}

    record NewThread(@Nullable String title, @Nullable Named record) {}

    record Ui(@Nullable Named record) {}

    record NamedFile(UUID id, @Nullable String name) {}

    /** @param files kept before, and read with the text */
    record NewMessage(
            @Nullable String text,
            @Nullable Ui ui,
            @Nullable List<NamedFile> files,
            @Nullable String idempotencyKey) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> create(@RequestBody(required = false) @Nullable NewThread body) {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        var record = body == null ? null : body.record();
        return json(threads.create(
                body == null ? null : body.title(),
                record == null ? null : record.type(),
                record == null ? null : record.id()));
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(name = "record_type", required = false) @Nullable String type,
            @RequestParam(name = "record_id", required = false) @Nullable UUID record) {
        Permissions.require(Operation.READ, SUBJECT);
        return Map.of(
                "data",
                threads.list(type, record).stream().map(ThreadController::json).toList());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        Permissions.require(Operation.READ, SUBJECT);
        var thread = threads.get(new ThreadId(id));
        var json = json(thread);
        json.put(
                "messages",
                threads.messages(thread.id()).stream()
                        .map(ThreadController::json)
                        .toList());
        json.put(
                "running_run_id",
                threads.running(thread.id()).map(UUID::toString).orElse(null));
        return json;
    }

    @PostMapping(path = "/{id}/messages", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter post(
            @PathVariable UUID id,
            @RequestBody NewMessage body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        var run = threads.post(
                new ThreadId(id),
                Objects.requireNonNullElse(body.text(), ""),
                ui(body),
                body.idempotencyKey() != null ? body.idempotencyKey() : header);
        runs.start(run);
        return stream(run.id(), 0, request, response);
    }

    @GetMapping(path = "/{id}/runs/{run}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter resume(
            @PathVariable UUID id,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "0") int after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Permissions.require(Operation.READ, SUBJECT);
        var started = threads.run(new ThreadId(id), run);
        runs.start(started);
        return stream(started.id(), after, request, response);
    }

    private static @Nullable Map<String, Object> ui(NewMessage body) {
        var ui = new LinkedHashMap<String, Object>();
        var record = body.ui() == null ? null : body.ui().record();
        if (record != null) {
            ui.put("record", Map.of("type", record.type(), "id", record.id().toString()));
        }
        var files = Objects.requireNonNullElse(body.files(), List.<NamedFile>of());
        if (files.size() > MOST_FILES) {
            throw new AppException(CommonError.TOO_LONG, "A message has at most 10 files.", "files");
        }
        if (!files.isEmpty()) {
            ui.put(
                    Threads.FILES,
                    files.stream()
                            .map(file -> Map.of(
                                    "id",
                                    file.id().toString(),
                                    "name",
                                    Objects.requireNonNullElse(file.name(), "file")))
                            .toList());
        }
        return ui.isEmpty() ? null : ui;
    }

    private SseEmitter stream(UUID run, int after, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StreamHead.send(response);
        return new RunStream(runs, run, after, Recognition.of(request)).start();
    }

    private static Map<String, @Nullable Object> json(ConversationThread thread) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", thread.id().toString());
        json.put("title", thread.title());
        json.put(
                "record",
                thread.recordId() == null
                        ? null
                        : Map.of(
                                "type",
                                String.valueOf(thread.recordType()),
                                "id",
                                thread.recordId().toString()));
        json.put("created_at", thread.createdAt().toString());
        json.put("updated_at", thread.updatedAt().toString());
        return json;
    }

    private static Map<String, Object> json(ThreadMessage message) {
        return Map.of(
                "id",
                message.id().toString(),
                "role",
                message.role(),
                "text",
                message.text(),
                "created_at",
                message.createdAt().toString(),
                "parts",
                List.copyOf(message.parts()),
                Threads.FILES,
                message.ui() == null ? List.of() : message.ui().getOrDefault(Threads.FILES, List.of()));
    }
}
