package dev.windrose.intake.web;

import dev.windrose.intake.ArrivedMessages.Place;
import dev.windrose.intake.inbox.CorrectMessage;
import dev.windrose.intake.inbox.Correction;
import dev.windrose.intake.inbox.Correction.Wrong;
import dev.windrose.intake.inbox.Inbox;
import dev.windrose.intake.inbox.InboxFilter;
import dev.windrose.intake.inbox.InboxMessage;
import dev.windrose.intake.inbox.InboxState;
import dev.windrose.intake.inbox.Questions;
import dev.windrose.intake.inbox.RedoMessage;
import dev.windrose.intake.inbox.ReplayMessages;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Every message with what was understood, written, asked and refused. */
@RestController
@RequestMapping("/api/v1/intake/messages")
class InboxController {

    private static final int MOST = 200;

    private final Inbox inbox;
    private final MessageChanges changes;
    private final CorrectMessage correct;
    private final RedoMessage redo;
    private final ReplayMessages replay;
    private final Questions questions;
    private final QuestionJson questionJson;

    InboxController(
            Inbox inbox,
            MessageChanges changes,
            CorrectMessage correct,
            RedoMessage redo,
            ReplayMessages replay,
            Questions questions,
            QuestionJson questionJson) {
        this.inbox = inbox;
        this.changes = changes;
        this.correct = correct;
        this.redo = redo;
        this.replay = replay;
        this.questions = questions;
        this.questionJson = questionJson;
    }

    record Page(
            List<Map<String, @Nullable Object>> data,
            @Nullable String nextCursor) {}

    /**
     * @param kind change, move, drop or add
     * @param recordId of move: the right record; of add: the record, or null for a new one
     */
    record Body(
            String kind,
            @Nullable UUID changeSetId,
            @Nullable UUID operationId,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable Map<String, @Nullable Object> values) {}

    /**
     * @param text read in place of what was written
     * @param whateverKind also where it looks like mail of programs or of people who sell
     */
    record Again(@Nullable String text, @Nullable Boolean whateverKind) {}

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var filter = new InboxFilter(blank(source), state(state), person, blank(q));
        var page = inbox.list(filter, place(cursor), Math.clamp(limit, 1, MOST));
        return new Page(
                page.messages().stream().map(InboxJson::line).toList(),
                page.next() == null
                        ? null
                        : page.next().at() + "_" + page.next().id());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return whole(inbox.get(id), List.of());
    }

    /** Answers the message as it is then. */
    @PostMapping("/{id}/corrections")
    Map<String, @Nullable Object> correct(@PathVariable UUID id, @RequestBody Body body) {
        correct.correct(id, correction(body));
        return get(id);
    }

    /** Takes back what it has led to and reads it again. */
    @PostMapping("/{id}/replay")
    Map<String, @Nullable Object> replay(@PathVariable UUID id, @RequestBody(required = false) @Nullable Again body) {
        var left = body == null
                ? redo.replay(id, null, false)
                : redo.replay(id, body.text(), Boolean.TRUE.equals(body.whateverKind()));
        return whole(inbox.get(id), left);
    }

    record Several(@Nullable List<UUID> ids) {}

    record Started(String jobId) {}

    /** Each of them as by itself, in the background. */
    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started replayAll(@RequestBody Several body) {
        return new Started(replay.begin(required(body.ids(), "ids")).value().toString());
    }

    @PostMapping("/{id}/undo")
    Map<String, @Nullable Object> undo(@PathVariable UUID id) {
        var left = redo.undo(id);
        return whole(inbox.get(id), left);
    }

    /** @param left what could not be taken back, one sentence each */
    private Map<String, @Nullable Object> whole(InboxMessage message, List<String> left) {
        var json = new LinkedHashMap<>(InboxJson.line(message));
        json.put("text", message.text());
        json.put("decision", message.decision());
        json.put("change_sets", message.decision() == null ? List.of() : changes.of(message.id()));
        json.put(
                "questions",
                message.decision() == null
                        ? List.of()
                        : questions.of(message.id()).stream()
                                .map(questionJson::of)
                                .toList());
        json.put("left", left);
        return json;
    }

    private static Correction correction(Body body) {
        var values = body.values() == null ? Map.<String, @Nullable Object>of() : body.values();
        return switch (String.valueOf(body.kind())) {
            case "change" -> new Correction.Change(wrong(body), values);
            case "move" -> new Correction.Move(wrong(body), required(body.recordId(), "record_id"));
            case "drop" -> new Correction.Drop(wrong(body));
            case "add" -> new Correction.Add(required(body.recordType(), "record_type"), body.recordId(), values);
            default ->
                throw new AppException(CommonError.BAD_VALUE, "A correction is change, move, drop or add.", "kind");
        };
    }

    private static Wrong wrong(Body body) {
        return new Wrong(required(body.changeSetId(), "change_set_id"), required(body.operationId(), "operation_id"));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new AppException(CommonError.REQUIRED, "Say %s.".formatted(field.replace('_', ' ')), field);
        }
        return value;
    }

    private static @Nullable String blank(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }

    private static @Nullable InboxState state(@Nullable String wire) {
        return blank(wire) == null
                ? null
                : InboxState.of(wire)
                        .orElseThrow(() -> new AppException(
                                CommonError.UNKNOWN_FILTER, "There is no state \"%s\".".formatted(wire), "state"));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (blank(cursor) == null) {
            return null;
        }
        try {
            var parts = cursor.split("_", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException bad) {
            throw new AppException(CommonError.BAD_VALUE, "The cursor is none of this list.", "cursor");
        }
    }
}
