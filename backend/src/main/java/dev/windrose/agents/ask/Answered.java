package dev.windrose.agents.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param text plain sentences; every figure in it was worked out from what is cited
 * @param cited the records and entries that it rests on
 * @param refused it cannot or may not be given
 * @param question what has to be asked back first; null where nothing
 * @param table the rows where a list or several groups were asked for: names of columns, then rows
 */
public record Answered(
        String text,
        AnswerValue value,
        List<CitedRecord> cited,
        boolean refused,
        @Nullable String question,
        @Nullable Table table) {

    public Answered {
        cited = List.copyOf(cited);
    }

    /** @param type of the records that the rows stand for; null where they are groups */
    public record Table(@Nullable String type, List<String> columns, List<Row> rows) {

        public record Row(@Nullable String id, List<String> cells) {}

        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("type", type);
            json.put("columns", columns);
            json.put(
                    "rows",
                    rows.stream()
                            .map(row -> {
                                var one = new LinkedHashMap<String, @Nullable Object>();
                                one.put("id", row.id());
                                one.put("cells", row.cells());
                                return one;
                            })
                            .toList());
            return json;
        }
    }

    static Answered unknown(String text) {
        return new Answered(text, new AnswerValue.None(), List.of(), true, null, null);
    }

    public static Answered notKnown() {
        return unknown("I found nothing about that on record.");
    }

    static Answered asking(String question) {
        return new Answered(question, new AnswerValue.None(), List.of(), false, question, null);
    }

    /** As the part {@code answer} of a message says it. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", text);
        json.put("records", cited.stream().map(CitedRecord::json).toList());
        json.put("value", value.json());
        json.put("refused", refused);
        if (question != null) {
            json.put("question", question);
        }
        if (table != null) {
            json.put("table", table.json());
        }
        return json;
    }
}
