package dev.windrose.integrations;

import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.platform.mail.OutboundMail;
import dev.windrose.platform.mail.OutboundMails;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose message it is, under whatever address, and to which thread it belongs, however little it says of that. */
@Component
class PlaceMessage {

    private final Aliases aliases;
    private final OutboundMails mails;
    private final ReceivedMessageStore store;

    PlaceMessage(Aliases aliases, OutboundMails mails, ReceivedMessageStore store) {
        this.aliases = aliases;
        this.mails = mails;
        this.store = store;
    }

    ParsedMessage of(ParsedMessage parsed) {
        return byKnown(parsed).in(thread(parsed));
    }

    /** The thread of a message that it answers; else that of our own mail; else as it says itself. */
    private @Nullable String thread(ParsedMessage parsed) {
        if (parsed.answers().isEmpty()) {
            return parsed.thread();
        }
        return store.threadOf(parsed.answers())
                .or(() -> mails.withMessageIds(parsed.answers()).stream()
                        .findFirst()
                        .map(PlaceMessage::root))
                .orElse(parsed.thread());
    }

    private static String root(OutboundMail mail) {
        String answered = mail.inReplyTo();
        return !mail.references().isEmpty()
                ? mail.references().getFirst()
                : answered == null ? mail.messageId() : answered;
    }

    private ParsedMessage byKnown(ParsedMessage parsed) {
        var known = aliases.known(parsed.participants());
        if (known.isEmpty()) {
            return parsed;
        }
        var sender = parsed.sender();
        String text = parsed.text();
        if (sender != null && known.containsKey(sender.address())) {
            int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            String head = text.substring(0, end).replace(sender.address(), known.get(sender.address()));
            text = head + text.substring(end);
        }
        List<Party> others = parsed.others().stream()
                .map(party -> known(party, known))
                .distinct()
                .toList();
        return parsed.by(sender == null ? null : known(sender, known), others, text);
    }

    private static Party known(Party party, Map<String, String> known) {
        return new Party(known.getOrDefault(party.address(), party.address()), party.name());
    }
}
