package dev.windrose.integrations;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, whatever it came as.
 *
 * @param channel as intake names it: email, slack, web_form, api
 * @param messageId by which the same message is known elsewhere
 * @param thread what holds a conversation together
 * @param text what intake reads
 * @param answers ids of messages it answers
 * @param bounce set where it says that mail did not arrive
 * @param meeting set where it invites to one, moves it or calls it off
 * @param about the record that an alert is about
 * @param remark what the ledger says beside it: why a notice is left out, or what of a message stays where it was
 */
public record ParsedMessage(
        Kind kind,
        String channel,
        @Nullable String messageId,
        @Nullable String thread,
        List<String> answers,
        @Nullable String subject,
        @Nullable Party sender,
        List<Party> others,
        String text,
        List<Attachment> attachments,
        @Nullable Bounce bounce,
        @Nullable Meeting meeting,
        @Nullable About about,
        @Nullable String remark) {

    /** What sort of message it is. */
    public enum Kind {
        MESSAGE,
        INVITATION,
        AUTO_REPLY,
        BOUNCE,
        SPAM,
        /** What a source itself tells, such as that somebody joined; nobody wrote it. */
        NOTICE,
        /** About a record that needs somebody, told by the product itself. */
        ALERT
    }

    /** Somebody with an address, in lower case, or a name alone. */
    public record Party(String address, @Nullable String name) {}

    public record Attachment(String name, byte[] content) {}

    /** @param forGood whether the address takes no mail at all */
    public record Bounce(
            @Nullable String messageId, @Nullable String address, boolean forGood, String reason) {}

    /**
     * A meeting in a calendar (RFC 5545).
     *
     * @param id by which every message about it names it
     * @param zone of its begin; null where it is the workspace's, or where it is a whole day
     * @param people addresses of those invited and of the one who invites
     */
    public record Meeting(
            String id,
            boolean calledOff,
            String title,
            LocalDateTime begin,
            @Nullable ZoneId zone,
            boolean wholeDay,
            List<String> people) {}

    public record About(String recordType, String recordId) {}

    public static ParsedMessage alert(String subject, String text, About about) {
        return new ParsedMessage(
                Kind.ALERT,
                "api",
                null,
                null,
                List.of(),
                subject,
                null,
                List.of(),
                text,
                List.of(),
                null,
                null,
                about,
                null);
    }

    public static ParsedMessage plain(String channel, @Nullable String subject, @Nullable Party sender, String text) {
        return new ParsedMessage(
                Kind.MESSAGE,
                channel,
                null,
                null,
                List.of(),
                subject,
                sender,
                List.of(),
                text,
                List.of(),
                null,
                null,
                null,
                null);
    }

    /** The same, known to be of another sort. */
    public ParsedMessage as(Kind other) {
        return new ParsedMessage(
                other,
                channel,
                messageId,
                thread,
                answers,
                subject,
                sender,
                others,
                text,
                attachments,
                bounce,
                meeting,
                about,
                remark);
    }

    /** The same, with something to say beside it. */
    public ParsedMessage saying(@Nullable String beside) {
        return new ParsedMessage(
                kind,
                channel,
                messageId,
                thread,
                answers,
                subject,
                sender,
                others,
                text,
                attachments,
                bounce,
                meeting,
                about,
                beside);
    }

    /** The same, by somebody who is known by now. */
    public ParsedMessage from(Party writer) {
        return by(writer, others, text);
    }

    ParsedMessage in(@Nullable String other) {
        return new ParsedMessage(
                kind,
                channel,
                messageId,
                other,
                answers,
                subject,
                sender,
                others,
                text,
                attachments,
                bounce,
                meeting,
                about,
                remark);
    }

    ParsedMessage by(@Nullable Party writer, List<Party> readers, String words) {
        return new ParsedMessage(
                kind,
                channel,
                messageId,
                thread,
                answers,
                subject,
                writer,
                readers,
                words,
                attachments,
                bounce,
                meeting,
                about,
                remark);
    }

    public Set<String> participants() {
        var all = new TreeSet<String>();
        if (sender != null) {
            all.add(sender.address());
        }
        others.forEach(other -> all.add(other.address()));
        return all;
    }
}
