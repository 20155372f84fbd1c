package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** People called by one name where no account is named beside them. */
final class FirstNames {

    private static final Pattern GENITIVE = Pattern.compile("(?<!\\p{L})(\\p{Lu}\\p{L}{2,})['’]s?(?= )");

    private final Reading reading;
    /** Does the statement name no account as what it is about? */
    private final Predicate<Statement> nameless;

    FirstNames(Reading reading, Predicate<Statement> nameless) {
        this.reading = reading;
        this.nameless = nameless;
    }

    /** No account is named: a first name that only one contact bears says enough. */
    List<KnownRecord> lonely() {
        return lonely(reading.text());
    }

    /** "Anselme's enquiry" in a sentence that names no account: whose it is says which. */
    List<KnownRecord> owners() {
        var out = new ArrayList<KnownRecord>();
        reading.statements.stream()
                .filter(statement -> statement.contacts.isEmpty() && nameless.test(statement))
                .forEach(statement -> GENITIVE.matcher(statement.raw)
                        .results()
                        .map(match -> lonely(match.group(1)))
                        .filter(found -> found.size() == 1)
                        .forEach(out::addAll));
        return out;
    }

    /** "Chase Miles about the seats" behind another account's news: a name that nobody there bears and one other contact does. */
    List<KnownRecord> strays(List<KnownRecord> there) {
        var out = new ArrayList<KnownRecord>();
        if (there.isEmpty() || reading.message.fromOutside()) {
            return out;
        }
        for (var statement : reading.statements) {
            if (!statement.contacts.isEmpty() || !nameless.test(statement) || statement.part.passedOn()) {
                continue;
            }
            STRAY.matcher(statement.raw).results().map(match -> match.group(1)).forEach(word -> {
                var key = dev.windrose.llm.language.Fold.words(word);
                boolean ours = reading.known.people().stream()
                        .anyMatch(person -> dev.windrose.intake.names.NameEntry.words(person.name())
                                .contains(key));
                var found = ours ? List.<KnownRecord>of() : lonely(word);
                if (found.size() == 1) {
                    out.addAll(found);
                }
            });
        }
        return out;
    }

    private static final Pattern STRAY = Pattern.compile("(?<=\\p{Ll} )(\\p{Lu}\\p{Ll}{2,})(?! \\p{Lu}|[\\p{L}-])");

    private List<KnownRecord> lonely(String text) {
        var out = new ArrayList<KnownRecord>();
        for (var word : text.split("[^\\p{L}'’-]+")) {
            var key = dev.windrose.llm.language.Fold.words(word.replaceAll("['’]s$", ""));
            if (key.length() < 3
                    || Words.common(key)
                    || !Character.isUpperCase(word.charAt(0)) && key.length() < 4
                    || reading.known.names().count(key) > 8) {
                continue;
            }
            var hits = reading.known.names().at(List.of(key), 0).stream()
                    .filter(hit -> hit.entry().is("contact"))
                    .toList();
            if (hits.size() <= 4) {
                hits.forEach(
                        hit -> reading.known.find("contact", hit.entry().id()).ifPresent(out::add));
            }
        }
        return out;
    }
}
