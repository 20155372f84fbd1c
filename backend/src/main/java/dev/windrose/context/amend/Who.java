package dev.windrose.context.amend;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds who decides, answers or gets something: names of roles, and capitalised names. */
final class Who {

    private static final Pattern ROLE = Pattern.compile(
            "(?i)\\b(?:(?:head|vp|director|leader) of (?:\\p{L}+)(?: and \\p{L}+)?|(?:vp|director) \\p{L}+|"
                    + "(?:chief) \\p{L}+ officer|c[efotmirs]o\\b|"
                    + "(?:sales|marketing|product|team|regional|support|project|finance|legal|channel|delivery|customer success) "
                    + "(?:lead|leads|manager|managers|director|directors|officer|engineer|team)|"
                    + "(?:account (?:executive|executives|manager|managers|owner|owners))|(?:security|privacy|data protection) officer|"
                    + "support engineer(?: on duty)?|customer success(?: managers?)?|managing directors?|works council|"
                    + "(?:the )?board\\b(?! day)|management\\b|legal\\b|finance\\b|procurement\\b|human resources\\b|\\bhr\\b)");
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}'’]+(?:[ -]\\p{Lu}[\\p{L}'’]+)*");
    /** What stands before a name that does or gets something; other names are words like any other. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)(?:\\b(?:go(?:es)? to|needs?|asks?|asked|by|to|with|instead of|no longer|not|and|or|contact|by|from)|:|,) (?:the )?$");

    private static final Pattern ARTICLE = Pattern.compile("(?i)(?:\\bthe |\\bour |\\ba |\\ban )$");

    private Who() {}

    static List<Span> in(String text) {
        var found = new ArrayList<Span>();
        add(ROLE, text, found, false);
        add(NAME, text, found, true);
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    private static void add(Pattern pattern, String text, List<Span> found, boolean name) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            var span = new Span(matcher.start(), matcher.end());
            boolean acts =
                    !name || BEFORE.matcher(text.substring(0, span.start())).find() || beforeVerb(text, span);
            if (acts && found.stream().noneMatch(other -> other.overlaps(span))) {
                found.add(span);
            }
        }
    }

    /** "Kofi covers the Nordics": the first word is who, as what follows says. */
    private static boolean beforeVerb(String text, Span span) {
        return text.substring(span.end())
                .matches(
                        "(?s) (?:now |also )?(?:covers?|owns?|takes?|handles?|answers?|approves?|decides?|signs?|leads?|gets?|is|will)\\b.*");
    }

    /** With the article before it, where there is one. */
    static Span withArticle(String text, Span span) {
        var article = ARTICLE.matcher(text.substring(0, span.start()));
        return article.find() ? new Span(article.start(), span.end()) : span;
    }

    /** "Kofi" and "Kofi Asante", "sales leads" and "the sales lead". */
    static boolean same(String one, String other) {
        var first = words(one);
        var second = words(other);
        return first.containsAll(second) || second.containsAll(first);
    }

    private static Set<String> words(String text) {
        var words = new java.util.HashSet<String>();
        for (var word : Fold.words(text).split(" ")) {
            if (!word.equals("the") && !word.equals("our")) {
                words.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }
}
