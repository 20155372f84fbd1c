package dev.windrose.integrations.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Texts out of bytes and of HTML, for reading by a program. */
final class PlainText {

    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head|title)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern BREAKS =
            Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h[1-6]|blockquote|table)\\s*>");
    private static final Pattern CELLS = Pattern.compile("(?i)</t[dh]\\s*>");
    private static final Pattern TAGS = Pattern.compile("(?s)<[^>]{0,5000}>");

    private PlainText() {}

    /** In the named encoding; where there is none or it is wrong, in UTF-8 if that fits, else as most old programs write. */
    static String of(byte[] bytes, @Nullable String charset) {
        if (charset != null) {
            try {
                return Charset.forName(charset).decode(ByteBuffer.wrap(bytes)).toString();
            } catch (IllegalArgumentException unknown) {
                // Told below by its bytes.
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252")
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    static String ofHtml(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ").replaceAll("[ \\t\\r\\n]+", " ");
        String lines = CELLS.matcher(BREAKS.matcher(seen).replaceAll("\n")).replaceAll("\t");
        return HtmlUtils.htmlUnescape(TAGS.matcher(lines).replaceAll(""))
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
