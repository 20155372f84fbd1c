package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a message by one writer.
 *
 * @param writer the name in the mail header
 * @param contact the writer, where the record knows them
 * @param written the day in the mail header
 */
record Part(
        Kind kind,
        Span span,
        @Nullable String writer,
        @Nullable String mail,
        @Nullable LocalDate written,
        @Nullable KnownRecord contact) {

    enum Kind {
        /** By the sender of the message. */
        OWN,
        /** A mail by somebody else that the sender passes on. */
        FORWARDED,
        /** A turn in the transcript of a talk, by somebody who is none of ours. */
        SPOKEN,
        /** Older text below a reply. */
        QUOTED,
        SUBJECT,
        HEADER,
        SIGNATURE,
        HIDDEN
    }

    Part with(@Nullable KnownRecord known) {
        return new Part(kind, span, writer, mail, written, known);
    }

    boolean readable() {
        return kind == Kind.OWN || kind == Kind.FORWARDED || kind == Kind.SPOKEN || kind == Kind.SUBJECT;
    }

    /** Somebody else's words, which an employee passes on. */
    boolean passedOn() {
        return kind == Kind.FORWARDED || kind == Kind.SPOKEN;
    }

    Part ours() {
        return new Part(Kind.OWN, span, writer, mail, written, contact);
    }
}
