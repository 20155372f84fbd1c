package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Fold;
import java.util.Locale;

/** What stands beside a first name and says which of several people it is. */
final class Described {

    private Described() {}

    /** "Thomas at the hotel": a word of the account's name stands in the sentence. */
    static boolean housed(KnownRecord contact, Statement statement) {
        var said = " " + Fold.words(statement.folded) + " ";
        return NameEntry.words(contact.textOr("company", "")).stream()
                .anyMatch(word -> word.length() > 3 && said.contains(" " + word + " "));
    }

    /** "Anna from IT", "Anna (purchasing)": a word of the title stands right behind the name. */
    static boolean titled(Reading reading, KnownRecord contact, Mention found, Statement statement) {
        var after = reading.text()
                .substring(
                        found.span().end(),
                        Math.min(statement.span().end(), found.span().end() + 32));
        var before = reading.text()
                .substring(
                        Math.max(statement.span().start(), found.span().start() - 26),
                        found.span().start());
        for (var word : contact.textOr("title", "").split("[^\\p{L}]+")) {
            boolean acronym = word.length() > 1 && word.length() < 4 && word.equals(word.toUpperCase(Locale.ROOT));
            var around = before + "|" + after;
            if (acronym && around.matches("(?s).*\\b" + word + "\\b.*")) {
                return true;
            }
            var folded = Fold.words(word);
            if (word.length() > 4 && Fold.inPlace(around).contains(folded.substring(0, Math.min(folded.length(), 7)))) {
                return true;
            }
        }
        return false;
    }
}
