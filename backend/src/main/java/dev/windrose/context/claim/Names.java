package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in a text: capitals in the middle of a sentence, codes, and what the workspace knows. */
final class Names {

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\p{Lu}[\\p{L}\\d_’'-]*)(?:(?: (?:& |of (?=\\p{Lu})|de |van |von )?| ?& ?)\\p{Lu}[\\p{L}\\d_’'-]*)*");
    private static final Set<String> NONE = Set.of("i", "subject", "betreff", "re", "dn", "usd", "eur", "gbp", "chf");

    private Names() {}

    /** A name with its place. */
    record Name(Span span, String written) {

        String folded() {
            return Fold.words(written.replaceAll("['’]s$", ""));
        }
    }

    static List<Name> in(String text, Known known, boolean german) {
        var out = new ArrayList<Name>();
        var quantities = Quantities.in(text);
        var matcher = NAME.matcher(text);
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            var written = matcher.group();
            boolean opens = opens(text, span.start());
            int space = written.indexOf(' ');
            var head = space < 0 ? written : written.substring(0, space);
            boolean common = known.ordinary().contains(Fold.inPlace(head))
                    || Lexicon.shipped().filler(Fold.inPlace(head));
            boolean whole = known.knows(written);
            if (opens && common && !whole) {
                if (space < 0) {
                    continue;
                }
                var rest = written.substring(space + 1).replaceFirst("^(?:& |of |de |van |von )", "");
                span = new Span(span.end() - rest.length(), span.end());
                written = rest;
            } else if (opens && space < 0 && !whole && !code(written)) {
                continue;
            }
            var name = new Name(span, written);
            boolean number = quantities.stream().anyMatch(one -> one.span().holds(name.span()));
            if (!number && !NONE.contains(name.folded()) && (!german || clear(name, known))) {
                out.add(name);
            }
        }
        return out;
    }

    /** In German each noun has a capital. */
    private static boolean clear(Name name, Known known) {
        return known.company(name.written()).isPresent()
                || !known.companiesIn(name.written()).isEmpty()
                || !known.productsIn(name.written()).isEmpty()
                || Stream.of(name.written().split(" ")).anyMatch(Names::code);
    }

    private static boolean code(String written) {
        return written.length() > 1
                && written.substring(1).chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    private static boolean opens(String text, int at) {
        var before = text.substring(0, at).stripTrailing();
        return before.isEmpty() || ".!?:\"“•-*|".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
