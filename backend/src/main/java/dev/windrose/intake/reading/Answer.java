package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.List;

/** An answer from the record, with the records it rests on. */
public record Answer(String text, List<KnownRecord> cited) {

    /** Where the record does not hold it. */
    public static final String UNKNOWN = "That is not in the record.";
}
