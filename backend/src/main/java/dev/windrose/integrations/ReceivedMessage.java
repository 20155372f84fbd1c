package dev.windrose.integrations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param reason a word for why it was excluded or failed
 * @param detail the same in a sentence
 * @param wanted somebody wants it although a rule would leave it out
 * @param body what intake read, or would
 * @param editedText what somebody put in its place
 * @param removedAt when its words were removed, because they were kept long enough
 */
public record ReceivedMessage(
        UUID id,
        UUID connection,
        String externalId,
        Instant arrivedAt,
        Instant receivedAt,
        int priority,
        MessageState state,
        @Nullable String reason,
        @Nullable String detail,
        int attempts,
        boolean wanted,
        boolean shared,
        @Nullable String kind,
        @Nullable String messageId,
        @Nullable String thread,
        @Nullable String subject,
        @Nullable String sender,
        @Nullable String senderName,
        List<String> participants,
        @Nullable String body,
        @Nullable String editedText,
        String contentType,
        @Nullable UUID promptLog,
        @Nullable Instant doneAt,
        @Nullable Instant removedAt) {}
