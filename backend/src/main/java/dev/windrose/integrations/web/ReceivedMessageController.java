package dev.windrose.integrations.web;

import dev.windrose.integrations.DraftMessage;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.ReceivedMessage;
import dev.windrose.integrations.ReceivedMessages;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that arrived, and what became of it. */
@RestController
@RequestMapping("/api/v1/received-messages")
class ReceivedMessageController {

    private static final int MOST = 200;

    private final ReceivedMessages messages;
    private final DraftMessage drafts;

    ReceivedMessageController(ReceivedMessages messages, DraftMessage drafts) {
        this.messages = messages;
        this.drafts = drafts;
    }

    record View(
            UUID id,
            UUID connectionId,
            Instant arrivedAt,
            Instant receivedAt,
            int priority,
            String state,
            @Nullable String reason,
            @Nullable String detail,
            int attempts,
            boolean shared,
            @Nullable String kind,
            @Nullable String thread,
            @Nullable String subject,
            @Nullable String sender,
            @Nullable String senderName,
            List<String> participants,
            @Nullable String text,
            @Nullable UUID promptLogId,
            @Nullable Instant doneAt,
            @Nullable Instant removedAt) {

        static View of(ReceivedMessage message, @Nullable String words) {
            return new View(
                    message.id(),
                    message.connection(),
                    message.arrivedAt(),
                    message.receivedAt(),
                    message.priority(),
                    message.state().wire(),
                    message.reason(),
                    message.detail(),
                    message.attempts(),
                    message.shared(),
                    message.kind(),
                    message.thread(),
                    message.subject(),
                    message.sender(),
                    message.senderName(),
                    message.participants(),
                    words,
                    message.promptLog(),
                    message.doneAt(),
                    message.removedAt());
        }
    }

    record Views(List<View> data, @Nullable UUID nextCursor) {}

    /** @param text read in place of what arrived */
    record Replay(@Nullable String text) {}

    @GetMapping
    Views list(
            @RequestParam(name = "connection_id", required = false) @Nullable UUID connection,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var found = messages.list(connection, state == null ? null : state(state), cursor, most + 1);
        var page = found.size() > most ? found.subList(0, most) : found;
        return new Views(
                page.stream().map(this::view).toList(),
                found.size() > most ? page.getLast().id() : null);
    }

    @GetMapping("/{id}")
    View get(@PathVariable UUID id) {
        return view(messages.get(id));
    }

    @PostMapping("/{id}/replay")
    View replay(@PathVariable UUID id, @RequestBody(required = false) @Nullable Replay body) {
        return view(messages.replay(id, body == null ? null : body.text()));
    }

    @PostMapping("/{id}/share")
    View share(@PathVariable UUID id) {
        return view(messages.share(id));
    }

    @GetMapping("/{id}/draft")
    Map<String, @Nullable Object> draft(@PathVariable UUID id) {
        return drafts.of(id);
    }

    private View view(ReceivedMessage message) {
        return View.of(message, messages.words(message));
    }

    private static MessageState state(String wire) {
        return MessageState.of(wire)
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FILTER, "There is no state \"%s\".".formatted(wire), "state"));
    }
}
