package dev.windrose.crm.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a file, where it holds text that can be read without more. Pages of PDF are read by {@link PdfTexts}; pictures and old office
 * files are known by their names only.
 */
final class TextOfFile {

    /** So much of a file is read. */
    private static final int MOST = 2_000_000;

    /** A document may unpack to so much in all. */
    private static final long PACKED = 50_000_000;

    /** Parts of documents, workbooks and slides that hold words. */
    private static final Pattern DOCUMENT = Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes)\\.xml");

    private static final int LONGEST_TAG = 20;

    private static final Pattern WORKBOOK = Pattern.compile("xl/(sharedStrings|worksheets/[\\w-]+)\\.xml");
    private static final Pattern SLIDES = Pattern.compile("ppt/(slides|notesSlides)/[\\w-]+\\.xml");
    /** Where what is not shown begins and ends. */
    private static final Map<String, String> UNSEEN =
            Map.of("<!--", "-->", "<script", "</script", "<style", "</style", "<head>", "</head");

    /** In documents only these end a word. */
    private static final Set<String> BREAKS =
            Set.of("</w:p>", "<w:tab/>", "<w:br/>", "</si>", "</is>", "</a:p>", "<a:br/>");

    /** In pages these end a line. */
    private static final Pattern BLOCK = Pattern.compile(
            "</?(?:p|div|br|hr|h[1-6]|li|ul|ol|tr|table|section|article|header|footer|main|nav|blockquote|pre|dt|dd|title)\\b.*",
            Pattern.DOTALL);

    private TextOfFile() {}

    /** How a file holds its words. */
    private enum Words {
        PLAIN,
        MARKED,
        PACKED,
        NONE
    }

    private static Words in(ContentType type) {
        return switch (type) {
            case TEXT, CSV, MARKDOWN, JSON, MAIL, MAILS, TRANSCRIPT, CALENDAR, CARD -> Words.PLAIN;
            case HTML, XML -> Words.MARKED;
            case WORD, EXCEL, SLIDES -> Words.PACKED;
            case PNG, JPEG, GIF, WEBP, PDF, ZIP, OLD_OFFICE, GZIP, MP4, MP3, WAV, SVG, PROGRAM, UNKNOWN -> Words.NONE;
        };
    }

    static boolean has(ContentType type) {
        return in(type) != Words.NONE;
    }

    static Optional<String> of(ContentType type, InputStream content) throws IOException {
        return switch (in(type)) {
            case PLAIN -> Optional.of(decoded(content));
            case MARKED -> Optional.of(shown(decoded(content), false));
            case PACKED -> ofParts(parts(type), content);
            case NONE -> Optional.empty();
        };
    }

    private static Pattern parts(ContentType type) {
        return type == ContentType.EXCEL ? WORKBOOK : type == ContentType.SLIDES ? SLIDES : DOCUMENT;
    }

    /** No parser of XML reads them, so nothing in them can name another file. What unpacks to too much is read as far as it was. */
    private static Optional<String> ofParts(Pattern wanted, InputStream content) throws IOException {
        var words = new StringBuilder();
        long left = PACKED;
        try (var zip = new ZipInputStream(content)) {
            while (left > 0 && words.length() < MOST) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    break;
                }
                if (wanted.matcher(entry.getName()).matches()) {
                    byte[] bytes = zip.readNBytes(MOST);
                    left -= bytes.length;
                    String markup = decoded(bytes);
                    words.append(shown(entry.getName().startsWith("xl/work") ? written(markup) : markup, true))
                            .append(' ');
                }
                left -= zip.skip(Math.max(0, left));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words.toString());
    }

    /** Texts of cells, without numbers and formulas. */
    private static String written(String sheet) {
        var texts = new StringBuilder();
        int from = sheet.indexOf("<is>");
        while (from >= 0) {
            int end = sheet.indexOf("</is>", from);
            if (end < 0) {
                break;
            }
            texts.append(sheet, from, end).append("</is>");
            from = sheet.indexOf("<is>", end);
        }
        return texts.toString();
    }

    /** Without tags. One pass, so that a file made to be slow is not. */
    private static String shown(String markup, boolean document) {
        var shown = new StringBuilder();
        String lower = lower(markup);
        int at = 0;
        while (at < markup.length()) {
            int tag = markup.indexOf('<', at);
            shown.append(markup, at, tag < 0 ? markup.length() : tag);
            int end = tag < 0 ? 0 : end(lower, tag);
            if (end <= 0) {
                break;
            }
            if (!document || BREAKS.contains(markup.substring(tag, end))) {
                shown.append(ends(lower, tag, end, document) ? '\n' : ' ');
            }
            at = end;
        }
        return HtmlUtils.htmlUnescape(shown.toString());
    }

    private static boolean ends(String lower, int tag, int end, boolean document) {
        return document
                ? lower.startsWith("</w:p>", tag) || lower.startsWith("</a:p>", tag)
                : BLOCK.matcher(lower.substring(tag, Math.min(end, tag + LONGEST_TAG)))
                        .matches();
    }

    /** Letter by letter, so that places stay the same. */
    private static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    /** Behind the tag, and behind what it hides. */
    private static int end(String lower, int tag) {
        int from = tag;
        for (var unseen : UNSEEN.entrySet()) {
            if (lower.startsWith(unseen.getKey(), tag)) {
                from = lower.indexOf(unseen.getValue(), tag);
            }
        }
        return from < 0 ? -1 : lower.indexOf('>', from) + 1;
    }

    /** Files that are no UTF-8 are taken for Western European ones. */
    private static String decoded(InputStream content) throws IOException {
        return decoded(content.readNBytes(MOST));
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        int end = bytes.length == MOST ? whole(bytes) : bytes.length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, end))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Without the beginning of a letter that was cut. */
    private static int whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && (bytes[end - 1] & 0x80) != 0 ? end - 1 : end;
    }
}
