package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What came in.
 *
 * @param channel chat, email, slack, call_note, web_form or api
 * @param author the employee who wrote it; null for outsiders and systems
 * @param view the record that the writer has open
 * @param earlier what the messages before it in the thread were about
 * @param whateverKind somebody wants it read, also where it looks like mail of programs or of people who sell
 * @param fiscalStart the month in which the fiscal year of the workspace begins
 */
public record Message(
        String text,
        String channel,
        OffsetDateTime receivedAt,
        @Nullable Author author,
        @Nullable KnownRecord view,
        @Nullable Earlier earlier,
        boolean whateverKind,
        int fiscalStart) {

    public Message(
            String text,
            String channel,
            OffsetDateTime receivedAt,
            @Nullable Author author,
            @Nullable KnownRecord view,
            @Nullable Earlier earlier) {
        this(text, channel, receivedAt, author, view, earlier, false, 1);
    }

    public record Author(String name, String role) {}

    /** The account, deal and contact that the thread was last about. */
    public record Earlier(
            @Nullable KnownRecord company,
            @Nullable KnownRecord deal,
            @Nullable KnownRecord contact,
            boolean moneyWritten,
            boolean dateWritten) {}

    public LocalDate day() {
        return receivedAt.toLocalDate();
    }

    public boolean fromOutside() {
        return author == null;
    }
}
