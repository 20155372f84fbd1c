package dev.windrose.llm.language;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Small numbers written as words. */
public final class NumberWords {

    private static final Map<String, Integer> VALUES = values();
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private NumberWords() {}

    /** The number that a folded word, a hyphenated pair ("twenty-five") or a run of digits names. */
    public static OptionalInt of(String folded) {
        if (folded.matches("\\d{1,6}")) {
            return OptionalInt.of(Integer.parseInt(folded));
        }
        int sum = 0;
        var words = WORD.matcher(folded);
        boolean found = false;
        while (words.find()) {
            var value = VALUES.get(words.group());
            if (value == null) {
                return OptionalInt.empty();
            }
            sum = value == 100 && sum > 0 ? sum * 100 : sum + value;
            found = true;
        }
        return found ? OptionalInt.of(sum) : OptionalInt.empty();
    }

    private static Map<String, Integer> values() {
        var map = new HashMap<String, Integer>();
        var units = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen";
        int number = 1;
        for (var word : units.split(" ")) {
            map.put(word, number++);
        }
        number = 20;
        for (var word : "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")) {
            map.put(word, number);
            number += 10;
        }
        map.putAll(Map.of("hundred", 100, "a", 1, "an", 1, "couple", 2, "dozen", 12));
        map.putAll(Map.of(
                "ein", 1, "eine", 1, "einem", 1, "einer", 1, "zwei", 2, "drei", 3, "vier", 4, "sechs", 6, "acht", 8,
                "zehn", 10));
        map.putAll(Map.of(
                "deux", 2, "trois", 3, "quatre", 4, "dos", 2, "tres", 3, "cuatro", 4, "dois", 2, "due", 2, "tre", 3));
        return Map.copyOf(map);
    }
}
