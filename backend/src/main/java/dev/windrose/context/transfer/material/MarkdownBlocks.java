package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Headings and paragraphs of Markdown; fenced code stays together. */
final class MarkdownBlocks {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*\\s*");
    private static final Pattern UNDERLINE = Pattern.compile("(=+|-{2,})\\s*");

    private MarkdownBlocks() {}

    static List<Block> of(String text) {
        var blocks = new ArrayList<Block>();
        var open = new StringBuilder();
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            if (line.stripLeading().startsWith("```")) {
                fenced = !fenced;
            }
            var heading = HEADING.matcher(line);
            if (!fenced && heading.matches() && !heading.group(2).isBlank()) {
                close(open, blocks);
                blocks.add(Block.heading(
                        heading.group(1).length(), heading.group(2).strip(), ""));
            } else if (!fenced && UNDERLINE.matcher(line).matches() && oneLine(open)) {
                String title = open.toString().strip();
                open.setLength(0);
                blocks.add(Block.heading(line.startsWith("=") ? 1 : 2, title, ""));
            } else if (!fenced && line.isBlank()) {
                close(open, blocks);
            } else {
                open.append(line).append('\n');
            }
        }
        close(open, blocks);
        return blocks;
    }

    private static boolean oneLine(StringBuilder open) {
        String text = open.toString().strip();
        return !text.isEmpty() && text.length() <= 120 && text.indexOf('\n') < 0;
    }

    private static void close(StringBuilder open, List<Block> blocks) {
        String text = open.toString().stripTrailing();
        if (!text.isBlank()) {
            blocks.add(Block.text(text, ""));
        }
        open.setLength(0);
    }
}
