package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds products by their whole names, or by the word that tells one from the others of its line. */
final class Products {

    private record Alias(String words, KnownRecord product, boolean whole) {}

    private Products() {}

    static List<Mention> in(String text, List<KnownRecord> products) {
        var folded = Fold.inPlace(text);
        var found = new ArrayList<Mention>();
        var aliases = aliases(products);
        aliases.sort(
                Comparator.comparingInt((Alias alias) -> alias.words().length()).reversed());
        for (var alias : aliases) {
            var matcher = Pattern.compile(
                            "(?<![\\p{L}\\d@./])" + alias.words().replace(" ", "[ -]?") + "(?:'s)?(?![\\p{L}\\d@])")
                    .matcher(folded);
            while (matcher.find()) {
                var span = new Span(matcher.start(), matcher.end());
                if (found.stream().noneMatch(other -> other.span().overlaps(span)) && believable(alias, text, span)) {
                    found.add(new Mention(span, List.of(alias.product()), alias.whole()));
                }
            }
        }
        found.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return found;
    }

    /** A part of a name that is an everyday word counts where it is written with a capital, or beside a deal word. */
    private static boolean believable(Alias alias, String text, Span span) {
        if (alias.whole() && !Words.common(alias.words())) {
            return true;
        }
        boolean capital = Character.isUpperCase(text.charAt(span.start())) && !sentenceStart(text, span.start());
        if (capital) {
            return true;
        }
        var after = Fold.inPlace(text.substring(span.end(), Math.min(text.length(), span.end() + 14)));
        var before = Fold.inPlace(text.substring(Math.max(0, span.start() - 12), span.start()));
        return after.matches("(?s)^ (?:deal|one|opp|renewal|seats|licen|pilot|contract)\\b.*")
                || before.matches("(?s).*(?:\\bfor|\\bthe) $") && !Words.common(alias.words())
                || Character.isUpperCase(text.charAt(span.start())) && !Words.common(alias.words());
    }

    private static boolean sentenceStart(String text, int at) {
        int place = at - 1;
        while (place >= 0 && text.charAt(place) == ' ') {
            place--;
        }
        return place < 0 || ".!?\n".indexOf(text.charAt(place)) >= 0;
    }

    private static List<Alias> aliases(List<KnownRecord> products) {
        var out = new ArrayList<Alias>();
        for (var product : products) {
            out.add(new Alias(Fold.words(product.name()), product, true));
        }
        for (var product : products) {
            for (var word : parts(product.name())) {
                boolean unique = products.stream()
                                .filter(other -> parts(other.name()).contains(word))
                                .count()
                        == 1;
                if (unique
                        && word.length() >= 3
                        && !word.equals(Fold.words(product.name()))
                        && !word.chars().allMatch(Character::isDigit)) {
                    out.add(new Alias(word, product, false));
                }
            }
        }
        return out;
    }

    /** "TideGate" holds "tide" and "gate", "Pump Pro" holds "pump" and "pro". */
    private static List<String> parts(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .map(Fold::words)
                .filter(word -> !word.isBlank())
                .collect(Collectors.toList());
    }
}
