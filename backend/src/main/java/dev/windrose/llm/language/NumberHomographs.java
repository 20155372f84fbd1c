package dev.windrose.llm.language;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words that are a number in one language and something else in another: "once" is eleven in Spanish, "très" no three in French. */
final class NumberHomographs {

    /** @param numbers the languages in which it is a number */
    private record Homograph(List<String> numbers, List<String> others) {}

    private static final Map<String, Homograph> WORDS = Map.ofEntries(
            Map.entry("once", new Homograph(List.of("es"), List.of("en"))),
            Map.entry("elf", new Homograph(List.of("de"), List.of("en"))),
            Map.entry("sept", new Homograph(List.of("fr"), List.of("en", "de"))),
            Map.entry("null", new Homograph(List.of("de"), List.of("en"))),
            Map.entry("um", new Homograph(List.of("pt"), List.of("de", "en"))),
            Map.entry("ein", new Homograph(List.of("de"), List.of("en"))),
            Map.entry("mill", new Homograph(List.of("es"), List.of("en"))),
            Map.entry("mil", new Homograph(List.of("es", "pt"), List.of("en"))),
            Map.entry("mio", new Homograph(List.of("de"), List.of("it", "es"))),
            Map.entry("tres", new Homograph(List.of("es", "pt"), List.of("fr"))),
            Map.entry("dos", new Homograph(List.of("es"), List.of("fr", "en"))),
            Map.entry("cent", new Homograph(List.of("fr"), List.of("en"))),
            Map.entry("cents", new Homograph(List.of("fr"), List.of("en"))),
            Map.entry("grand", new Homograph(List.of("en"), List.of("fr", "de"))));

    private NumberHomographs() {}

    /** Whether the word is more likely the other one here; beside figures and numbers in words it never is. */
    static boolean misleads(String word, String text) {
        var homograph = WORDS.get(word);
        if (homograph == null) {
            return false;
        }
        var rest = text.replaceAll("(?<!\\p{L})" + word + "(?!\\p{L})", " ");
        long numbers = most(homograph.numbers(), rest);
        long others = most(homograph.others(), rest);
        return others > numbers || numbers == 0 && homograph.others().contains(Tongue.ENGLISH) && others == 0;
    }

    private static long most(List<String> tongues, String text) {
        return tongues.stream()
                .flatMap(tongue -> Stream.of(Tongue.signs(text, tongue)))
                .max(Long::compare)
                .orElse(0L);
    }
}
