package dev.windrose.integrations.mail;

import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.ParsedMessage.Bounce;
import dev.windrose.integrations.ParsedMessage.Kind;
import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail says (RFC 5322, MIME), however badly it is written. */
final class ParseMail {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Session SESSION = Session.getInstance(properties());

    private ParseMail() {}

    private static Properties properties() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        properties.put("mail.mime.decodetext.strict", "false");
        properties.put("mail.mime.base64.ignoreerrors", "true");
        properties.put("mail.mime.parameters.strict", "false");
        return properties;
    }

    static ParsedMessage of(byte[] raw) {
        try {
            return parsed(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (MessagingException | IOException e) {
            throw new AppException(ConnectionError.UNREADABLE_MESSAGE, "This is not a mail that can be read.");
        }
    }

    /** When it says it was written. */
    static Optional<Instant> sent(byte[] raw) {
        try {
            var date = new MimeMessage(SESSION, new ByteArrayInputStream(raw)).getSentDate();
            return Optional.ofNullable(date).map(Date::toInstant);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static ParsedMessage parsed(MimeMessage mail) throws MessagingException, IOException {
        var from = parties(mail, "From");
        var sender = from.isEmpty() ? null : from.getFirst();
        var others = new LinkedHashSet<Party>();
        for (String header : List.of("To", "Cc", "Bcc", "Delivered-To", "X-Original-To")) {
            others.addAll(parties(mail, header));
        }
        var parts = MailParts.of(mail);
        String messageId = ids(mail, "Message-ID").stream().findFirst().orElse(null);
        var answers = new ArrayList<>(ids(mail, "References"));
        ids(mail, "In-Reply-To").stream().filter(id -> !answers.contains(id)).forEach(answers::add);
        String subject = decoded(mail.getHeader("Subject", null));
        var bounce = parts.status().isEmpty() ? null : Report.of(parts.status(), parts.returned(), answers);
        var kind = kind(mail, parts, bounce);
        return new ParsedMessage(
                kind,
                "email",
                messageId,
                answers.isEmpty() ? messageId : answers.getFirst(),
                List.copyOf(answers),
                subject,
                sender,
                List.copyOf(others),
                text(sender, subject, parts),
                parts.attachments(),
                bounce,
                parts.meeting(),
                null,
                null);
    }

    private static Kind kind(MimeMessage mail, MailParts parts, @Nullable Bounce bounce) throws MessagingException {
        if (bounce != null) {
            return Kind.BOUNCE;
        }
        String automatic = header(mail, "Auto-Submitted");
        boolean answered = automatic.startsWith("auto-replied")
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || header(mail, "Precedence").equals("auto_reply");
        if (answered) {
            return Kind.AUTO_REPLY;
        }
        return parts.invitation().isEmpty() ? Kind.MESSAGE : Kind.INVITATION;
    }

    /** As people paste mail: who, about what, then the words. */
    private static String text(@Nullable Party sender, @Nullable String subject, MailParts parts) {
        String words = (parts.text() + "\n\n" + parts.invitation()).strip();
        if (words.isEmpty() && subject == null) {
            return "";
        }
        var head = new StringBuilder();
        if (sender != null) {
            head.append("From: ")
                    .append(sender.name() == null ? sender.address() : sender.name() + " <" + sender.address() + ">")
                    .append('\n');
        }
        if (subject != null) {
            head.append("Subject: ").append(subject).append('\n');
        }
        return head + "\n" + words;
    }

    private static Set<Party> partiesOf(InternetAddress[] addresses) {
        var parties = new LinkedHashSet<Party>();
        for (var address : addresses) {
            if (address.getAddress() != null && !address.isGroup()) {
                String normal = EmailAddress.normalise(address.getAddress());
                if (EmailAddress.valid(normal)) {
                    String name = address.getPersonal();
                    parties.add(new Party(normal, name == null || name.isBlank() ? null : name.strip()));
                }
            }
        }
        return parties;
    }

    private static List<Party> parties(MimeMessage mail, String header) throws MessagingException {
        String written = mail.getHeader(header, ",");
        if (written == null) {
            return List.of();
        }
        try {
            return List.copyOf(partiesOf(InternetAddress.parseHeader(written, false)));
        } catch (AddressException broken) {
            return List.of();
        }
    }

    private static List<String> ids(MimeMessage mail, String header) throws MessagingException {
        String written = mail.getHeader(header, " ");
        return written == null
                ? List.of()
                : MESSAGE_ID
                        .matcher(written)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList();
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String decoded(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String unfolded = MimeUtility.unfold(header);
        try {
            return MimeUtility.decodeText(unfolded)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
        } catch (UnsupportedEncodingException e) {
            return unfolded.strip();
        }
    }
}
