package dev.windrose.records.duplicates.matching;

import java.util.HashSet;
import java.util.Set;

/** What two rows about one thing are likely to share: values, words, sounds, ends of phones, domains. Columns do not matter. */
final class BlockingKeys {

    private BlockingKeys() {}

    static Set<String> of(Prepared rows, int row) {
        var keys = new HashSet<String>();
        for (int column = 0; column < rows.columns(); column++) {
            var value = rows.value(row, column);
            if (!value.missing()) {
                add(keys, value, rows.kind(column), column);
            }
        }
        return keys;
    }

    static void add(Set<String> keys, Value value, ColumnKind kind, int column) {
        switch (kind) {
            case NAME, ADDRESS -> {
                whole(keys, value);
                value.words().forEach(word -> word(keys, word));
            }
            case TEXT ->
                value.words().stream().filter(word -> word.length() > 2).forEach(word -> keys.add("w" + word));
            case PHONE -> ends(keys, value.digits());
            case EMAIL -> mail(keys, value.key());
            case WEB -> keys.add("d" + Contact.label(value.key()));
            case DATE -> date(keys, value.key());
            case CODE -> code(keys, value.key(), column);
            case NUMBER, CATEGORY -> keys.add("v" + column + value.key());
        }
    }

    private static void whole(Set<String> keys, Value value) {
        keys.add("k" + value.key());
        if (value.key().length() >= 8) {
            keys.add("b" + value.key().substring(0, 6));
            keys.add("e" + value.key().substring(value.key().length() - 6));
        }
    }

    private static void word(Set<String> keys, String word) {
        keys.add("w" + word);
        var sound = NameForms.sound(word);
        if (sound.length() > 1) {
            keys.add("s" + sound);
        }
        NameForms.of(word).stream().sorted().limit(3).forEach(form -> keys.add("f" + form));
        if (word.length() >= 5) {
            keys.add("b" + word.substring(0, 4));
            keys.add("e" + word.substring(word.length() - 4));
        }
    }

    private static void ends(Set<String> keys, String digits) {
        int length = digits.length();
        keys.add("p" + digits.substring(Math.max(0, length - 7)));
        if (length >= 6) {
            keys.add("q" + digits.substring(length - 4));
            keys.add("r" + digits.substring(0, length - 3));
        }
    }

    private static void mail(Set<String> keys, String mail) {
        var domain = Contact.domain(mail);
        keys.add("m" + mail);
        keys.add("l" + Contact.localPart(mail));
        if (!Contact.free(domain)) {
            keys.add("d" + Contact.label(domain));
        }
    }

    private static void date(Set<String> keys, String date) {
        keys.add("t" + date);
        if (date.length() == 8) {
            keys.add("ty" + date.substring(0, 6));
            keys.add("td" + date.substring(4));
            keys.add("td" + date.substring(6) + date.substring(4, 6));
            keys.add("tm" + date.substring(0, 4) + date.substring(6));
        }
    }

    private static void code(Set<String> keys, String code, int column) {
        keys.add((code.length() >= 5 ? "w" : "v" + column) + code);
        if (code.length() >= 5) {
            keys.add("cb" + code.substring(0, code.length() - 2));
            keys.add("ce" + code.substring(2));
        }
    }
}
