package dev.windrose.intake.reading;

import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Money;
import java.util.List;
import java.util.regex.Pattern;

/** "Signs 19 May. Hang on, misread: 12 May": the value that is put right takes the place of the one before, and the rest of it stands. */
final class MendedValues {

    private static final Pattern MENDS = Pattern.compile(
            "^\\W*(?:(?:oh|ah|ach|hm+|um+|uh|euh|er|ok|well|and|so|but|und|et|y|e)[,. ]+)*(?:sorry|ups|oops|whoops|wait|no|nope|nah|"
                    + "actually|hang on|hold on|my bad|my mistake|correction|correcting|edit|scratch that|make that|i mean|i meant|"
                    + "meant|typo|misread|misheard|misspoke|should be|should read|rather|"
                    + "nein|quatsch|moment|halt|stopp|falsch|korrektur|korrigiere|verlesen|verhort|vertippt|ich meine|ich meinte|sollte|"
                    + "non|pardon|erreur|je corrige|je voulais dire|je me suis trompee?|plutot|"
                    + "perdon|no|digo|quise decir|corrijo|correccion|me equivoque|mejor dicho|"
                    + "nao|desculpa|desculpe|opa|ops|quis dizer|corrijo|correcao|errei|alias|melhor dizendo|"
                    + "scusa|scusate|anzi|volevo dire|correggo|sorry)\\b");
    private static final int SHORT = 80;

    private MendedValues() {}

    static void set(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (int i = 1; i < reading.statements.size(); i++) {
            var statement = reading.statements.get(i);
            boolean mends = statement.part.kind() == Part.Kind.OWN
                    && statement.raw.length() < SHORT
                    && statement.has(MENDS)
                    && statement.companies.isEmpty()
                    && statement.products.isEmpty();
            if (mends && mend(reading.statements, i)) {
                statement.modes.add(Mode.OFF_RECORD);
            }
        }
    }

    private static boolean mend(List<Statement> statements, int at) {
        var statement = statements.get(at);
        var before = statements.get(at - 1);
        if (before.part != statement.part) {
            return false;
        }
        boolean date = statement.dates.size() == 1 && statement.moneys.isEmpty() && !before.dates.isEmpty();
        boolean money = statement.moneys.size() == 1 && statement.dates.isEmpty() && !before.moneys.isEmpty();
        if (date && DateRoles.of(statement, statement.dates.getFirst()) == DateRoles.Role.NONE) {
            var right = statement.dates.removeFirst();
            var wrong = before.dates.removeLast();
            before.dates.add(new FoundDate(wrong.span(), right.date(), right.past(), right.period(), right.stretch()));
        } else if (money) {
            var right = statement.moneys.removeFirst();
            var wrong = before.moneys.removeLast();
            var currency = right.currency() == null ? wrong.currency() : right.currency();
            before.moneys.add(new Money(wrong.span(), right.amount(), currency, right.range()));
        } else {
            return false;
        }
        return true;
    }
}
