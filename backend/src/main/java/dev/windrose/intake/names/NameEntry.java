package dev.windrose.intake.names;

import dev.windrose.llm.language.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A record's name in words, without legal form and honorific. */
public record NameEntry(String type, String id, String name, List<String> words) {

    private static final Set<String> LEGAL = Set.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "llp",
            "plc",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "se",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "sl",
            "slu",
            "bv",
            "nv",
            "ab",
            "as",
            "asa",
            "oy",
            "oyj",
            "aps",
            "kk",
            "corp",
            "corporation",
            "co",
            "pty",
            "pte",
            "pvt",
            "private",
            "ltda",
            "sro",
            "zoo",
            "kft",
            "mbh");
    private static final Set<String> HONORIFIC = Set.of(
            "dr", "dra", "mr", "mrs", "ms", "sr", "sra", "srta", "mlle", "prof", "herr", "frau", "the", "mme", "rev",
            "frere", "soeur", "pere", "fray", "frei", "suor");

    public static NameEntry of(String type, String id, String name) {
        return new NameEntry(type, id, name, words(name));
    }

    /** Words of a name as they are compared; never empty for a name with letters. */
    public static List<String> words(String name) {
        var all = Arrays.stream(Fold.words(name).split(" "))
                .filter(word -> !word.equals("and") && !word.isBlank())
                .collect(Collectors.toList());
        while (all.size() > 1 && LEGAL.contains(all.getLast())) {
            all.removeLast();
        }
        while (all.size() > 1 && HONORIFIC.contains(all.getFirst())) {
            all.removeFirst();
        }
        return List.copyOf(all);
    }

    public static String key(String name) {
        return String.join(" ", words(name));
    }

    public boolean is(String other) {
        return type.equals(other);
    }
}
