package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a mail, a page or Markdown apart into sentences, and says which of its lines are none. */
final class SplitText {

    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s");
    private static final Pattern SUBJECT =
            Pattern.compile("(?i)^(?:subject|betreff|re|fwd?|aw|from|to|cc|date|von|an)\\s?:\\s");
    private static final Pattern RULE = Pattern.compile("^[\\s|:*=_-]+$");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~)");
    private static final Pattern QUOTED = Pattern.compile("^\\s*>");
    /** A part of a text that repeats what the reader has said. */
    private static final Pattern READERS = Pattern.compile(
            "\\b(?:you (?:told|said|asked|described)|what we heard|your (?:situation|goals|needs|plant|starting point)|sie uns (?:gesagt|erzahlt)|ihre (?:ausgangslage|lage))\\b");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    private SplitText(String text) {
        this.text = text;
    }

    /** What a stretch of the text is. */
    enum Role {
        SENTENCE,
        HEADING,
        SUBJECT,
        /** A sentence below a heading such as "What you told us". */
        READERS,
        /** A line of one to three words without a verb, as a name below a mail. */
        LINE
    }

    record Piece(Span span, String text, Role role) {}

    static List<Piece> of(String text) {
        var split = new SplitText(text.replace('\r', ' '));
        split.read();
        return List.copyOf(split.pieces);
    }

    private void read() {
        var lines = LINE.matcher(text);
        boolean code = false;
        boolean readers = false;
        int open = -1;
        int end = -1;
        while (lines.find()) {
            var line = lines.group();
            if (FENCE.matcher(line).find()) {
                code = !code;
                continue;
            }
            boolean apart = HEADING.matcher(line).find()
                    || SUBJECT.matcher(line).find()
                    || code
                    || RULE.matcher(line).matches()
                    || line.strip().startsWith("|");
            if (open >= 0 && (apart || blankBetween(end, lines.start()))) {
                sentences(new Span(open, end), readers);
                open = -1;
            }
            if (!apart) {
                open = open < 0 ? lines.start() : open;
                end = lines.end();
                continue;
            }
            if (HEADING.matcher(line).find()) {
                readers = READERS.matcher(Fold.inPlace(line)).find();
                add(lines.start(), lines.end(), Role.HEADING);
            } else if (SUBJECT.matcher(line).find()) {
                add(lines.start(), lines.end(), Role.SUBJECT);
            } else if (line.strip().startsWith("|") && !RULE.matcher(line).matches()) {
                add(lines.start(), lines.end(), readers ? Role.READERS : Role.SENTENCE);
            }
        }
        if (open >= 0) {
            sentences(new Span(open, end), readers);
        }
    }

    private boolean blankBetween(int end, int start) {
        return text.substring(end, start).chars().filter(c -> c == '\n').count() > 1;
    }

    private void sentences(Span span, boolean readers) {
        for (var sentence : Sentences.of(text, span)) {
            int start = sentence.span().start();
            while (start < sentence.span().end()
                    && "#>*_ \t-".indexOf(text.charAt(start)) >= 0
                    && !QUOTED.matcher(text.substring(start)).matches()) {
                start++;
            }
            var written = text.substring(start, sentence.span().end());
            boolean ends = written.matches("(?s).*[.!?:…][\"”')*_]*");
            boolean line = !ends && written.split("\\s+").length <= 4
                    || written.endsWith(",") && written.split("\\s+").length <= 5;
            add(start, sentence.span().end(), line ? Role.LINE : readers ? Role.READERS : Role.SENTENCE);
        }
    }

    private void add(int start, int end, Role role) {
        if (start < end && text.substring(start, end).chars().anyMatch(Character::isLetterOrDigit)) {
            pieces.add(
                    new Piece(new Span(start, end), text.substring(start, end).strip(), role));
        }
    }
}
