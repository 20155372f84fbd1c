package dev.windrose.intake.reading;

import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** What strangers tell of their own company in a mail: how many they are, where they sit, where they are on the web. */
final class SenderFacts {

    private static final Pattern OURS = Pattern.compile(
            "\\b(?:we|we're|our|us|wir|uns\\w*|nous|notre|nos|somos|nuestr\\w+|tenemos|nossa|nosso|temos|siamo|nostr\\w+|wij|"
                    + "ons|onze|vi|var)\\b");
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:in|from|near|based in|aus|bei|a|en|em|de|da|uit|fran|i) ((?:\\p{Lu}[\\p{L}-]+ ?){1,3})");

    private SenderFacts() {}

    static void write(Reading reading, Draft draft) {
        var own = reading.statements.stream()
                .filter(statement -> statement.part.kind() == Part.Kind.OWN && statement.has(OURS))
                .toList();
        for (var statement : own) {
            if (!draft.has("employee_size") && !statement.raw.matches("(?s).*\\d ?[-–] ?\\d.*")) {
                HeadCounts.in(statement.raw)
                        .ifPresent(size -> draft.set("employee_size", size, reading.evidence(statement.span()), 0.8));
            }
            if (!draft.has("country_hq")) {
                in(statement.raw)
                        .ifPresent(
                                country -> draft.set("country_hq", country, reading.evidence(statement.span()), 0.75));
            }
        }
        if (!draft.has("country_hq")) {
            signed(reading).ifPresent(country -> draft.set("country_hq", country, draft.evidence, 0.75));
        }
        signatures(reading)
                .flatMap(span -> Emails.webAddresses(span.of(reading.text())).stream())
                .findFirst()
                .ifPresent(site -> draft.set("website_url", site.value(), draft.evidence, 0.8));
    }

    /** Where the sender sits, as far as the mail says. */
    static Optional<String> country(Reading reading) {
        return signed(reading).or(() -> reading.statements.stream()
                .filter(statement -> statement.has(OURS))
                .flatMap(statement -> in(statement.raw).stream())
                .findFirst());
    }

    static Optional<String> in(String raw) {
        var places = PLACE.matcher(raw);
        while (places.find()) {
            var found = Countries.of(places.group(1).strip())
                    .or(() -> Countries.of(places.group(1).strip().replaceAll(" \\p{Lu}{2}$", "")));
            if (found.isPresent() && places.group(1).strip().length() > 2) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> signed(Reading reading) {
        return signatures(reading)
                .flatMap(span -> Pattern.compile("[|,\\n•·-]+").splitAsStream(span.of(reading.text())))
                .map(piece -> piece.replaceAll("[\\d]", "").strip())
                .filter(piece -> piece.length() > 3)
                .flatMap(piece -> Countries.of(piece).stream())
                .findFirst();
    }

    private static java.util.stream.Stream<Span> signatures(Reading reading) {
        return reading.parts.stream()
                .filter(part -> part.kind() == Part.Kind.SIGNATURE)
                .map(Part::span);
    }
}
