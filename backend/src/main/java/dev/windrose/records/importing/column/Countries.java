package dev.windrose.records.importing.column;

import dev.windrose.records.importing.column.Lookup.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by their code, by their names in some languages, and as people shorten them. */
public final class Countries {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN, Locale.of("nl"), Locale.of("pt"));
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("usa", "US"),
            Map.entry("u.s.", "US"),
            Map.entry("u.s.a.", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("america", "US"),
            Map.entry("uk", "GB"),
            Map.entry("u.k.", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("korea", "KR"),
            Map.entry("republic of korea", "KR"),
            Map.entry("holland", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("russian federation", "RU"),
            Map.entry("uae", "AE"),
            Map.entry("viet nam", "VN"),
            Map.entry("turkey", "TR"),
            Map.entry("hong kong", "HK"),
            Map.entry("ivory coast", "CI"));

    private Countries() {}

    public static Lookup lookup() {
        var options = new ArrayList<Option>();
        for (String code : Locale.getISOCountries()) {
            options.add(new Option(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
        }
        options.sort((one, other) -> one.label().compareTo(other.label()));
        var lookup = new Lookup(options, false);
        SHORT.forEach(lookup::alias);
        for (var option : options) {
            lookup.alias(option.value(), option.value());
            LANGUAGES.forEach(language ->
                    lookup.alias(Locale.of("", option.value()).getDisplayCountry(language), option.value()));
            lookup.alias(Locale.of("", option.value()).getISO3Country(), option.value());
        }
        return lookup;
    }
}
