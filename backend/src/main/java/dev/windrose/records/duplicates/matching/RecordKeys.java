package dev.windrose.records.duplicates.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Few keys a record, for tables of millions: whole values, names by sound, ends of phones, local parts and domains. */
final class RecordKeys {

    private static final Set<String> FORMS = Set.of(
            "incorporated",
            "corporation",
            "company",
            "limited",
            "gmbh",
            "ag",
            "kg",
            "llc",
            "plc",
            "sa",
            "sas",
            "sarl",
            "srl",
            "bv",
            "nv",
            "ab",
            "oy",
            "as",
            "group",
            "holding",
            "holdings",
            "the",
            "and",
            "of");

    private RecordKeys() {}

    static void add(Set<String> keys, Value value, ColumnKind kind, boolean name) {
        switch (kind) {
            case NAME -> {
                if (name) {
                    names(keys, value);
                }
            }
            case PHONE -> keys.add("p" + end(value.digits(), 7));
            case EMAIL -> mail(keys, value.key());
            case WEB -> keys.add("d" + Contact.label(value.key()));
            case CODE -> keys.add("c" + value.key());
            case ADDRESS -> keys.add("a" + end(value.key(), 24));
            case DATE, NUMBER, CATEGORY, TEXT -> {}
        }
    }

    private static void names(Set<String> keys, Value value) {
        var words = value.words().stream().filter(word -> !FORMS.contains(word)).toList();
        if (words.isEmpty()) {
            return;
        }
        keys.add("k" + String.join("", words));
        keys.add("s" + words.stream().map(RecordKeys::sound).sorted().collect(Collectors.joining()));
        var first = words.getFirst();
        var last = words.getLast();
        if (words.size() > 1) {
            keys.add("n" + sound(last) + first.charAt(0));
            keys.add("n" + sound(first) + last.charAt(0));
            forms(keys, words);
            keys.add("f" + first + words.get(1));
        } else {
            keys.add("b" + first.substring(0, Math.min(first.length(), 6)));
        }
    }

    private static void forms(Set<String> keys, List<String> words) {
        var last = sound(words.getLast());
        NameForms.of(words.getFirst()).stream().sorted().limit(1).forEach(form -> keys.add("m" + last + form));
    }

    private static String sound(String word) {
        var sound = NameForms.sound(word);
        return sound.isEmpty() ? word : sound;
    }

    private static void mail(Set<String> keys, String mail) {
        keys.add("e" + mail);
        var domain = Contact.domain(mail);
        if (!Contact.free(domain)) {
            keys.add("d" + Contact.label(domain));
            keys.add("l" + Contact.localPart(mail));
        }
    }

    private static String end(String text, int letters) {
        return text.substring(Math.max(0, text.length() - letters));
    }
}
