package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Emails;
import java.util.Objects;

/** A mail by somebody from elsewhere: what it tells of an account's people is not believed. */
final class NotTheirs {

    private NotTheirs() {}

    static boolean of(Reading reading, KnownRecord company) {
        if (!reading.message.fromOutside()
                || !reading.message.channel().equals("email")
                || company.id().startsWith(Reading.NEW)
                || reading.parts.stream().anyMatch(part -> part.contact() != null)) {
            return false;
        }
        var mails = reading.parts.stream()
                .filter(part -> part.kind() == Part.Kind.OWN || part.kind() == Part.Kind.HEADER)
                .map(Part::mail)
                .filter(Objects::nonNull)
                .filter(mail -> !FreeMail.is(mail) && !Emails.domain(mail).isBlank())
                .distinct()
                .toList();
        return !mails.isEmpty()
                && mails.stream().noneMatch(mail -> SenderCompany.of(reading.known, mail).stream()
                        .anyMatch(account -> account.sameAs(company)));
    }
}
