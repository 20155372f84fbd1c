package dev.windrose.platform.mail;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param reason why it was not sent, or came back
 */
public record OutboundMail(
        UUID id,
        MailStatus status,
        MailPurpose purpose,
        String messageId,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String unsubscribeLink,
        @Nullable String recordType,
        @Nullable UUID recordId,
        @Nullable PersonId by,
        String byName,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String reason,
        List<UUID> files) {

    public List<String> recipients() {
        var all = new ArrayList<>(to);
        all.addAll(cc);
        all.addAll(bcc);
        return all;
    }
}
