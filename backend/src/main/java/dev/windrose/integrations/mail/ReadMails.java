package dev.windrose.integrations.mail;

import dev.windrose.intake.DroppedFile;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.Untracked;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails that somebody hands in as files. */
@Component
public class ReadMails {

    private final People people;
    private final Untracked untracked;

    ReadMails(People people, Untracked untracked) {
        this.people = people;
        this.untracked = untracked;
    }

    /** @throws AppException for what is no mail */
    public static ParsedMessage parsed(byte[] mail) {
        return ParseMail.of(mail);
    }

    /** A mail that cannot be read, that a program wrote, or of which nothing may be kept, says so. */
    public DroppedFile.Message one(byte[] mail, ZoneId zone) {
        try {
            return message(ParseMail.of(mail), sent(mail, zone));
        } catch (AppException e) {
            return left("Mail", String.valueOf(e.getMessage()));
        }
    }

    private DroppedFile.Message message(ParsedMessage parsed, @Nullable OffsetDateTime sent) {
        if (untracked.holdsAny(parsed.participants())) {
            return left("Mail", "Somebody in it is on the do-not-track list. Nothing of it is read.");
        }
        String title = Objects.requireNonNullElse(parsed.subject(), "Mail without subject");
        return switch (parsed.kind()) {
            case BOUNCE -> left(title, "This mail says that another did not arrive.");
            case AUTO_REPLY -> left(title, "A program answered, not a person.");
            case MESSAGE, INVITATION, SPAM, NOTICE, ALERT -> {
                var sender = Optional.ofNullable(parsed.sender()).map(ParsedMessage.Party::address);
                yield parsed.text().isBlank()
                        ? left(title, "There is no text in this mail.")
                        : new DroppedFile.Message(
                                title,
                                "email",
                                sender.orElse(null),
                                sender.flatMap(people::findByEmail)
                                        .filter(Person::active)
                                        .map(Person::email)
                                        .orElse(null),
                                sent,
                                parsed.text(),
                                false,
                                parsed.attachments().stream()
                                        .map(one -> new DroppedFile.Enclosed(one.name(), one.content()))
                                        .toList(),
                                null);
            }
        };
    }

    private static @Nullable OffsetDateTime sent(byte[] mail, ZoneId zone) {
        return ParseMail.sent(mail)
                .map(at -> at.atZone(zone).toOffsetDateTime())
                .orElse(null);
    }

    private static DroppedFile.Message left(String title, String why) {
        return new DroppedFile.Message(title, "email", null, null, null, "", false, List.of(), why);
    }
}
