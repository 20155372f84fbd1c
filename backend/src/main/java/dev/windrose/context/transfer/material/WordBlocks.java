package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Headings, paragraphs, lists and rows of tables of a Word document, without what was deleted in it. */
final class WordBlocks {

    private static final String DOCUMENT = "word/document.xml";
    private static final String STYLES = "word/styles.xml";
    private static final Pattern HEADING = Pattern.compile("heading (\\d)");

    private final Map<String, Integer> levels;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private int level;
    private boolean item;
    private int tables;
    private boolean words;

    private WordBlocks(Map<String, Integer> levels) {
        this.levels = levels;
    }

    static List<Block> of(byte[] file) throws UnreadableMaterial {
        var parts = PackedXml.parts(file, name -> name.equals(DOCUMENT) || name.equals(STYLES));
        byte[] document = parts.get(DOCUMENT);
        if (document == null) {
            throw new UnreadableMaterial("The document is damaged: its text is missing. Save it anew and try again.");
        }
        byte[] styles = parts.get(STYLES);
        var read = new WordBlocks(styles == null ? Map.of() : levels(styles));
        PackedXml.walk(document, read::event);
        return read.blocks;
    }

    /** Names of styles are the same in every language, their ids are not. */
    private static Map<String, Integer> levels(byte[] styles) throws UnreadableMaterial {
        var levels = new HashMap<String, Integer>();
        var style = new String[] {""};
        PackedXml.walk(styles, xml -> {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                return;
            }
            switch (xml.getLocalName()) {
                case "style" -> style[0] = PackedXml.attribute(xml, "styleId");
                case "name" -> {
                    String name = PackedXml.attribute(xml, "val").toLowerCase(Locale.ROOT);
                    var heading = HEADING.matcher(name);
                    if (heading.matches()) {
                        levels.put(style[0], Integer.parseInt(heading.group(1)));
                    } else if (name.equals("title")) {
                        levels.put(style[0], 1);
                    }
                }
                default -> {}
            }
        });
        return levels;
    }

    private void event(XMLStreamReader xml) {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begins(xml);
            case XMLStreamConstants.END_ELEMENT -> ends(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS -> {
                if (words) {
                    open.append(xml.getText());
                }
            }
            default -> {}
        }
    }

    private void begins(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "t" -> words = true;
            case "tab" -> open.append(' ');
            case "br", "cr" -> open.append('\n');
            case "numPr" -> item = true;
            case "pStyle" -> level = levels.getOrDefault(PackedXml.attribute(xml, "val"), 0);
            case "outlineLvl" -> outline(PackedXml.attribute(xml, "val"));
            case "tbl" -> tables++;
            default -> {}
        }
    }

    private void outline(String given) {
        if (given.matches("[0-8]")) {
            level = Integer.parseInt(given) + 1;
        }
    }

    private void ends(String name) {
        switch (name) {
            case "t" -> words = false;
            case "p" -> paragraph();
            case "tc" -> row.append(row.isEmpty() || row.toString().endsWith(" | ") ? "" : " | ");
            case "tr" -> {
                String cells = row.toString().replaceAll("( \\| )+$", "").strip();
                if (!cells.isEmpty()) {
                    blocks.add(Block.text(cells, ""));
                }
                row.setLength(0);
            }
            case "tbl" -> tables--;
            default -> {}
        }
    }

    private void paragraph() {
        String text = open.toString().strip();
        if (!text.isEmpty() && tables > 0) {
            row.append(text).append(' ');
        } else if (!text.isEmpty()) {
            blocks.add(
                    level > 0
                            ? Block.heading(level, text.replace('\n', ' '), "")
                            : Block.text(item ? "- " + text : text, ""));
        }
        open.setLength(0);
        level = 0;
        item = false;
    }
}
