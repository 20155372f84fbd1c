package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case that a policy is tried with whenever it is saved.
 *
 * @param facts such as {@code discount_percent = 20; segment = enterprise}
 * @param expected such as {@code approval by sales_lead, cfo}, {@code refuse}, {@code allow}, {@code missing budget}
 */
public record Example(String facts, String expected) {

    /** Examples in the details of an entry. */
    static List<Example> in(@Nullable Object details) {
        if (!(details instanceof Map<?, ?> map) || !(map.get("examples") instanceof List<?> list)) {
            return List.of();
        }
        var found = new ArrayList<Example>();
        for (var one : list) {
            if (one instanceof Map<?, ?> example) {
                found.add(new Example(text(example.get("facts")), text(example.get("expected"))));
            }
        }
        return found;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * @param read facts that only the clause names
     * @throws AppException naming what is wrong with them
     */
    public Facts parsed(Set<Fact> read) {
        var written = new LinkedHashMap<String, Object>();
        for (var part : facts.split("[;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "\"%s\" is no fact. Write discount_percent = 20, for example.".formatted(part.strip()),
                        "facts");
            }
            var key = part.substring(0, equals).strip();
            var value = part.substring(equals + 1).strip();
            written.put(
                    key,
                    Fact.of(key).filter(fact -> fact == Fact.FILLED).isPresent()
                            ? Arrays.stream(value.split(","))
                                    .map(String::strip)
                                    .filter(field -> !field.isEmpty())
                                    .toList()
                            : value);
        }
        return Facts.of(written, read);
    }

    boolean met(Verdict verdict) {
        return words(told(verdict)).equals(words(expected));
    }

    /** A verdict as examples write it. */
    public static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow _ -> "allow";
            case Verdict.Refuse _ -> "refuse";
            case Verdict.Approval(var by) -> "approval by " + String.join(", ", by);
            case Verdict.Price(var price, var what, var currency) ->
                "price %s %s%s"
                        .formatted(
                                what,
                                price.stripTrailingZeros().toPlainString(),
                                currency == null ? "" : " " + currency);
            case Verdict.Route(var to) -> "route to " + to;
            case Verdict.Missing(var needs) ->
                "missing " + needs.stream().sorted().collect(Collectors.joining(", "));
            case Verdict.Unknown(var needs) ->
                "unknown " + needs.stream().sorted().collect(Collectors.joining(", "));
        };
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9_.äöüß]+"))
                .filter(word -> !word.isEmpty() && !word.equals("by") && !word.equals("to"))
                .sorted()
                .toList();
    }
}
