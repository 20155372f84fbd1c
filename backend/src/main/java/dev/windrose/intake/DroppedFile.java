package dev.windrose.intake;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of the chat, taken apart into the messages in it.
 *
 * @param kind mail, mailbox, transcript, table, document or text
 * @param count how many messages, mails or rows it has
 * @param note what of it is not read, and why
 * @param forImport whether the import is the place for it
 */
public record DroppedFile(
        String name,
        String kind,
        int count,
        List<Message> messages,
        @Nullable String note,
        boolean forImport) {

    /**
     * One message in a file.
     *
     * @param author the employee who wrote it, by mail address; null for others, and where it is whoever dropped it
     * @param waits whether everything found in it waits for a decision
     * @param leftOut why it is not read
     */
    public record Message(
            String title,
            String channel,
            @Nullable String sender,
            @Nullable String author,
            @Nullable OffsetDateTime receivedAt,
            String text,
            boolean waits,
            List<Enclosed> attachments,
            @Nullable String leftOut) {}

    public record Enclosed(String name, byte[] content) {}

    public static DroppedFile of(String name, String kind, Message message) {
        return new DroppedFile(name, kind, 1, List.of(message), null, false);
    }
}
