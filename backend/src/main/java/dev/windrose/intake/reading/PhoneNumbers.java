package dev.windrose.intake.reading;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Found;
import dev.windrose.llm.language.Phones;
import dev.windrose.llm.language.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers in digits, else those told digit by digit: "oh seven seven, double oh nine". */
final class PhoneNumbers {

    private static final Map<String, String> DIGITS = new HashMap<>();

    static {
        digits("zero oh o nought null zero cero zero nul noll zéro", "0");
        digits("one eins ein un une uno um uma een ett en", "1");
        digits("two zwei zwo deux dos dois duas due twee tva to", "2");
        digits("three drei trois tres tre drie", "3");
        digits("four vier quatre cuatro quatro quattro fyra fire", "4");
        digits("five funf cinq cinco cinque vijf fem", "5");
        digits("six sechs seis sei zes sex seks meia", "6");
        digits("seven sieben sept siete sete sette zeven sju syv", "7");
        digits("eight acht huit ocho oito otto atta otte", "8");
        digits("nine neun neuf nueve nove negen nio ni", "9");
    }

    private static final String TIMES = "double|triple|doppel|dreimal|doble|dobro|doppio|dubbel";
    private static final Pattern SPOKEN = Pattern.compile("(?<!\\p{L})(?:plus[ ,-]+)?(?:(?:" + TIMES + "|"
            + String.join("|", DIGITS.keySet()) + ")(?:[ ,./-]+|(?=[^\\p{L}]|$))){7,}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int FEWEST = 8;

    private PhoneNumbers() {}

    /** The numbers of a statement, read as those of its account's country. */
    static void find(Statement statement) {
        var country = statement.company == null ? null : statement.company.text("country_hq");
        int from = statement.span().start();
        Phones.in(statement.raw, country).stream()
                .map(found -> new Found(found.span().shifted(from), found.value()))
                .filter(found ->
                        statement.dates.stream().noneMatch(date -> date.span().overlaps(found.span())))
                .filter(found -> statement.moneys.stream()
                        .noneMatch(money -> money.span().overlaps(found.span()) && money.currency() != null))
                .forEach(statement.phones::add);
        if (statement.phones.isEmpty()) {
            spoken(statement.raw, country)
                    .ifPresent(
                            found -> statement.phones.add(new Found(found.span().shifted(from), found.value())));
        }
    }

    private static Optional<Found> spoken(String text, @Nullable String country) {
        var match = SPOKEN.matcher(Fold.inPlace(text));
        if (!match.find()) {
            return Optional.empty();
        }
        var out = new StringBuilder(match.group().startsWith("plus") ? "+" : "");
        int times = 1;
        var words = WORD.matcher(match.group());
        while (words.find()) {
            var digit = DIGITS.get(words.group());
            if (digit != null) {
                out.append(digit.repeat(times));
                times = 1;
            } else if (words.group().matches(TIMES)) {
                times = words.group().matches("triple|dreimal") ? 3 : 2;
            }
        }
        var span = new Span(match.start(), match.end());
        return out.length() < FEWEST
                ? Optional.empty()
                : Optional.of(new Found(
                        span,
                        Phones.in(out.toString(), country).stream()
                                .findFirst()
                                .map(Found::value)
                                .orElse(out.toString())));
    }

    private static void digits(String words, String digit) {
        for (var word : words.split(" ")) {
            DIGITS.put(Fold.inPlace(word), digit);
        }
    }
}
