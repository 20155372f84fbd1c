package dev.windrose.context.transfer.material;

import dev.windrose.context.entry.DetailField;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The typed fields of a kind, as far as a text says them in so many words. */
public final class Details {

    private static final int LONGEST = 5_000;
    private static final int ELEMENT = 400;
    private static final Pattern ITEM = Pattern.compile("(?:[-*•]|\\d{1,2}[.)])\\s+(.+)");
    private static final Pattern NOT =
            Pattern.compile("(?i)(no|not|never|avoid|without|don.t|do not|kein|keine|nie|nicht|ohne)\\b.*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^}]{1,80}?)\\s*}}");
    private static final Pattern SUBJECT = Pattern.compile("(?im)^(?:subject|betreff):\\s*(.{1,300})$");

    private Details() {}

    public static Map<String, @Nullable Object> of(EntryKind kind, Part part) {
        return of(kind, part.heading(), part.text());
    }

    public static Map<String, @Nullable Object> of(EntryKind kind, String heading, String text) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        var names = kind.fields().stream().map(DetailField::name).toList();
        if (kind.category() == EntryCategory.POLICY && names.contains("clause")) {
            details.put("clause", clause(heading, text));
        } else if (kind == EntryKind.TONE) {
            tone(text, details);
        } else if (kind == EntryKind.IDEAL_CUSTOMER_PROFILE || kind == EntryKind.SEGMENT) {
            details.put("criteria", cut(text));
        } else if (kind.category() == EntryCategory.TEMPLATE) {
            template(text, details);
        } else if (names.contains("steps")) {
            put(details, "steps", items(text));
        } else if (kind == EntryKind.ROLE) {
            put(details, "responsibilities", items(text));
        }
        return details;
    }

    /** What a text without a heading may be called: its first sentence. */
    public static String title(String text) {
        return CutParts.title(text);
    }

    static String clause(Part part) {
        return clause(part.heading(), part.text());
    }

    private static String clause(String heading, String text) {
        String said = text.isBlank() ? heading : text;
        return cut(said.replaceAll("(?m)^[-*•]\\s+", "")
                .replaceAll("\\s*\\n+\\s*", " ")
                .strip());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static void tone(String text, Map<String, @Nullable Object> details) {
        var wanted = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        for (String line : text.split("\\n+|(?<=[.!?;])\\s+")) {
            var item = ITEM.matcher(line.strip());
            String said = (item.matches() ? item.group(1) : line.strip()).replaceFirst("[.;]$", "");
            if (!said.isEmpty() && said.length() <= ELEMENT) {
                (NOT.matcher(said).matches() ? unwanted : wanted).add(said);
            }
        }
        put(details, "do", wanted);
        put(details, "dont", unwanted);
    }

    private static void template(String text, Map<String, @Nullable Object> details) {
        var found = new LinkedHashSet<String>();
        var place = PLACEHOLDER.matcher(text);
        while (place.find()) {
            found.add(place.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", "_"));
        }
        put(details, "placeholders", List.copyOf(found));
        var subject = SUBJECT.matcher(text);
        if (subject.find()) {
            details.put("subject", subject.group(1).strip());
        }
    }

    private static List<String> items(String text) {
        return text.lines()
                .map(line -> ITEM.matcher(line.strip()))
                .filter(java.util.regex.Matcher::matches)
                .map(item -> item.group(1).strip())
                .filter(item -> item.length() <= ELEMENT)
                .limit(50)
                .toList();
    }

    private static void put(Map<String, @Nullable Object> details, String name, List<String> values) {
        if (!values.isEmpty()) {
            details.put(name, values);
        }
    }
}
