package dev.windrose.records.importing.column;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms in which the name of a column may be that of a field: without what exports put around it. */
final class HeaderWords {

    private static final List<String> BEFORE = List.of("properties", "property", "custom", "hs", "cf");

    private HeaderWords() {}

    /** Squashed, the whole name first. */
    static Set<String> of(String column) {
        var forms = new LinkedHashSet<String>();
        String plain = column.replaceFirst("(?i)__[cr]$", "");
        add(forms, plain);
        String[] path = plain.split("\\s*[:.]\\s*|\\s+-\\s+");
        if (path.length > 1) {
            String last = Spelling.squash(path[path.length - 1]);
            String before = Spelling.squash(path[path.length - 2]);
            // "Account: Name" is the account; "Account: ID" is its id.
            if (last.equals("name") || last.equals("fullname") || last.equals(before + "name")) {
                forms.add(before);
                forms.add(before + "name");
            } else if (last.equals("id") || last.equals(before + "id")) {
                forms.add(before + "id");
            } else {
                forms.add(last);
            }
        }
        return forms;
    }

    private static void add(Set<String> forms, String name) {
        String squashed = Spelling.squash(name);
        forms.add(squashed);
        for (String prefix : BEFORE) {
            boolean marked = name.toLowerCase(Locale.ROOT).startsWith(prefix + "_")
                    || name.toLowerCase(Locale.ROOT).startsWith(prefix + ".");
            if (marked && squashed.length() > prefix.length()) {
                add(forms, name.substring(prefix.length() + 1));
            }
        }
    }
}
