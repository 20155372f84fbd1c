package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that the workspace knows: products, companies, rivals, itself.
 *
 * @param own the name of the company itself
 */
record Known(String own, List<String> products, Map<String, String> companies, Set<String> ordinary) {

    private static final int SHORTEST_ALONE = 5;

    /** A company is also called by its name without the last word, and by its first where no other begins so. */
    static Known of(String own, List<String> products, List<String> names, Set<String> ordinary) {
        var aliases = new LinkedHashMap<String, String>();
        var firsts = new HashMap<String, Integer>();
        for (var name : names) {
            firsts.merge(first(name), 1, Integer::sum);
        }
        for (var name : names) {
            if (Fold.words(name).equals(Fold.words(own)) || name.isBlank()) {
                continue;
            }
            aliases.put(Fold.words(name), name);
            var words = Fold.words(name).split(" ");
            if (words.length > 2) {
                var shorter = String.join(" ", List.of(words).subList(0, words.length - 1));
                if (!shorter.endsWith(" and")) {
                    aliases.putIfAbsent(shorter, name);
                }
            }
            var first = first(name);
            if (first.length() >= SHORTEST_ALONE && firsts.get(first) == 1 && !ordinary.contains(first)) {
                aliases.putIfAbsent(first, name);
            }
        }
        return new Known(own, products, aliases, ordinary);
    }

    private static String first(String name) {
        var words = Fold.words(name);
        int space = words.indexOf(' ');
        return space < 0 ? words : words.substring(0, space);
    }

    boolean knows(String written) {
        return company(written).isPresent()
                || product(written).isPresent()
                || Fold.words(written.replaceAll("['’]s$", "")).equals(Fold.words(own));
    }

    /** The company of that name; empty where none is called so. */
    Optional<String> company(String written) {
        return Optional.ofNullable(companies.get(Fold.words(written)));
    }

    Optional<String> product(String written) {
        var folded = Fold.words(written);
        return products.stream().filter(name -> Fold.words(name).equals(folded)).findFirst();
    }

    List<String> productsIn(String text) {
        var folded = " " + Fold.words(text) + " ";
        var out = new ArrayList<String>();
        for (var product : products) {
            if (folded.contains(" " + Fold.words(product) + " ") || alone(product, text)) {
                out.add(product);
            }
        }
        return out;
    }

    /** "Flow" is Tideline Flow where it has a capital and no other product is called so. */
    private boolean alone(String product, String text) {
        var last = product.substring(product.lastIndexOf(' ') + 1);
        return last.length() < product.length()
                && Character.isUpperCase(last.charAt(0))
                && products.stream().filter(one -> one.endsWith(last)).count() == 1
                && text.matches(
                        "(?s)(?:.*[^\\p{L}\\d-])?" + java.util.regex.Pattern.quote(last) + "(?![\\p{L}\\d-]).*");
    }

    /** Companies that a text names, by their whole names. */
    List<String> companiesIn(String text) {
        var folded = " " + Fold.words(text) + " ";
        return companies.entrySet().stream()
                .filter(alias -> folded.contains(" " + alias.getKey() + " "))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
