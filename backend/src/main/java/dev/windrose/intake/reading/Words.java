package dev.windrose.intake.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everyday words, which are rarely names, and words that many company names share. */
final class Words {

    private static final Set<String> COMMON = load("common-words.txt");
    private static final Set<String> GENERIC = Stream.of("""
            group groupe gruppe company technologies technology tech systems system solutions solution services
            service partners holding holdings international global
            national regional american european bank banks insurance foods food logistics freight energy health
            healthcare hospital clinics medical school schools university
            college institute foundation trust association society council city county district state states north
            south east west northern southern eastern western
            central united royal first general digital data cloud software media studio studios labs lab works
            industries industrial manufacturing engineering construction
            consulting consultants capital ventures finance financial payments retail stores store shop supply
            supplies trading trade import export transport transit travel
            hotels hotel resort resorts hospitality restaurants marketing design architects legal law security
            network networks telecom mobile online web power water gas oil
            steel metals metal paper print press publishing books learning education training care home homes house
            estates estate properties property park parks gardens garden
            farms farm agriculture brewing beverages fashion sport sports fitness games music theatres theatre museum
            library libraries auto automotive motors airlines aviation marine
            shipping chemicals pharma biotech genomics robotics electric electronics instruments tools materials
            plastics packaging textiles glass ceramics furniture paints
            de la le les el los das der die van von und and of for the new old big small saint san santa""".split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private Words() {}

    static boolean common(String word) {
        return COMMON.contains(word);
    }

    static boolean generic(String word) {
        return GENERIC.contains(word);
    }

    private static Set<String> load(String name) {
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The word list " + name + " is missing.");
            }
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
