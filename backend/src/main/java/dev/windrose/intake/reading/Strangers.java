package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mail of a house that is neither ours nor the account's: what it says of the account is somebody else's word. */
final class Strangers {

    /** They say themselves that they belong there, or act for it. */
    private static final Pattern BELONGS = Pattern.compile(
            "\\b(?:here at|we at|us at|all of us at|i(?:'m| am| work| joined| have joined)?(?: now)? (?:with|at|for|from|of|joined)|"
                    + "on behalf of|for and on behalf|acting for|for|wir (?:bei|von)|bei|im (?:namen|auftrag) (?:von|der|des)|"
                    + "chez|au nom de|pour le compte de|en nombre de|de parte de|por cuenta de|em nome de|por conta de|per conto di|"
                    + "namens) (?:the |der |dem |den |la |le |el |o |a )?$");

    private Strangers() {}

    /** @param record what would be changed, or where it would be added */
    static boolean tell(Reading reading, Statement statement, @Nullable KnownRecord record) {
        var part = statement.part;
        boolean mail = part.kind() == Part.Kind.FORWARDED
                || part.kind() == Part.Kind.OWN
                        && reading.message.fromOutside()
                        && reading.message.channel().equals("email");
        var address = part.mail();
        if (!mail
                || record == null
                || record.id().startsWith(Reading.NEW)
                || address == null
                || part.contact() != null
                || FreeMail.is(address)) {
            return false;
        }
        var account = reading.companyOf(record).orElse(null);
        if (account == null || ours(reading, part) || belongs(reading, account)) {
            return false;
        }
        boolean placed = reading.of(account, "contact").stream().anyMatch(contact -> contact.text("email") != null);
        return placed && SenderCompany.of(reading.known, address).stream().noneMatch(account::sameAs);
    }

    private static boolean ours(Reading reading, Part part) {
        var author = reading.message.author();
        var writer = part.writer();
        if (writer == null || writer.isBlank()) {
            return false;
        }
        var key = NameEntry.key(writer);
        return author != null && NameEntry.key(author.name()).equals(key)
                || reading.known.people().stream()
                        .anyMatch(person -> NameEntry.key(person.name()).equals(key));
    }

    /** The account's name stands in the signature, or behind words such as "we at". */
    private static boolean belongs(Reading reading, KnownRecord account) {
        var first = NameEntry.words(account.name()).getFirst();
        return reading.parts.stream().anyMatch(part -> {
            var text = Fold.inPlace(part.span().of(reading.text()));
            if (part.kind() == Part.Kind.SIGNATURE) {
                return text.contains(first);
            }
            int at = part.readable() ? text.indexOf(first) : -1;
            while (at >= 0) {
                if (BELONGS.matcher(text.substring(Math.max(0, at - 40), at)).find()) {
                    return true;
                }
                at = text.indexOf(first, at + 1);
            }
            return false;
        });
    }
}
