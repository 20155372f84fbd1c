package dev.windrose.records.importing;

import dev.windrose.records.store.Json;
import org.jspecify.annotations.Nullable;

/** Values in the text form of COPY. */
final class CopyText {

    private CopyText() {}

    static StringBuilder cell(StringBuilder to, @Nullable Object value) {
        if (value == null) {
            return to.append("\\N");
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                // The database keeps no such character; the cell that held it is refused with the reason.
                case '\u0000' -> to.append('\uFFFD');
                default -> to.append(c);
            }
        }
        return to;
    }

    /** The database refuses the escape of a character that it cannot keep. */
    static String json(@Nullable Object value) {
        String json = Json.write(value);
        return json.contains("\\u0000") ? json.replace("\\u0000", "\\ufffd") : json;
    }
}
