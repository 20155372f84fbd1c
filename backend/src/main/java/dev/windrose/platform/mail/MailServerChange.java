package dev.windrose.platform.mail;

import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.people.EmailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param password null keeps the one there is */
public record MailServerChange(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String security,
        @Nullable String userName,
        @Nullable Secret password,
        @Nullable String fromAddress,
        @Nullable String fromName,
        @Nullable String replyTo) {

    MailServer checked(@Nullable UUID credential) {
        var violations = new Violations();
        String where = violations.text(host, "host", "The host", 255);
        String from = violations.text(fromAddress, "from_address", "The sender's address", 254);
        if (!from.isEmpty() && !EmailAddress.valid(EmailAddress.normalise(from))) {
            violations.add(CommonError.BAD_VALUE, "from_address", "The sender is a mail address.");
        }
        var way = Security.of(security == null ? "starttls" : security);
        if (way.isEmpty()) {
            violations.add(CommonError.BAD_VALUE, "security", "The security is one of none, starttls, tls.");
        }
        int number = port == null ? 587 : port;
        if (number < 1 || number > 65535) {
            violations.add(CommonError.BAD_VALUE, "port", "A port is a number from 1 to 65535.");
        }
        String name = optional(fromName, "from_name", "The sender's name", violations);
        String reply = optional(replyTo, "reply_to", "The address for answers", violations);
        if (reply != null && !EmailAddress.valid(EmailAddress.normalise(reply))) {
            violations.add(CommonError.BAD_VALUE, "reply_to", "Answers go to a mail address.");
        }
        String user = optional(userName, "user_name", "The user name", violations);
        violations.throwIfAny();
        return new MailServer(
                where, number, way.orElseThrow(), user, user == null ? null : credential, from, name, reply);
    }

    private static @Nullable String optional(
            @Nullable String value, String field, String label, Violations violations) {
        return value == null || value.isBlank() ? null : violations.text(value, field, label, 254);
    }
}
