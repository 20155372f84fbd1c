package dev.windrose.integrations.mail;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.RawMessage;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Reads the folders of one box from where it was left. Messages are known by their content, so a server that numbers a folder anew (another
 * UIDVALIDITY), or a mail that moves to another folder, brings nothing in twice.
 */
final class ReadBox {

    private static final int BATCH = 20;
    private static final int LARGEST = 25 << 20;
    /** Bytes of mail in memory at once, but for one large mail. */
    private static final long HELD = 8L << 20;

    private static final String MESSAGE_ID = "Message-ID";
    private static final int COUNTED_DAYS = 14;
    private static final Duration WATCH = Duration.ofSeconds(50);
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Connection connection;
    private final Connector.Take take;
    private final Clock clock;
    private final Map<String, Object> checkpoint;
    /** By folder, in the order in which they are read: when each mail came, by what the mail is known by. */
    private final Map<String, Map<String, Instant>> counts = new LinkedHashMap<>();

    ReadBox(Connection connection, Connector.Take take, Clock clock) {
        this.connection = connection;
        this.take = take;
        this.clock = clock;
        this.checkpoint = new HashMap<>(connection.checkpoint());
    }

    /** Where a folder was left. */
    private record Place(long validity, long uid) {

        static Place of(Object kept) {
            return kept instanceof Map<?, ?> map
                            && map.get("validity") instanceof Number validity
                            && map.get("uid") instanceof Number uid
                    ? new Place(validity.longValue(), uid.longValue())
                    : new Place(-1, 0);
        }

        Map<String, Object> json() {
            return Map.of("validity", validity, "uid", uid);
        }
    }

    /** @return whether everything was read; false where there is no room for more now */
    boolean read(IMAPFolder folder) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        var left = Place.of(checkpoint.getOrDefault(folder.getFullName(), Map.of()));
        boolean fresh = left.validity() == folder.getUIDValidity();
        var wanted = fresh ? after(folder, left.uid()) : window(folder);
        boolean room = true;
        for (int from = 0; room && from < wanted.size(); from += BATCH) {
            room = hand(folder, wanted.subList(from, Math.min(wanted.size(), from + BATCH)), fresh);
        }
        if (room && !fresh && wanted.isEmpty()) {
            note(folder, Math.max(0, folder.getUIDNext() - 1));
            take.messages(List.of(), checkpoint);
        }
        if (room) {
            counts.put(folder.getFullName(), counted(folder));
        }
        return room;
    }

    /**
     * Says what the box itself has, once every folder is read. A mail that lies in several folders is one. Where they say different times, that of
     * the folder it was read from first counts, as in the ledger.
     */
    void announce() {
        var mails = new HashMap<String, Instant>();
        counts.values().forEach(folder -> folder.forEach(mails::putIfAbsent));
        take.announced(List.copyOf(mails.values()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Waits until the server tells of something new, then reads it. Looks by itself now and then: what is told just before the wait is not heard. */
    void waitForNews(IMAPFolder folder) throws MessagingException {
        var end = clock.instant().plus(WATCH);
        while (clock.instant().isBefore(end)) {
            if (folder.isOpen()) {
                folder.close(false);
            }
            if (!read(folder)) {
                return;
            }
            announce();
            var alarm = Thread.ofVirtual().start(() -> wake(folder));
            try {
                folder.idle(true);
            } finally {
                alarm.interrupt();
            }
        }
        take.waited();
    }

    /** Any other command ends the wait. */
    private static void wake(IMAPFolder folder) {
        try {
            Thread.sleep(LOOK);
            folder.getMessageCount();
        } catch (InterruptedException | MessagingException over) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Message> after(IMAPFolder folder, long uid) throws MessagingException {
        var found = new ArrayList<Message>();
        for (var message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            // A server answers with its last message where there is none after the number.
            if (message != null && folder.getUID(message) > uid) {
                found.add(message);
            }
        }
        return found;
    }

    /** The newest first would leave the place to go on from in the middle; so the oldest first. */
    private List<Message> window(IMAPFolder folder) throws MessagingException {
        var since = clock.instant().minus(connection.number("back_fill_days", 30), ChronoUnit.DAYS);
        var found = new ArrayList<>(
                Arrays.asList(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)))));
        Collections.sort(found, java.util.Comparator.comparingInt(Message::getMessageNumber));
        return found;
    }

    private boolean hand(IMAPFolder folder, List<Message> messages, boolean fresh) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages.toArray(Message[]::new), profile);
        var raws = new ArrayList<RawMessage>();
        long bytes = 0;
        boolean room = true;
        for (var message : messages) {
            try {
                var raw = raw((IMAPMessage) message, fresh ? RawMessage.FRESH : RawMessage.OLD);
                raws.add(raw);
                bytes += raw.content().length;
            } catch (MessageRemovedException gone) {
                // Somebody deleted it meanwhile.
            }
            note(folder, folder.getUID(message));
            if (bytes > HELD) {
                room = take.messages(List.copyOf(raws), checkpoint);
                raws.clear();
                bytes = 0;
            }
            if (!room) {
                return false;
            }
        }
        return take.messages(raws, checkpoint);
    }

    private void note(IMAPFolder folder, long uid) throws MessagingException {
        checkpoint.put(folder.getFullName(), new Place(folder.getUIDValidity(), uid).json());
    }

    private RawMessage raw(IMAPMessage message, int priority) throws MessagingException {
        message.setPeek(true);
        var out = new ByteArrayOutputStream();
        boolean large = message.getSize() > LARGEST;
        try {
            if (large) {
                message.getAllHeaderLines()
                        .asIterator()
                        .forEachRemaining(
                                line -> out.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            } else {
                message.writeTo(out);
            }
        } catch (IOException e) {
            throw new MessagingException("The mail broke off.", e);
        }
        var received = message.getReceivedDate();
        return new RawMessage(
                RawMessage.idOf(out.toByteArray()),
                received == null ? clock.instant() : received.toInstant(),
                large ? ImapConnector.TOO_LARGE : "message/rfc822",
                out.toByteArray(),
                priority);
    }

    /** Of the days that lie wholly within the window. */
    private Map<String, Instant> counted(IMAPFolder folder) throws MessagingException {
        int days = Math.min(COUNTED_DAYS, connection.number("back_fill_days", 30) - 1);
        if (days < 1) {
            return Map.of();
        }
        var start = connection.createdAt().minus(connection.number("back_fill_days", 30) - 1L, ChronoUnit.DAYS);
        var since = clock.instant().minus(days, ChronoUnit.DAYS);
        var from = since.isBefore(start) ? start : since;
        var found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(from)));
        boolean alone = connection.texts("folders").size() == 1;
        var profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        if (!alone) {
            profile.add(MESSAGE_ID);
            profile.add(FetchProfile.Item.SIZE);
        }
        folder.fetch(found, profile);
        var received = new HashMap<String, Instant>();
        for (var message : found) {
            if (message.getReceivedDate() != null) {
                String mail = alone ? String.valueOf(message.getMessageNumber()) : name(message);
                received.merge(mail, message.getReceivedDate().toInstant(), ReadBox::earlier);
            }
        }
        return received;
    }

    /** By what a mail is known in every folder it lies in. */
    private static String name(Message message) throws MessagingException {
        String[] ids = message.getHeader(MESSAGE_ID);
        return ids == null || ids.length == 0
                ? message.getSize() + " " + message.getReceivedDate().toInstant()
                : ids[0].strip();
    }
}
