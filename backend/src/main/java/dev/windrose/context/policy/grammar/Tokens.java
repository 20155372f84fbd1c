package dev.windrose.context.policy.grammar;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Moneys;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a clause into words, numbers and marks. Hyphens only join words; "don't" is two words. */
public final class Tokens {

    private static final Pattern PART = Pattern.compile("[\\p{L}]+(?:'[\\p{L}]+)?|\\d+|\\n|[^\\s\\p{L}\\d]");
    private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]*(?:[-*•]|\\d{1,2}[.)])[ \\t]+");
    private static final Set<String> NO_NUMBERS = Set.of(
            "once", "un", "une", "uno", "una", "um", "uma", "ein", "eine", "einen", "einem", "einer", "on", "one", "mi",
            "cent", "cento", "cem", "as", "null", "a", "y", "e", "en", "et", "dos", "sete", "dix", "sept", "once a");

    private static final Set<String> SHORTENED =
            Set.of("max", "min", "incl", "excl", "approx", "resp", "bzw", "ca", "inkl", "exkl", "mind");

    private Tokens() {}

    public static List<Token> of(String text) {
        var folded = Fold.inPlace(text);
        var found = new ArrayList<Token>();
        var bullets = BULLET.matcher(text);
        var marks = new ArrayList<Span>();
        while (bullets.find()) {
            marks.add(new Span(bullets.start(), bullets.end()));
        }
        var numbers = numbers(text, folded, marks);
        int at = 0;
        var part = PART.matcher(folded);
        while (at < folded.length() && part.find(at)) {
            int start = part.start();
            var mark = covering(marks, start);
            if (mark != null) {
                found.add(new Token(mark.start(), mark.end(), "*", "*", null, null));
                at = mark.end();
                continue;
            }
            var number = numbers.stream()
                    .filter(token -> token.start() <= start && start < token.end())
                    .findFirst()
                    .orElse(null);
            if (number != null) {
                if (spans(folded, number)) {
                    found.add(new Token(number.start(), number.start(), "-", "to", null, null));
                }
                found.add(number);
                at = number.end();
            } else {
                word(text, start, part.end(), part.group(), found);
                at = part.end();
            }
        }
        return found;
    }

    /** "11-20 days": from the one to the other. */
    private static boolean spans(String folded, Token number) {
        int start = number.start();
        int dash = folded.charAt(start) == '-' ? start : start - 1;
        return dash > 0 && "-–".indexOf(folded.charAt(dash)) >= 0 && Character.isDigit(folded.charAt(dash - 1));
    }

    private static @Nullable Span covering(List<Span> spans, int position) {
        return spans.stream().filter(span -> span.holds(position)).findFirst().orElse(null);
    }

    private static List<Token> numbers(String text, String folded, List<Span> marks) {
        var moneys = Moneys.in(text);
        var found = new ArrayList<Token>();
        for (var number : Numbers.in(text)) {
            var written = number.span().of(folded).strip();
            boolean digits = written.chars().anyMatch(Character::isDigit);
            boolean glued = number.span().start() > 0
                    && Character.isLetter(folded.charAt(number.span().start() - 1));
            if (marks.stream().anyMatch(number.span()::overlaps)
                    || !digits
                            && NO_NUMBERS.contains(written)
                            && !(written.equals("one")
                                    && compared(folded, number.span().start()))
                    || digits && glued) {
                continue;
            }
            var money = moneys.stream()
                    .filter(one -> one.currency() != null && one.span().overlaps(number.span()))
                    .findFirst();
            var span = money.map(Money::span).orElse(number.span());
            found.add(new Token(
                    span.start(),
                    span.end(),
                    span.of(text),
                    written,
                    money.map(Money::amount).orElse(number.value()).abs(),
                    money.map(Money::currency).orElse(null)));
        }
        return found;
    }

    /** "more than one". */
    private static boolean compared(String folded, int start) {
        var before = folded.substring(0, start).stripTrailing();
        return before.endsWith(" than") || before.endsWith("least") || before.endsWith("most");
    }

    private static void word(String text, int start, int end, String word, List<Token> found) {
        if (word.equals("-")) {
            boolean joins = start > 0
                    && end < text.length()
                    && !Character.isWhitespace(text.charAt(start - 1))
                    && !Character.isWhitespace(text.charAt(end));
            if (!joins) {
                found.add(new Token(start, end, ",", ",", null, null));
            }
            return;
        }
        boolean shortened = word.equals(".")
                && !found.isEmpty()
                && SHORTENED.contains(found.getLast().word())
                && found.getLast().end() == start;
        if (shortened) {
            return;
        }
        if (word.equals("'") || word.equals("\"")) {
            return;
        }
        if (word.indexOf('\'') < 0) {
            found.add(new Token(start, end, text.substring(start, end), word, null, null));
            return;
        }
        shortened(text, start, end, word, found);
    }

    /** "don't", "the customer's". */
    private static void shortened(String text, int start, int end, String word, List<Token> found) {
        int apostrophe = word.indexOf('\'');
        var before = word.substring(0, apostrophe);
        var after = word.substring(apostrophe + 1);
        int cut = start + apostrophe;
        if (after.equals("t") && before.endsWith("n")) {
            var verb = before.equals("won")
                    ? "will"
                    : before.equals("can") ? "can" : before.substring(0, before.length() - 1);
            found.add(new Token(start, cut, text.substring(start, cut), verb, null, null));
            found.add(new Token(cut, end, "not", "not", null, null));
        } else {
            found.add(new Token(start, cut, text.substring(start, cut), before, null, null));
            if (!after.equals("s") && !after.equals("re") && !after.equals("ve") && !after.equals("ll")) {
                found.add(new Token(cut, end, after, after, null, null));
            }
        }
    }
}
