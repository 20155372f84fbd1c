package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.PersonNames;
import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People who bear another surname since a wedding, or are called otherwise from now on: no new contact. */
final class ReadRenames implements Grammar {

    private static final Pattern WEDDING = Pattern.compile(
            "\\b(?:married|marries|marriage|wedding|divorced?|hochzeit|geheiratet|heiratet|verheiratet|geschieden|scheidung|mariee?|"
                    + "mariage|remariee?|divorcee?|epouse|"
                    + "se caso|casad[oa]|casou(?:-se)?|casamento|boda|matrimonio|sposat[ao]|si e sposat[ao]|getrouwd|trouwde|"
                    + "gift(?: sig| seg)?|bryllup|brollop|"
                    + "surnames?|last name|maiden name|nachnamen?|familiennamen?|madchennamen?|nom de (?:famille|jeune fille|"
                    + "naissance)|apellidos?|sobrenome|cognome|achternaam|efternamn|etternavn|"
                    + "(?:chang\\w+|took|takes|uses) (?:her|his|their) (?:husband's |wife's |married |maiden |last |family )?name|"
                    + "new name|neuer name|nouveau nom|nuevo nombre|novo nome)\\b");
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:is now (?:called|known as|named)|now (?:called|known as|named|goes by)|goes by|signs as|heist|heisst|nennt sich|"
                    + "s'appelle|se fait appeler|se llama|se hace llamar|se chama|passou a se chamar|"
                    + "si chiama|si fa chiamare|heet|heter|hedder)\\b");
    /** The new surname alone. */
    private static final Pattern SURNAME = Pattern.compile(
            "\\b(?:surname|last name|nachname|familienname|nom de famille|nom|apellido|sobrenome|cognome|achternaam|efternamn|"
                    + "etternavn)(?: (?:is|ist|est|es|e|now|new|jetzt|nun|neu|maintenant|ahora|agora|ora|nu|to|"
                    + "lautet|changed|has|is))* ?:? (?=\\p{L})|\\b(?:is now|heisst jetzt|heist jetzt|ist jetzt) (?:mrs|ms|mr|frau|"
                    + "herr|mme|sra)\\.? (?=\\p{L})");

    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{L}+(?:[-'’]\\p{L}+)*");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            boolean wedding = statement.has(WEDDING);
            boolean told = wedding || statement.has(CALLED);
            if (!told || statement.is(Mode.HEARSAY) || statement.is(Mode.QUESTION) || statement.is(Mode.OFF_RECORD)) {
                continue;
            }
            var found = Stream.of(statement, beside(reading, statement, -1), beside(reading, statement, 1))
                    .filter(near -> near != null && (near == statement || wedding))
                    .anyMatch(near -> whole(reading, near, wedding));
            if (!found) {
                surname(reading, statement);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Statement beside(Reading reading, Statement statement, int step) {
        int at = reading.statements.indexOf(statement) + step;
        return at < 0 || at >= reading.statements.size() ? null : reading.statements.get(at);
    }

    /** A full name whose first name a contact bears under another surname. */
    private static boolean whole(Reading reading, Statement statement, boolean wedding) {
        for (var span : PersonNames.in(reading.text(), statement.span())) {
            var words = NameEntry.words(span.of(reading.text()));
            var bearers = candidates(reading, statement, wedding)
                    .filter(contact -> other(NameEntry.words(contact.name()), words))
                    .distinct()
                    .toList();
            if (bearers.size() == 1) {
                rename(reading, statement, bearers.getFirst(), span, span.of(reading.text()));
                return true;
            }
        }
        return false;
    }

    private static boolean other(List<String> known, List<String> written) {
        return known.size() > 1 && known.getFirst().equals(written.getFirst()) && !known.equals(written);
    }

    private static Stream<KnownRecord> candidates(Reading reading, Statement statement, boolean wedding) {
        var named = Stream.concat(
                        statement.contacts.stream(),
                        reading.before(statement).stream().flatMap(before -> before.contacts.stream()))
                .filter(Mention::clear)
                .map(Mention::record)
                .toList();
        return wedding
                ? Stream.concat(named.stream(), reading.of(statement.company, "contact").stream())
                : named.stream();
    }

    private static void surname(Reading reading, Statement statement) {
        var named = statement.contacts.stream()
                .filter(Mention::clear)
                .map(Mention::record)
                .distinct()
                .toList();
        var cue = SURNAME.matcher(statement.folded);
        if (named.size() != 1 || !cue.find()) {
            return;
        }
        int from = cue.end() + statement.span().start();
        Optional.of(WORD.matcher(reading.text()).region(from, statement.span().end()))
                .filter(java.util.regex.Matcher::lookingAt)
                .ifPresent(match -> {
                    var first = named.getFirst().name().split(" ")[0];
                    rename(
                            reading,
                            statement,
                            named.getFirst(),
                            new Span(match.start(), match.end()),
                            first + " " + match.group());
                });
    }

    private static void rename(Reading reading, Statement statement, KnownRecord contact, Span place, String name) {
        reading.statements.forEach(other -> {
            other.strangers.removeIf(person -> NameEntry.key(person.name()).equals(NameEntry.key(name)));
            other.companies.removeIf(company -> company.span().overlaps(place));
        });
        reading.update(contact, statement.span()).set("name", name, reading.evidence(place), 0.85);
    }
}
