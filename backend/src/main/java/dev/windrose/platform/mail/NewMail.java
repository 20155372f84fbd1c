package dev.windrose.platform.mail;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.people.EmailAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written into the outbox.
 *
 * @param unsubscribe adds the header by which a reader's program ends such mail; for one recipient only
 * @param inReplyTo the Message-ID it answers, with its angle brackets
 * @param references Message-IDs of the thread, the oldest first
 * @param recordType with the id what it is about
 * @param files that go with it
 */
public record NewMail(
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String text,
        @Nullable String html,
        MailPurpose purpose,
        boolean unsubscribe,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String recordType,
        @Nullable UUID recordId,
        List<UUID> files) {

    static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,250}>");
    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_FILES = 20;
    private static final int LONGEST_TEXT = 500_000;

    public static NewMail personal(List<String> to, String subject, String text) {
        return new NewMail(
                to,
                List.of(),
                List.of(),
                subject,
                text,
                null,
                MailPurpose.PERSONAL,
                false,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    /** The same with addresses in their normal form; control characters nowhere, so that nobody writes headers of their own. */
    NewMail checked() {
        var violations = new Violations();
        var toNormal = addresses(to, "to", violations);
        var ccNormal = addresses(cc, "cc", violations);
        var bccNormal = addresses(bcc, "bcc", violations);
        int all = toNormal.size() + ccNormal.size() + bccNormal.size();
        if (toNormal.isEmpty()) {
            violations.add(CommonError.REQUIRED, "to", "Say to whom the mail goes.");
        } else if (all > MOST_RECIPIENTS) {
            violations.add(CommonError.TOO_LONG, "to", "A mail has at most 50 recipients.");
        } else if ((unsubscribe || purpose == MailPurpose.MARKETING) && all > 1) {
            violations.add(CommonError.BAD_VALUE, "to", "A mail that can be unsubscribed from goes to one recipient.");
        }
        String title = violations.text(subject, "subject", "The subject", 900);
        checkContent(violations);
        violations.throwIfAny();
        return new NewMail(
                toNormal,
                ccNormal,
                bccNormal,
                title,
                text,
                html,
                purpose,
                unsubscribe || purpose == MailPurpose.MARKETING,
                inReplyTo,
                references,
                recordType,
                recordId,
                files.stream().distinct().toList());
    }

    private void checkContent(Violations violations) {
        if (text.isBlank()) {
            violations.add(CommonError.REQUIRED, "text", "There is no text.");
        } else if (text.length() + (html == null ? 0 : html.length()) > LONGEST_TEXT) {
            violations.add(CommonError.TOO_LONG, "text", "A mail has at most 500,000 characters.");
        }
        if (inReplyTo != null && !MESSAGE_ID.matcher(inReplyTo).matches()
                || !references.stream().allMatch(id -> MESSAGE_ID.matcher(id).matches())) {
            violations.add(CommonError.BAD_VALUE, "in_reply_to", "A Message-ID is written <like@this>.");
        }
        if (files.size() > MOST_FILES) {
            violations.add(CommonError.TOO_LONG, "files", "A mail takes at most 20 files.");
        }
    }

    private static List<String> addresses(List<String> given, String field, Violations violations) {
        var all = new LinkedHashSet<String>();
        for (String one : given) {
            String normal = EmailAddress.normalise(one);
            if (!EmailAddress.valid(normal) || !normal.chars().allMatch(c -> c > 32 && c < 127)) {
                violations.add(
                        CommonError.BAD_VALUE,
                        field,
                        "\"%s\" is not a mail address.".formatted(one.replaceAll("\\p{Cntrl}", " ")));
            }
            all.add(normal);
        }
        return List.copyOf(all);
    }
}
