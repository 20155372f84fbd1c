package dev.windrose.context.transfer.material;

import dev.windrose.crm.file.PdfPages;
import dev.windrose.crm.file.ReadFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a document of a kind that people keep such things in: Markdown, plain text, Word, PDF, slides, tables, saved pages. */
@Component
public class ReadMaterial {

    /** More than this is no material for entries, but a library. */
    public static final int MOST = 500;

    private static final int READ_OF_PDF = 1_000_000;
    private static final Pattern HTML = Pattern.compile(
            "(?is)\\s*(<!--.*?-->\\s*)*(<\\?xml[^>]*>\\s*)?<(!doctype\\s+html|html|head|body|script|div|h1|p|table)\\b.*");

    private final ReadFiles files;

    ReadMaterial(ReadFiles files) {
        this.files = files;
    }

    /** @throws UnreadableMaterial where nothing can be read of it */
    public Material of(String name, byte[] bytes) throws UnreadableMaterial {
        if (bytes.length == 0) {
            throw new UnreadableMaterial("The file is empty.");
        }
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var notes = new ArrayList<String>();
        var parts = begins(bytes, "%PDF")
                ? pdf(bytes, name, notes)
                : begins(bytes, "PK")
                        ? packed(bytes, name, end)
                        : begins(bytes, "\u00D0\u00CF\u0011\u00E0") ? old() : text(TextBytes.of(bytes), name, end);
        var kept = parts.stream()
                .filter(part -> !part.text().isBlank() || !part.given().isEmpty() || end.equals("csv"))
                .toList();
        if (kept.isEmpty()) {
            throw new UnreadableMaterial(
                    end.equals("pdf")
                            ? "No words were found on its pages. Pages that are pictures have to be made readable first."
                            : "No words were found in it.");
        }
        if (kept.size() > MOST) {
            notes.add("It has %,d parts; the first %,d are shown. Cut it into several files for the rest."
                    .formatted(kept.size(), MOST));
        }
        return new Material(kept.subList(0, Math.min(MOST, kept.size())), notes);
    }

    /** Text that was pasted. */
    public Material pasted(String text) throws UnreadableMaterial {
        return of("pasted.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean begins(byte[] bytes, String with) {
        return bytes.length >= with.length()
                && new String(bytes, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    private List<Part> pdf(byte[] bytes, String name, List<String> notes) throws UnreadableMaterial {
        return switch (files.pages(bytes)) {
            case PdfPages.Encrypted _ ->
                throw new UnreadableMaterial("The PDF is protected by a password. Save it without one and try again.");
            case PdfPages.Unreadable _ ->
                throw new UnreadableMaterial(
                        "The PDF is damaged or takes too long to read. Save it anew and try again.");
            case PdfPages.Read(var pages) -> {
                int read = pages.stream().mapToInt(String::length).sum();
                if (read >= READ_OF_PDF - pages.size()) {
                    notes.add("Only its first %d pages were read: it holds more than %,d characters."
                            .formatted(pages.size(), READ_OF_PDF));
                }
                yield CutParts.of(LineBlocks.of(pages), stem(name));
            }
        };
    }

    private static List<Part> packed(byte[] bytes, String name, String end) throws UnreadableMaterial {
        var names = PackedXml.parts(bytes, part -> part.matches("(word|ppt|xl)/[^/]+\\.xml"))
                .keySet();
        if (names.stream().anyMatch(part -> part.startsWith("word/")) || end.equals("docx")) {
            return CutParts.of(WordBlocks.of(bytes), stem(name));
        }
        if (names.stream().anyMatch(part -> part.startsWith("ppt/")) || end.equals("pptx")) {
            return CutParts.of(SlideBlocks.of(bytes), stem(name));
        }
        if (names.stream().anyMatch(part -> part.startsWith("xl/"))) {
            throw new UnreadableMaterial("Workbooks are not read here. Save the sheet as CSV and try again.");
        }
        throw new UnreadableMaterial("A ZIP within a ZIP is not read.");
    }

    private static List<Part> old() throws UnreadableMaterial {
        throw new UnreadableMaterial(
                "This is a document with a password, or of an old Office. Save it without a password as .docx or .pptx and try again.");
    }

    private static List<Part> text(String text, String name, String end) throws UnreadableMaterial {
        if (end.equals("csv") || end.equals("tsv")) {
            return CsvParts.of(text);
        }
        if (end.equals("html")
                || end.equals("htm")
                || HTML.matcher(text.substring(0, Math.min(4_000, text.length())))
                        .matches()) {
            return CutParts.of(HtmlBlocks.of(text), stem(name));
        }
        return CutParts.of(MarkdownBlocks.of(text), stem(name));
    }

    private static String stem(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1);
        int dot = bare.lastIndexOf('.');
        String plain = (dot > 0 ? bare.substring(0, dot) : bare)
                .replaceAll("[-_]+", " ")
                .strip();
        return plain.isEmpty() ? "Without a title" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
