package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The people of the customer who took part in a call or meeting. */
final class Attendees {

    private static final Pattern ATTENDEES = Pattern.compile(
            "^(?:attendees|participants|present|on the call|on|with|w/|who|anwesend|teilnehmer|dabei|mit|"
                    + "participants|presents|asistentes|participantes|presenti|aanwezig|deltagare)\\b ?:?");
    private static final Pattern WITH_THEM = Pattern.compile(
            "\\b(?:with|w/?|to|by|from|mit|avec|con|com|met|med) (?:her|him|ihm|ihr|elle|lui|ella|el|ela|ele|lei|haar|hem|henne|honom)\\b");
    private static final Pattern OF_SOMEBODY = Pattern.compile(
            "(?s).*\\b(?:their|her|his|its|the|a|an|sa|son|leur|su|sus|seu|sua|suo|ihr\\w*|sein\\w*|zijn|haar|boss|chef|accord de|"
                    + "approval of|via|for|about|from)\\b(?: new)?(?: [\\p{L}.]+){0,3} ?\\(?(?:mme |mr |mrs |ms |frau |herr )?$");
    private static final Lexicon FAIR = Lexicon.of("fair");

    private Attendees() {}

    /** Who took part: named beside the call, in the list of attendees below it, or as the only one who speaks in the note. */
    static List<String> of(Reading reading, Statement statement, KnownRecord company) {
        var names = new LinkedHashSet<String>(named(statement, company));
        if (names.isEmpty()) {
            statement
                    .find(WITH_THEM)
                    .flatMap(place -> last(reading, company, place))
                    .ifPresent(names::add);
        }
        int at = reading.statements.indexOf(statement);
        for (int i = at + 1; i < reading.statements.size() && i <= at + 2; i++) {
            var next = reading.statements.get(i);
            boolean list = ATTENDEES.matcher(next.folded).find()
                    || next.folded.matches(
                            "(?s)^[\\p{L} ,+&.'-]{3,60}\\b(?:there|attended|present|joined|dabei|anwesend|presents?|presentes|aanwezig)$")
                    || names.isEmpty()
                            && !next.sentence.bullet()
                            && next.folded.replaceAll("\\([^)]*\\)", "").length() < 60
                            && next.folded.matches("^[\\p{L} ,+&.()'-]+$")
                            && !named(next, company).isEmpty()
                            && i == at + 1;
            if (list && (next.company == null || next.company.sameAs(company))) {
                names.addAll(named(next, company));
            }
        }
        if (names.isEmpty()) {
            var later = new LinkedHashSet<String>();
            reading.statements.subList(at, reading.statements.size()).stream()
                    .filter(other -> company.sameAs(other.company) && other.modes.isEmpty())
                    .forEach(other -> later.addAll(other.contacts.stream()
                            .filter(Mention::clear)
                            .map(mention -> mention.record().name())
                            .toList()));
            if (later.size() == 1) {
                names.addAll(later);
            }
        }
        return List.copyOf(names);
    }

    /** Whom "her" means: the contact of the account that was named last. */
    private static Optional<String> last(Reading reading, KnownRecord company, Span place) {
        return reading.statements.stream()
                .flatMap(statement -> statement.contacts.stream())
                .filter(mention -> mention.clear()
                        && mention.span().start() < place.start()
                        && company.id().equals(mention.record().companyId()))
                .reduce((first, second) -> second)
                .map(mention -> mention.record().name());
    }

    private static List<String> named(Statement statement, KnownRecord company) {
        var names = new LinkedHashMap<Integer, String>();
        statement.contacts.stream()
                .filter(mention ->
                        mention.clear() && company.id().equals(mention.record().companyId()))
                .forEach(mention ->
                        names.put(mention.span().start(), mention.record().name()));
        statement.strangers.stream()
                .filter(person -> !OF_SOMEBODY
                                .matcher(statement.before(person.span(), 40))
                                .matches()
                        && FAIR.find(Fold.inPlace(person.name())).isEmpty())
                .forEach(person -> names.put(person.span().start(), person.name()));
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
