package dev.windrose.context.transfer;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads a Markdown file with front matter. */
final class ReadEntryFile {

    private static final String FENCE = "---";

    private ReadEntryFile() {}

    /** What a file turned out to be. */
    sealed interface Read {

        record Entry(EntryFile file) implements Read {}

        /** @param line the first is 1; null where it is the whole file */
        record Refused(@Nullable Integer line, String reason) implements Read {}

        /** Without front matter. */
        record Plain() implements Read {}
    }

    static Read of(String path, String content) {
        String text = unified(content);
        if (!text.startsWith(FENCE + "\n")) {
            return new Read.Plain();
        }
        int end = end(text);
        if (end < 0) {
            return new Read.Refused(1, "The front matter begins with --- and does not end with one.");
        }
        try {
            var parsed = FrontMatter.read(text.substring(FENCE.length() + 1, end));
            var lines = new LinkedHashMap<String, Integer>();
            parsed.lines().forEach((field, line) -> lines.put(field, line + 1));
            int behind = text.indexOf('\n', end);
            String body = behind < 0 ? "" : text.substring(behind + 1);
            return new Read.Entry(new EntryFile(path, parsed.values(), trimmed(body), lines));
        } catch (FrontMatter.Wrong wrong) {
            return new Read.Refused(wrong.line() + 1, String.valueOf(wrong.getMessage()));
        }
    }

    /** The place of the line that ends the front matter. */
    private static int end(String text) {
        int at = FENCE.length();
        while (at >= 0 && at < text.length()) {
            int next = text.indexOf('\n', at + 1);
            String line = text.substring(at + 1, next < 0 ? text.length() : next);
            if (line.stripTrailing().equals(FENCE)) {
                return at + 1;
            }
            at = next;
        }
        return -1;
    }

    private static String unified(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Empty lines around the body are not part of it. */
    static String trimmed(String body) {
        int from = 0;
        int next;
        while ((next = body.indexOf('\n', from)) >= 0
                && body.substring(from, next).isBlank()) {
            from = next + 1;
        }
        return body.substring(from).stripTrailing();
    }
}
