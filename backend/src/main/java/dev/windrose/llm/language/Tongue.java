package dev.windrose.llm.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** In which language a text is written, by its small words. */
public final class Tongue {

    public static final String ENGLISH = "en";

    private static final Map<String, Set<String>> WORDS = Map.of(
            ENGLISH,
            words(
                    "the a an of to is are for and with not our we from now on at by or if as be it this that they have has"),
            "de",
            words(
                    "der die das den dem des ein eine und ist sind nicht nur fur von mit auf ab im am zu bei wir unser unsere gilt "
                            + "gelten neue neuer neues wird muss darf jetzt sofort wo jeder jede man vom uber hat haben"),
            "fr",
            words(
                    "le la les un une des du de est sont et pour dans nos notre sur avec pas ne nouvelle nouveau partir il elle"),
            "es",
            words("el la los las un una de del es son y para en nuestro nuestra con no nueva nuevo ahora partir hay"),
            "pt",
            words("o os um uma de do da e sao para em nosso nossa com nao nova novo agora partir tem"),
            "it",
            words("il lo gli un una di del della e sono per con non nostro nostra ora nuovo nuova"));

    private Tongue() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /** English where nothing shows another. */
    public static String of(String text) {
        var said = said(text);
        return Stream.of("de", "fr", "es", "pt", "it")
                .filter(tongue -> count(said, tongue) > count(said, ENGLISH))
                .max(Comparator.comparingLong(tongue -> count(said, tongue)))
                .orElse(ENGLISH);
    }

    /** How many small words of a language the text has. */
    static long signs(String text, String tongue) {
        return count(said(text), tongue);
    }

    private static List<String> said(String text) {
        return List.of(Fold.words(text).split(" "));
    }

    private static long count(List<String> said, String tongue) {
        var words = WORDS.getOrDefault(tongue, Set.of());
        return said.stream().filter(words::contains).count();
    }
}
