package dev.windrose.llm.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Names of countries in a few languages, and well-known cities, to ISO codes. */
public final class Countries {

    private static final Map<String, String> NAMES = names();
    private static final Map<String, String> CITIES = cities();
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    public static Optional<String> of(String written) {
        var key = Fold.words(written);
        if (key.length() == 2 && CODES.contains(key.toUpperCase(Locale.ROOT))) {
            return Optional.of(key.equals("uk") ? "GB" : key.toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(NAMES.get(key)).or(() -> Optional.ofNullable(CITIES.get(key)));
    }

    private static Map<String, String> names() {
        var map = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            for (var language : new Locale[] {
                Locale.ENGLISH,
                Locale.GERMAN,
                Locale.FRENCH,
                Locale.ITALIAN,
                Locale.of("es"),
                Locale.of("pt"),
                Locale.of("nl"),
                Locale.of("sv")
            }) {
                map.putIfAbsent(Fold.words(Locale.of("", code).getDisplayCountry(language)), code);
            }
        }
        var otherNames = """
                GB uk,great britain,england,scotland,wales
                US usa,us,america,united states of america
                NL the netherlands,holland
                AE uae,emirates
                KR korea,south korea
                CZ czech republic
                HK hong kong
                """;
        put(otherNames, map);
        return Map.copyOf(map);
    }

    private static Map<String, String> cities() {
        var map = new HashMap<String, String>();
        try (var in = Countries.class.getResourceAsStream("cities.txt")) {
            put(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8), map);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return Map.copyOf(map);
    }

    /** Rows of a code and the names it has. */
    private static void put(String rows, Map<String, String> map) {
        rows.lines().forEach(row -> {
            for (var name : row.substring(3).split(",")) {
                map.put(Fold.words(name), row.substring(0, 2));
            }
        });
    }
}
