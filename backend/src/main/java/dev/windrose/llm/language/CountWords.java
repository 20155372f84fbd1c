package dev.windrose.llm.language;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Small counts and ordinals in words, as dates and terms use them. */
final class CountWords {

    private static final Map<String, Integer> COUNTS = new HashMap<>();
    private static final Map<String, Integer> ORDINALS = new HashMap<>();

    static {
        from(COUNTS, "one two three four five six seven eight nine ten eleven twelve");
        from(COUNTS, "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf");
        from(COUNTS, "un deux trois quatre cinq six sept huit neuf dix onze douze");
        from(COUNTS, "un dos tres cuatro cinco seis siete ocho nueve diez once doce");
        from(COUNTS, "um dois tres quatro cinco seis sete oito nove dez onze doze");
        COUNTS.putAll(Map.ofEntries(
                Map.entry("a", 1),
                Map.entry("an", 1),
                Map.entry("eine", 1),
                Map.entry("einem", 1),
                Map.entry("einer", 1),
                Map.entry("une", 1),
                Map.entry("una", 1),
                Map.entry("uma", 1),
                Map.entry("duas", 2),
                Map.entry("due", 2),
                Map.entry("tre", 3),
                Map.entry("couple", 2),
                Map.entry("couple of", 2),
                Map.entry("a couple of", 2),
                Map.entry("fifteen", 15),
                Map.entry("twenty", 20),
                Map.entry("thirty", 30),
                Map.entry("forty", 40),
                Map.entry("sixty", 60),
                Map.entry("ninety", 90),
                Map.entry("eighteen", 18)));
        from(
                ORDINALS,
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                        + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        int number = 21;
        for (var unit : "first second third fourth fifth sixth seventh eighth ninth".split(" ")) {
            ORDINALS.put("twenty " + unit, number);
            ORDINALS.put("twenty-" + unit, number++);
        }
        ORDINALS.put("thirtieth", 30);
        ORDINALS.put("thirty first", 31);
        ORDINALS.put("thirty-first", 31);
        ORDINALS.put("last", -1);
    }

    static final String NAME = alternatives(COUNTS);
    static final String ORDINAL = alternatives(ORDINALS);

    private CountWords() {}

    static int of(String written) {
        return written.matches("\\d+") ? Integer.parseInt(written) : COUNTS.getOrDefault(written, 1);
    }

    /** -1 for the last. */
    static int ordinal(String written) {
        var digits = written.replaceAll("(?:st|nd|rd|th|\\.)$", "");
        return digits.matches("\\d+") ? Integer.parseInt(digits) : ORDINALS.getOrDefault(written, 0);
    }

    private static void from(Map<String, Integer> map, String words) {
        int number = 1;
        for (var word : words.split(" ")) {
            map.putIfAbsent(word, number++);
        }
    }

    private static String alternatives(Map<String, Integer> map) {
        return map.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"));
    }
}
