package dev.windrose.records.duplicates.matching;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value in comparable form: folded, abbreviations written out, cut into words. */
final class Words {

    private static final Map<String, String> STREET = pairs("""
            st street|str street|ave avenue|av avenue|aven avenue|rd road|blvd boulevard|blv boulevard|boul boulevard|dr drive|drv drive
            ln lane|pl place|plz plaza|ct court|cres crescent|hwy highway|pkwy parkway|pkway parkway|sq square|ter terrace|terr terrace
            cir circle|cl close|rte route|fl floor|ste suite|apt apartment|bldg building|n north|s south|e east|w west|nw northwest
            ne northeast|sw southwest|se southeast|strasse street|straße street|first 1|second 2|third 3|fourth 4|fifth 5|sixth 6
            seventh 7|eighth 8|ninth 9|tenth 10
            """);
    private static final Map<String, String> COMPANY = pairs("""
            inc incorporated|corp corporation|co company|ltd limited|intl international|int international|mfg manufacturing
            svc service|svcs services|tech technologies|technology technologies|assoc association|assn association|dept department
            univ university|ctr center|centre center|natl national|mgmt management|bros brothers|grp group|hldgs holdings|sys systems
            """);

    private Words() {}

    static List<String> of(String value, ColumnKind kind) {
        var folded = Fold.words(value);
        if (folded.isEmpty()) {
            return List.of();
        }
        var expand = kind == ColumnKind.ADDRESS ? STREET : COMPANY;
        var words = new ArrayList<String>();
        for (var word : folded.split(" ")) {
            var plain = kind == ColumnKind.ADDRESS ? ordinal(word) : word;
            words.add(expand.getOrDefault(plain, plain));
        }
        return List.copyOf(words);
    }

    /** 52nd and 52 are one street. */
    private static String ordinal(String word) {
        return word.matches("\\d+(st|nd|rd|th)") ? word.substring(0, word.length() - 2) : word;
    }

    static String digits(String value) {
        var out = new StringBuilder(value.length());
        value.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> out.append((char) c));
        return out.toString();
    }

    static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static Map<String, String> pairs(String text) {
        return text.strip().replace("\n", "|").transform(all -> List.of(all.split("\\|"))).stream()
                .map(pair -> pair.strip().split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
