package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Headings and paragraphs of pages that are lines only, as those of a PDF. A heading is a short line without an end of a sentence, with a longer one below
 * it. What stands at the edge of most pages is left out.
 */
final class LineBlocks {

    private static final int LONGEST_HEADING = 90;
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(\\.\\d{1,2}){0,3})\\.?\\s+\\p{Lu}.*");
    private static final Pattern PAGE = Pattern.compile(
            "(?i)(.{0,60}\\s)?((page|seite|p\\.|s\\.)\\s*)\\d+(\\s*(of|von|/)\\s*\\d+)?|\\d{1,4}(\\s*/\\s*\\d{1,4})?");
    private static final Pattern ENDED = Pattern.compile(".*[.!?:;)”\"]");
    private static final Pattern ITEM = Pattern.compile("([•▪◦‣*–-]|\\d{1,2}[.)])\\s+.*");

    private LineBlocks() {}

    static List<Block> of(List<String> pages) {
        var furniture = furniture(pages);
        int usual = usualLength(pages);
        var blocks = new ArrayList<Block>();
        for (int page = 0; page < pages.size(); page++) {
            var lines = pages.get(page)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !furniture.contains(shape(line)))
                    .toList();
            page(lines, usual, "page " + (page + 1), blocks);
        }
        return blocks;
    }

    private static void page(List<String> lines, int usual, String place, List<Block> blocks) {
        var open = new StringBuilder();
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (line.isEmpty()) {
                close(open, place, blocks);
            } else if (isHeading(line, before, next, usual)) {
                close(open, place, blocks);
                var number = NUMBERED.matcher(line);
                int level = number.matches()
                        ? 1
                                + (int) number.group(1)
                                        .chars()
                                        .filter(c -> c == '.')
                                        .count()
                        : 1;
                blocks.add(Block.heading(level, line, place));
            } else {
                boolean begins = ITEM.matcher(line).matches()
                        || ENDED.matcher(before).matches() && before.length() < usual * 3 / 4;
                if (begins) {
                    close(open, place, blocks);
                }
                open.append(line).append('\n');
            }
            before = line;
        }
        close(open, place, blocks);
    }

    private static boolean isHeading(String line, String before, String next, int usual) {
        boolean numbered = NUMBERED.matcher(line).matches();
        boolean question = line.endsWith("?");
        if (line.length() > LONGEST_HEADING
                || line.split("\\s+").length > 12
                || line.chars().filter(Character::isLetter).count() < 3
                || !Character.isUpperCase(line.codePointAt(0)) && !numbered
                || next.isEmpty()
                || ITEM.matcher(line).matches() && !numbered) {
            return false;
        }
        boolean free = before.isEmpty() || ENDED.matcher(before).matches() || before.length() < usual / 2;
        boolean open = question || !ENDED.matcher(line).matches() && !line.endsWith(",");
        boolean narrow = numbered || question || line.length() * 10 < usual * 7 && next.length() > line.length();
        return free && open && narrow;
    }

    /** Lines at the top and at the bottom that most pages share, and numbers of pages. */
    private static Set<String> furniture(List<String> pages) {
        var counts = new HashMap<String, Integer>();
        for (var page : pages) {
            var lines = page.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            var edge = new HashSet<String>();
            for (int i = 0; i < lines.size(); i++) {
                if (i < 2 || i >= lines.size() - 2) {
                    edge.add(shape(lines.get(i)));
                }
            }
            edge.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        var furniture = new HashSet<String>();
        counts.forEach((line, count) -> {
            if (count >= 3 && count * 5 >= pages.size() * 2) {
                furniture.add(line);
            }
        });
        return furniture;
    }

    private static String shape(String line) {
        return PAGE.matcher(line).matches() ? "#" : line;
    }

    private static int usualLength(List<String> pages) {
        var lengths = pages.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.length() > 20)
                .mapToInt(String::length)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 60 : lengths[lengths.length * 3 / 4];
    }

    private static void close(StringBuilder open, String place, List<Block> blocks) {
        String text = open.toString().strip();
        if (!text.isEmpty()) {
            blocks.add(Block.text(text.replace('\n', ' '), place));
        }
        open.setLength(0);
    }
}
