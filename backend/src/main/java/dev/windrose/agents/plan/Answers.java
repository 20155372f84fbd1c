package dev.windrose.agents.plan;

import dev.windrose.agents.ask.AnswerValue;
import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.ask.CitedRecord;
import dev.windrose.records.RecordData;
import java.util.List;
import java.util.UUID;

/** Answers of goals. */
public final class Answers {

    private Answers() {}

    public static Answered said(String text, List<CitedRecord> cited) {
        return valued(text, new AnswerValue.None(), cited);
    }

    public static Answered valued(String text, AnswerValue value, List<CitedRecord> cited) {
        return new Answered(text, value, cited, false, null, null);
    }

    /** It may not be done, or cannot. */
    public static Answered refused(String text, List<CitedRecord> cited) {
        return new Answered(text, new AnswerValue.None(), cited, true, null, null);
    }

    public static CitedRecord cited(RecordData record) {
        return cited(record.type(), record.id(), record.title());
    }

    public static CitedRecord cited(String type, UUID id, String title) {
        return new CitedRecord(type, id, title, null, null, null, null, List.of());
    }
}
