package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.PersonNames;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a line speaks of that names nobody: the one person of the account whom the lines before it name. */
final class SpokenOf {

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:[,;:(-] ?|\\b(?:and|but|so|und|aber|et|mais|y|pero|e|mas) )(?:s?he|s?he's|s?he'd|s?he'll|er|il|elle|ella|ela|ele|lui|lei)\\b|"
                    + "^\\W*(?:and |also |now )?(?:(?:her|his) )?(?:new |neue[rn]? |nouveau |nouvelle |nuev[oa] |nov[oa] )(?:job )?(?:title|role|position|"
                    + "titel|funktion|poste|titre|cargo|puesto|funcao)\\b|^\\W*(?:s?he'd|s?he'll|s?he herself|he himself|sie selbst|"
                    + "er selbst|lui-meme|elle-meme|ella misma|el mismo|ela mesma|ele mesmo)\\b");

    private static final int BACK = 4;

    private SpokenOf() {}

    /** "But she decides", "new title ...": it goes on about somebody. */
    static boolean goesOn(Statement statement) {
        return GOES_ON.matcher(statement.folded).find();
    }

    static Optional<KnownRecord> onlyOne(Reading reading, Statement statement) {
        if (!statement.strangers.isEmpty()
                || statement.company == null
                || !PersonNames.in(reading.text(), statement.span()).isEmpty()) {
            return Optional.empty();
        }
        int at = reading.statements.indexOf(statement);
        var before = reading.statements.subList(Math.max(0, at - BACK), Math.max(at, 0)).stream()
                .filter(other -> other.part == statement.part && statement.company.sameAs(other.company))
                .toList();
        var people = before.stream()
                .flatMap(other -> other.contacts.stream())
                .filter(Mention::clear)
                .map(Mention::record)
                .distinct()
                .toList();
        boolean others = before.stream().anyMatch(other -> !other.strangers.isEmpty() || !other.people.isEmpty());
        return people.size() == 1 && !others ? Optional.of(people.getFirst()) : Optional.empty();
    }
}
