package dev.windrose.context.retrieval;

import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into pieces that the encoder reads whole: at headings, then between paragraphs, then between sentences, and within a sentence only
 * where it is longer than a piece. Each piece keeps the headings it stands under.
 */
final class SplitText {

    /** About 200 parts of words, of which the encoder reads 256. */
    static final int MOST = 800;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})\\s+(\\S.*?)\\s*#*$");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*$");
    /** Lists and tables are cut between their lines. */
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•|>]|\\d{1,3}[.)])\\s*.*$");

    private static final int LONGEST_HEADING = 200;

    private final int most;
    private final List<String> outer;
    private final List<Level> levels = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private SplitText(List<String> outer, int most) {
        this.outer = outer;
        this.most = most;
    }

    /** @param heading what it stands under, from the outermost, with {@code >} between */
    record Piece(String heading, String text) {}

    private record Level(int depth, String heading) {}

    static List<Piece> of(List<String> outer, String text) {
        return of(outer, text, MOST);
    }

    static List<Piece> of(List<String> outer, String text, int most) {
        var split = new SplitText(outer, most);
        split.lines(text);
        return split.pieces;
    }

    private void lines(String text) {
        var paragraph = new StringBuilder();
        boolean fenced = false;
        for (String line : text.lines().toList()) {
            boolean fence = FENCE.matcher(line).matches();
            fenced ^= fence;
            var heading = HEADING.matcher(line);
            if (!fenced && !fence && heading.matches()) {
                paragraph(paragraph);
                close();
                under(heading.group(1).length(), heading.group(2));
            } else if (line.isBlank()) {
                paragraph(paragraph);
            } else {
                if (ITEM.matcher(line).matches() && paragraph.length() + line.length() > most) {
                    paragraph(paragraph);
                }
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line.stripTrailing());
            }
        }
        paragraph(paragraph);
        close();
    }

    private void under(int depth, String heading) {
        levels.removeIf(level -> level.depth() >= depth);
        levels.add(new Level(depth, cut(heading)));
    }

    private static String cut(String heading) {
        return heading.length() > LONGEST_HEADING ? heading.substring(0, LONGEST_HEADING) : heading;
    }

    private void paragraph(StringBuilder paragraph) {
        String text = paragraph.toString().strip();
        paragraph.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        if (text.length() <= most) {
            add(text, "\n\n");
            return;
        }
        close();
        for (var sentence : Sentences.of(text, new Span(0, text.length()))) {
            sentence(sentence.span().of(text).strip());
        }
        close();
    }

    private void sentence(String sentence) {
        String rest = sentence;
        while (rest.length() > most) {
            int space = rest.lastIndexOf(' ', most);
            int end = space > most / 2 ? space : most;
            if (Character.isHighSurrogate(rest.charAt(end - 1))) {
                end--;
            }
            add(rest.substring(0, end).strip(), " ");
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            add(rest, " ");
        }
    }

    /** Short neighbours under the same heading stay together. */
    private void add(String text, String between) {
        if (!open.isEmpty() && open.length() + between.length() + text.length() > most) {
            close();
        }
        open.append(open.isEmpty() ? "" : between).append(text);
    }

    private void close() {
        if (!open.isEmpty()) {
            pieces.add(new Piece(heading(), open.toString()));
            open.setLength(0);
        }
    }

    private String heading() {
        var path = new ArrayList<String>();
        outer.stream().map(String::strip).filter(each -> !each.isEmpty()).forEach(each -> path.add(cut(each)));
        levels.stream()
                .map(Level::heading)
                .filter(each -> path.isEmpty() || !path.getLast().equalsIgnoreCase(each))
                .forEach(path::add);
        return path.stream().collect(Collectors.joining(" > "));
    }
}
