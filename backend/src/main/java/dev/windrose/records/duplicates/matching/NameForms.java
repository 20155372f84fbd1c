package dev.windrose.records.duplicates.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;

/** Forms of a first name, and how names sound. */
final class NameForms {

    private static final Map<String, Set<String>> FORMS = forms();
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();

    private NameForms() {}

    /** Whether both are forms of one name, as Bob and Robert. */
    static boolean alike(String one, String other) {
        var forms = FORMS.get(one);
        return forms != null && forms.contains(other);
    }

    static Set<String> of(String name) {
        return FORMS.getOrDefault(name, Set.of());
    }

    static String sound(String word) {
        if (word.length() < 2 || Words.hasDigit(word)) {
            return "";
        }
        var sound = SOUND.doubleMetaphone(word);
        return sound == null ? "" : sound;
    }

    private static Map<String, Set<String>> forms() {
        var forms = new HashMap<String, Set<String>>();
        for (var line : text().lines().toList()) {
            var names = Set.of(line.strip().split(" "));
            for (var name : names) {
                forms.computeIfAbsent(name, key -> new HashSet<>()).addAll(names);
            }
        }
        return forms;
    }

    private static String text() {
        try (var in = Objects.requireNonNull(NameForms.class.getResourceAsStream("first-names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
