package dev.windrose.context.entry;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What changed between two texts: line by line, and within lines that were rewritten word by word. */
public final class TextDiff {

    private static final Pattern WORDS =
            Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)|(?<=\\w)(?=[^\\w\\s])|(?<=[^\\w\\s])(?=\\w)");

    private final List<Line> lines = new ArrayList<>();
    private int old = 1;
    private int fresh = 1;

    private TextDiff() {}

    public enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    /** Part of a line. */
    public record Span(Change change, String text) {}

    /**
     * @param before number in the former text; null for a line that was added
     * @param after number in the new text; null for a line that was removed
     */
    public record Line(
            Change change,
            @Nullable Integer before,
            @Nullable Integer after,
            List<Span> spans) {}

    public static List<Line> of(String before, String after) {
        var diff = new TextDiff();
        var former = split(before);
        var now = split(after);
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(former, now).getDeltas()) {
            diff.same(former.subList(at, delta.getSource().getPosition()));
            diff.rewritten(delta.getSource().getLines(), delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        diff.same(former.subList(at, former.size()));
        return diff.lines;
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private void same(List<String> texts) {
        texts.forEach(text -> lines.add(new Line(Change.SAME, old++, fresh++, List.of(new Span(Change.SAME, text)))));
    }

    /** Lines that stand in each other's place are compared by their words. */
    private void rewritten(List<String> before, List<String> after) {
        int pairs = Math.min(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            var spans = i < pairs
                    ? words(before.get(i), after.get(i), Change.REMOVED)
                    : List.of(new Span(Change.REMOVED, before.get(i)));
            lines.add(new Line(Change.REMOVED, old++, null, spans));
        }
        for (int i = 0; i < after.size(); i++) {
            var spans = i < pairs
                    ? words(before.get(i), after.get(i), Change.ADDED)
                    : List.of(new Span(Change.ADDED, after.get(i)));
            lines.add(new Line(Change.ADDED, null, fresh++, spans));
        }
    }

    private static List<Span> words(String before, String after, Change side) {
        var former = List.of(WORDS.split(before));
        var now = List.of(WORDS.split(after));
        var shown = side == Change.REMOVED ? former : now;
        var spans = new ArrayList<Span>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(former, now).getDeltas()) {
            var chunk = side == Change.REMOVED ? delta.getSource() : delta.getTarget();
            add(spans, Change.SAME, shown.subList(at, chunk.getPosition()));
            add(spans, side, chunk.getLines());
            at = chunk.getPosition() + chunk.size();
        }
        add(spans, Change.SAME, shown.subList(at, shown.size()));
        return spans;
    }

    private static void add(List<Span> spans, Change change, List<String> words) {
        String text = String.join("", words);
        if (!text.isEmpty()) {
            spans.add(new Span(change, text));
        }
    }
}
