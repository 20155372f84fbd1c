package dev.windrose.crm.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Says what a file is by its first bytes. */
final class DetectContent {

    private static final int HEAD = 16 << 10;
    private static final int ENTRIES = 100;

    /** First bytes in hexadecimal, the longest first. */
    private static final List<Map.Entry<String, ContentType>> BEGINNINGS = List.of(
            Map.entry("89504e470d0a1a0a", ContentType.PNG),
            Map.entry("d0cf11e0a1b11ae1", ContentType.OLD_OFFICE),
            Map.entry("255044462d", ContentType.PDF),
            Map.entry("7f454c46", ContentType.PROGRAM),
            Map.entry("cafebabe", ContentType.PROGRAM),
            Map.entry("feedface", ContentType.PROGRAM),
            Map.entry("feedfacf", ContentType.PROGRAM),
            Map.entry("cefaedfe", ContentType.PROGRAM),
            Map.entry("cffaedfe", ContentType.PROGRAM),
            Map.entry("47494638", ContentType.GIF),
            Map.entry("ffd8ff", ContentType.JPEG),
            Map.entry("494433", ContentType.MP3),
            Map.entry("1f8b", ContentType.GZIP),
            Map.entry("4d5a", ContentType.PROGRAM),
            Map.entry("2321", ContentType.PROGRAM));

    private static final Pattern HTML = Pattern.compile(
            "(?is)^[\\s\\uFEFF]*(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|script|iframe)\\b.*");
    private static final Pattern SVG =
            Pattern.compile("(?is)^[\\s\\uFEFF]*(<\\?xml.*?>|<!--.*?-->|<!doctype.*?>|\\s)*<svg\\b.*");

    private DetectContent() {}

    /** A content that can be read from its beginning again. */
    private interface Content {
        InputStream open() throws IOException;
    }

    static ContentType of(Path file) throws IOException {
        return of(() -> Files.newInputStream(file));
    }

    static ContentType of(byte[] file) throws IOException {
        return of(() -> new ByteArrayInputStream(file));
    }

    private static ContentType of(Content file) throws IOException {
        byte[] head;
        try (var in = file.open()) {
            head = in.readNBytes(HEAD);
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        for (var beginning : BEGINNINGS) {
            if (hex.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        if (hex.startsWith("52494646") && hex.length() == 32) {
            return hex.startsWith("57454250", 16)
                    ? ContentType.WEBP
                    : hex.startsWith("57415645", 16) ? ContentType.WAV : ContentType.UNKNOWN;
        }
        if (hex.startsWith("66747970", 8)) {
            return ContentType.MP4;
        }
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
            return packed(file);
        }
        String text = text(head);
        return text == null ? ContentType.UNKNOWN : written(text);
    }

    private static ContentType written(String text) {
        return HTML.matcher(text).matches()
                ? ContentType.HTML
                : SVG.matcher(text).matches() ? ContentType.SVG : ContentType.TEXT;
    }

    private static ContentType packed(Content file) throws IOException {
        try (var zip = new ZipInputStream(file.open())) {
            for (int n = 0; n < ENTRIES; n++) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                String name = entry.getName();
                if (name.equals("META-INF/MANIFEST.MF") || name.endsWith(".class")) {
                    return ContentType.PROGRAM;
                }
                if (name.startsWith("word/")) {
                    return ContentType.WORD;
                }
                if (name.startsWith("xl/")) {
                    return ContentType.EXCEL;
                }
                if (name.startsWith("ppt/")) {
                    return ContentType.SLIDES;
                }
            }
        } catch (IllegalArgumentException unreadableName) {
            return ContentType.ZIP;
        }
        return ContentType.ZIP;
    }

    /** Null for what is no text. */
    private static @Nullable String text(byte[] head) {
        if (head.length >= 2
                && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe
                        || head[0] == (byte) 0xfe && head[1] == (byte) 0xff)) {
            return new String(head, StandardCharsets.UTF_16);
        }
        for (byte one : head) {
            if (one >= 0 && one < 32 && one != '\t' && one != '\n' && one != '\r' && one != '\f' && one != 27) {
                return null;
            }
        }
        try {
            // The last character may be cut in the middle.
            int end = head.length == HEAD ? HEAD - 4 : head.length;
            while (head.length == HEAD && end > HEAD - 8 && (head[end] & 0xc0) == 0x80) {
                end--;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(head, 0, end))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(head, StandardCharsets.ISO_8859_1);
        }
    }
}
