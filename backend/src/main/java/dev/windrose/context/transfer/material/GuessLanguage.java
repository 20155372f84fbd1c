package dev.windrose.context.transfer.material;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The language of a text, by its small words. English where they do not say. */
public final class GuessLanguage {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
                    Set.of(
                            "the", "and", "of", "to", "is", "for", "with", "that", "we", "are", "our", "not", "from",
                            "this", "it"),
            "de",
                    Set.of(
                            "der", "die", "das", "und", "ist", "nicht", "mit", "für", "wir", "von", "ein", "eine",
                            "auf", "den", "zu"),
            "fr",
                    Set.of(
                            "le", "la", "les", "et", "est", "pour", "nous", "des", "une", "dans", "avec", "pas", "du",
                            "vous", "sur"),
            "es",
                    Set.of(
                            "el",
                            "los",
                            "las",
                            "y",
                            "es",
                            "para",
                            "nosotros",
                            "una",
                            "con",
                            "por",
                            "del",
                            "que",
                            "se",
                            "nuestro",
                            "su"),
            "it",
                    Set.of(
                            "il", "gli", "e", "è", "per", "noi", "una", "con", "non", "della", "che", "sono", "nostro",
                            "di", "nel"),
            "nl",
                    Set.of(
                            "het", "een", "en", "is", "voor", "wij", "niet", "met", "van", "zijn", "onze", "dat", "op",
                            "te", "aan"));

    /** Ties go to the first. */
    private static final List<String> ORDER = List.of("en", "de", "fr", "es", "it", "nl");

    private GuessLanguage() {}

    public static String of(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 4_000);
        String best = "en";
        long most = 1;
        for (String language : ORDER) {
            var known = WORDS.getOrDefault(language, Set.of());
            long found = List.of(words).stream().filter(known::contains).count();
            if (found > most) {
                best = language;
                most = found;
            }
        }
        return best;
    }
}
