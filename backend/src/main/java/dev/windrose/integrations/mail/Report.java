package dev.windrose.integrations.mail;

import dev.windrose.integrations.ParsedMessage.Bounce;
import dev.windrose.platform.people.EmailAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A report that mail did not arrive (RFC 3464): its status part, and the head of what came back. */
final class Report {

    private static final Pattern RECIPIENT = field("(?:Final|Original)-Recipient");
    private static final Pattern ACTION = field("Action");
    private static final Pattern STATUS = field("Status");
    private static final Pattern SAID = field("Diagnostic-Code");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>\\s]+>)");

    /** What a server says of it is a sentence or two; some send pages. */
    private static final int LONGEST = 500;

    private Report() {}

    private static Pattern field(String name) {
        // Nothing is given back once taken, so that a field of thousands of lines needs no stack.
        return Pattern.compile("(?im)^" + name + ":[ \\t]*+(.*+(?:\\r?\\n[ \\t].*+)*+)");
    }

    static Bounce of(String status, String returned, List<String> answers) {
        String recipient = first(RECIPIENT, status);
        String address =
                recipient == null ? null : EmailAddress.normalise(recipient.substring(recipient.indexOf(';') + 1));
        String code = first(STATUS, status);
        String action = first(ACTION, status);
        String said = first(SAID, status);
        Matcher id = MESSAGE_ID.matcher(returned);
        String messageId = id.find() ? id.group(1) : answers.isEmpty() ? null : answers.getLast();
        boolean forGood = code != null && code.startsWith("5") && !"delayed".equalsIgnoreCase(action);
        return new Bounce(messageId, address, forGood, said == null ? "The mail came back: " + code : shortened(said));
    }

    private static String shortened(String said) {
        return said.length() > LONGEST ? said.substring(0, LONGEST - 1) + "…" : said;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1).replaceAll("\\s+", " ").strip() : null;
    }
}
