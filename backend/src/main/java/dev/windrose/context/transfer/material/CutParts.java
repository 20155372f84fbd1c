package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a document where its headings do. Without headings each page is a part, and of a text without pages each paragraph. */
final class CutParts {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

    private final List<Part> parts = new ArrayList<>();
    private final List<Block> open = new ArrayList<>();
    private final List<Block> above = new ArrayList<>();

    private CutParts() {}

    /** @param name of the document, for what stands before its first heading */
    static List<Part> of(List<Block> blocks, String name) {
        if (blocks.stream().noneMatch(Block::isHeading)) {
            return withoutHeadings(blocks);
        }
        var cut = new CutParts();
        for (var block : blocks) {
            if (block.isHeading()) {
                cut.close(name);
                cut.above.removeIf(other -> other.level() >= block.level());
                cut.above.add(block);
            } else {
                cut.open.add(block);
            }
        }
        cut.close(name);
        return cut.parts;
    }

    private static List<Part> withoutHeadings(List<Block> blocks) {
        boolean pages = blocks.stream().anyMatch(block -> !block.place().isEmpty());
        var cut = new CutParts();
        for (var block : blocks) {
            boolean same = !cut.open.isEmpty()
                    && (pages
                            ? cut.open.getFirst().place().equals(block.place())
                            : block.text().startsWith("- "));
            if (!same) {
                cut.close("");
            }
            cut.open.add(block);
        }
        cut.close("");
        return cut.parts;
    }

    private void close(String name) {
        if (open.isEmpty()) {
            return;
        }
        var own = above.isEmpty() ? null : above.getLast();
        var higher = above.stream().map(Block::text).toList();
        String place = own == null || own.place().isEmpty() ? open.getFirst().place() : own.place();
        String title = own != null
                ? own.text()
                : name.isEmpty() ? title(open.getFirst().text()) : name;
        int number = 0;
        for (String text : texts()) {
            number++;
            parts.add(Part.of(
                    own == null ? List.of() : higher.subList(0, higher.size() - 1),
                    number == 1 ? title : "%s (%d)".formatted(title, number),
                    text,
                    place));
        }
        open.clear();
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        boolean items = false;
        for (var block : open) {
            if (!text.isEmpty() && text.length() + block.text().length() > LONGEST) {
                texts.add(text.toString());
                text.setLength(0);
            }
            boolean item = block.text().startsWith("- ");
            text.append(text.isEmpty() ? "" : item && items ? "\n" : "\n\n").append(block.text());
            items = item;
        }
        texts.add(text.toString());
        return texts;
    }

    /** The first sentence, cut between words where it is long. */
    static String title(String text) {
        String plain = text.replaceFirst("^([-*•>]|\\d+[.)])\\s+", "")
                .replace('\n', ' ')
                .replaceAll("[*_`#]+", "")
                .strip();
        String first = SENTENCE.split(plain, 2)[0].replaceFirst("[.;:]$", "");
        if (first.length() <= LONGEST_TITLE) {
            return first.isEmpty() ? "Without a title" : first;
        }
        int end = first.lastIndexOf(' ', LONGEST_TITLE);
        return first.substring(0, end < 40 ? LONGEST_TITLE : end) + "…";
    }
}
