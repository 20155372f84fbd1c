package dev.windrose.integrations;

import dev.windrose.platform.mail.OutboundMails;
import dev.windrose.platform.people.People;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is not handed to intake, and why. */
@Component
class ExcludeMessages {

    private final Untracked untracked;
    private final OutboundMails mails;
    private final ReceivedMessageStore store;
    private final People people;
    private final ConnectionStore connections;

    ExcludeMessages(
            Untracked untracked,
            OutboundMails mails,
            ReceivedMessageStore store,
            People people,
            ConnectionStore connections) {
        this.connections = connections;
        this.untracked = untracked;
        this.mails = mails;
        this.store = store;
        this.people = people;
    }

    /** @param reason a word, for counts */
    record Exclusion(String reason, String sentence) {}

    /** Whether a message will be left out; nothing is noted by it. */
    boolean holds(ReceivedMessage message, ParsedMessage parsed) {
        return parsed.kind() == ParsedMessage.Kind.BOUNCE || of(message, parsed).isPresent();
    }

    Optional<Exclusion> of(ReceivedMessage message, ParsedMessage parsed) {
        if (untracked.holdsAny(parsed.participants())) {
            return found("do_not_track", "Somebody in it is on the do-not-track list. Nothing of it is kept.");
        }
        if (parsed.kind() == ParsedMessage.Kind.BOUNCE) {
            return found("bounce", bounced(parsed));
        }
        if (message.wanted()) {
            return Optional.empty();
        }
        if (ofNobodyKnown(message, parsed)) {
            return found(
                    "writer_unknown",
                    "It is private, and who wrote it is not known here. Say at the connection who that is, for what comes from now on.");
        }
        if (parsed.kind() == ParsedMessage.Kind.SPAM) {
            return found("spam", "A field was filled in that people do not see.");
        }
        if (parsed.kind() == ParsedMessage.Kind.AUTO_REPLY) {
            return found("auto_reply", "A program answered, not a person.");
        }
        if (parsed.kind() == ParsedMessage.Kind.NOTICE) {
            return found("notice", Objects.requireNonNullElse(parsed.remark(), "Nobody wrote this."));
        }
        String id = parsed.messageId();
        if (id != null && !mails.withMessageIds(List.of(id)).isEmpty()) {
            return found("own_mail", "We sent this ourselves.");
        }
        if (id != null && store.knownElsewhere(message.id(), id, message.shared())) {
            return found("known", "The same message came through another source.");
        }
        if (parsed.text().isBlank() && parsed.attachments().isEmpty()) {
            String more = parsed.remark() == null ? "" : " " + parsed.remark();
            return found("empty", "There is no text in it." + more);
        }
        return amongOurselves(parsed) ? found("internal", "Only employees took part.") : Optional.empty();
    }

    /** Nobody would ever see it. */
    private boolean ofNobodyKnown(ReceivedMessage message, ParsedMessage parsed) {
        return !message.shared()
                && parsed.participants().isEmpty()
                && connections.find(message.connection()).map(Connection::owner).isEmpty();
    }

    private String bounced(ParsedMessage parsed) {
        var bounce = parsed.bounce();
        boolean ours = bounce != null
                && bounce.messageId() != null
                && mails.bounced(bounce.messageId(), bounce.address(), bounce.forGood(), bounce.reason());
        return ours ? "Mail of ours came back." : "Mail came back that was not sent from here.";
    }

    private boolean amongOurselves(ParsedMessage parsed) {
        return parsed.channel().equals("email")
                && parsed.participants().size() > 1
                && parsed.participants().stream()
                        .allMatch(address -> people.findByEmail(address).isPresent());
    }

    private static Optional<Exclusion> found(String reason, String sentence) {
        return Optional.of(new Exclusion(reason, sentence));
    }
}
