package dev.windrose.context.policy.grammar;

import dev.windrose.llm.language.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of countries in English and German, to the English name. */
public final class Places {

    private static final int LONGEST = 4;
    private static final Map<String, String> COUNTRIES = countries();

    public record Found(String name, int length) {}

    private Places() {}

    public static @Nullable Found at(List<Token> tokens, int from) {
        for (int length = Math.min(LONGEST, tokens.size() - from); length > 0; length--) {
            var words = tokens.subList(from, from + length);
            if (words.stream().allMatch(Token::letters)
                    && (length > 1 || words.getFirst().capital())
                    && words.stream().anyMatch(Token::capital)) {
                var name = COUNTRIES.get(
                        String.join(" ", words.stream().map(Token::word).toList()));
                if (name != null) {
                    return new Found(name, length);
                }
            }
        }
        return null;
    }

    private static Map<String, String> countries() {
        var found = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            var english = country.getDisplayCountry(Locale.ENGLISH);
            found.put(Fold.words(english), english);
            found.put(words(country.getDisplayCountry(Locale.GERMAN)), english);
        }
        found.put("us", "United States");
        found.put("usa", "United States");
        found.put("america", "United States");
        found.put("uk", "United Kingdom");
        found.put("great britain", "United Kingdom");
        found.put("england", "United Kingdom");
        found.put("czech republic", "Czech Republic");
        found.put("holland", "Netherlands");
        found.put("turkey", "Turkey");
        found.put("grosbritannien", "United Kingdom");
        found.put("emirates", "United Arab Emirates");
        return found;
    }

    /** As words of clauses are folded. */
    private static String words(String name) {
        return Fold.inPlace(name).replaceAll("[^\\p{L}]+", " ").strip();
    }
}
