package dev.windrose.context.policy.rule;

import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a case. Numbers are {@link BigDecimal}, names and choices text, truths "true" or "false", filled fields a set of text. */
public final class Facts {

    private static final Set<String> PLACES = Set.of("EU", "US", "UK");

    private final Map<Fact, Object> known;

    private Facts(Map<Fact, Object> known) {
        this.known = known;
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    /**
     * Facts by name, as they come from outside.
     *
     * @throws AppException naming the fact that is unknown or has a wrong value
     */
    public static Facts of(Map<String, ? extends @Nullable Object> written) {
        return of(written, Set.of());
    }

    /**
     * @param read facts that only the clauses at hand name
     * @throws AppException naming the fact that is unknown or has a wrong value
     */
    public static Facts of(Map<String, ? extends @Nullable Object> written, Set<Fact> read) {
        var known = new TreeMap<Fact, Object>();
        written.forEach((key, value) -> {
            var fact = Fact.known(key)
                    .or(() -> Fact.of(key).filter(read::contains))
                    .orElseThrow(
                            () -> new AppException(CommonError.BAD_VALUE, "There is no fact %s.".formatted(key), key));
            if (value != null) {
                known.put(fact, parsed(fact, value));
            }
        });
        return new Facts(known);
    }

    public boolean has(Fact fact) {
        return known.containsKey(fact);
    }

    public @Nullable BigDecimal number(Fact fact) {
        return known.get(fact) instanceof BigDecimal number ? number : null;
    }

    public @Nullable String text(Fact fact) {
        return known.get(fact) instanceof String text ? text : null;
    }

    public @Nullable Set<String> filled() {
        return known.get(Fact.FILLED) instanceof Set<?> fields
                ? fields.stream().map(String::valueOf).collect(Collectors.toSet())
                : null;
    }

    public Map<Fact, Object> values() {
        return Collections.unmodifiableMap(known);
    }

    /** The same with more known. */
    public Facts with(Map<Fact, Object> more) {
        var all = new TreeMap<Fact, Object>();
        all.putAll(known);
        all.putAll(more);
        return new Facts(all);
    }

    /** What two ways to write a value share. */
    public static String same(Fact fact, String value) {
        if (fact.equals(Fact.COUNTRY)) {
            return Countries.of(value).orElseGet(() -> Fold.words(value));
        }
        return fact.equals(Fact.CURRENCY) ? value.toUpperCase(java.util.Locale.ROOT) : Fold.words(value);
    }

    private static Object parsed(Fact fact, Object value) {
        return switch (fact.form()) {
            case PERCENT, COUNT, NUMBER, MONEY -> number(fact, value);
            case TRUTH -> truth(fact, value);
            case LIST -> list(fact, value);
            case NAME -> text(fact, value);
            case CHOICE -> choice(fact, text(fact, value));
        };
    }

    private static BigDecimal number(Fact fact, Object value) {
        try {
            var number = new BigDecimal(value.toString());
            if (number.signum() < 0
                    || fact.form() == Fact.Form.PERCENT && number.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw bad(fact, "%s is out of bounds.".formatted(fact.key()));
            }
            return number;
        } catch (NumberFormatException _) {
            throw bad(fact, "%s is a number.".formatted(fact.key()));
        }
    }

    private static String truth(Fact fact, Object value) {
        var text = value.toString();
        if (!text.equals("true") && !text.equals("false")) {
            throw bad(fact, "%s is true or false.".formatted(fact.key()));
        }
        return text;
    }

    private static Set<String> list(Fact fact, Object value) {
        if (!(value instanceof Collection<?> parts)) {
            throw bad(fact, "%s is a list.".formatted(fact.key()));
        }
        return parts.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(Fact fact, Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw bad(fact, "%s is a text.".formatted(fact.key()));
        }
        return text;
    }

    private static String choice(Fact fact, String text) {
        boolean open = fact.equals(Fact.SEGMENT) || fact.equals(Fact.DATA_LOCATION) && PLACES.contains(text);
        if (!fact.choices().contains(text) && !open) {
            throw bad(fact, "%s is one of %s.".formatted(fact.key(), String.join(", ", fact.choices())));
        }
        return text;
    }

    private static AppException bad(Fact fact, String message) {
        return new AppException(CommonError.BAD_VALUE, message, fact.key());
    }
}
