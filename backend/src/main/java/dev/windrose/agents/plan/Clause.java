package dev.windrose.agents.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a message that orders one thing, or tells why.
 *
 * @param start where it stands in the message
 */
record Clause(String text, int start, int end, boolean order) {

    private static final String VERB =
            "(?:close|log|make|set|move|push|postpone|shift|reschedule|tell|let|notify|inform|give|put|add|create|open|raise|file|remind|assign|hand|mark|note"
                    + "|merge|change|update|correct|record|enter|schedule|book|route|pass|reassign|i need to|we need to|i have to|i must|i should"
                    + "|mach|setz|setze|leg|erinner|erinnere|verschieb|verschiebe|schließ|weise|gib|sag)";
    private static final Pattern ORDER = Pattern.compile(
            "(?i)^(?:(?:please|pls|also|then|now|ok|and|so|bitte|und|can you|could you|would you)[ ,]+)*" + VERB
                    + "\\b.*",
            Pattern.DOTALL);
    private static final Pattern CUT = Pattern.compile(
            "(?i)[.!?;](?=\\s|$)|\\R+|(?:,\\s*(?:and|und)?\\s*|\\s+(?:and|und)\\s+)(?=(?:(?:then|also|please|bitte) )*"
                    + VERB + "\\b)" + "|(?:,\\s*|\\s+)and\\s+(?=i need to\\b)|:\\s+(?=" + VERB + "\\b)");
    private static final Pattern POLITE = Pattern.compile(
            "(?i)^(?:(?:please|pls|also|then|now|ok|and|so|bitte|und|can you|could you|would you)[ ,]+)*(?:please )?");

    static List<Clause> of(String text) {
        var clauses = new ArrayList<Clause>();
        var cut = CUT.matcher(text);
        int from = 0;
        while (cut.find()) {
            if (!quoted(text, cut.start()) && !number(text, cut.start())) {
                add(clauses, text, from, cut.end());
                from = cut.end();
            }
        }
        add(clauses, text, from, text.length());
        return clauses;
    }

    private static void add(List<Clause> clauses, String text, int from, int to) {
        var raw = text.substring(from, to).replaceAll("[\\s.,;!?:]+$", "");
        if (raw.endsWith(" and")) {
            raw = raw.substring(0, raw.length() - 4);
        }
        int lead = raw.length() - raw.stripLeading().length();
        raw = raw.strip();
        if (!raw.isEmpty()) {
            var polite = POLITE.matcher(raw);
            int skip = polite.find() ? polite.end() : 0;
            boolean order = ORDER.matcher(raw).matches();
            clauses.add(new Clause(
                    order ? raw.substring(skip) : raw,
                    from + lead + (order ? skip : 0),
                    from + lead + raw.length(),
                    order));
        }
    }

    /** Within a pair of quotation marks. An apostrophe inside of a word is none. */
    private static boolean quoted(String text, int at) {
        boolean open = false;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            boolean mark = c == '"'
                    || c == '“'
                    || c == '”'
                    || c == '‘'
                    || c == '\'' && !(letter(text, i - 1) && letter(text, i + 1));
            open = mark ? !open : open;
        }
        return open;
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean number(String text, int at) {
        return text.charAt(at) == '.'
                && at > 0
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    boolean begins(String pattern) {
        return text.matches("(?is)^(?:" + pattern + ").*");
    }

    boolean has(String pattern) {
        return Pattern.compile("(?i)(?<![\\p{L}\\d])(?:" + pattern + ")(?![\\p{L}\\d])")
                .matcher(text)
                .find();
    }
}
