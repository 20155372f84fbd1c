package dev.windrose.integrations.mail;

import dev.windrose.integrations.ParsedMessage.Attachment;
import dev.windrose.integrations.ParsedMessage.Meeting;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mail by what they are for.
 *
 * @param status of a delivery report
 * @param returned the head of the mail that a report is about
 */
record MailParts(
        String text,
        String invitation,
        @Nullable Meeting meeting,
        String status,
        String returned,
        List<Attachment> attachments) {

    private static final int DEEPEST = 12;
    private static final int MOST_ATTACHMENTS = 50;

    static MailParts of(Part mail) throws MessagingException, IOException {
        var reading = new Reading();
        reading.read(mail, 0);
        String plain = reading.plain.toString().strip();
        return new MailParts(
                plain.isEmpty() ? PlainText.ofHtml(reading.html.toString()) : plain,
                reading.invitation,
                reading.meeting,
                reading.status,
                reading.returned,
                List.copyOf(reading.attachments));
    }

    private static final class Reading {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();
        private String invitation = "";
        private @Nullable Meeting meeting;
        private String status = "";
        private String returned = "";

        void read(Part part, int depth) throws MessagingException, IOException {
            String type = type(part);
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
            if (type.startsWith("multipart/") && depth < DEEPEST) {
                readAll(part, depth);
            } else if (type.equals("message/delivery-status")) {
                status = new String(bytes(part), StandardCharsets.UTF_8);
            } else if (!status.isEmpty() && (type.equals("message/rfc822") || type.equals("text/rfc822-headers"))) {
                returned = new String(bytes(part), StandardCharsets.UTF_8);
            } else if (type.equals("text/calendar")) {
                String calendar = words(part);
                invitation = Invitation.of(calendar).orElse("");
                meeting = CalendarMeeting.of(calendar).orElse(null);
            } else if (type.equals("text/plain") && !attached) {
                plain.append(words(part)).append('\n');
            } else if (type.equals("text/html") && !attached) {
                html.append(words(part)).append('\n');
            } else {
                attach(part, type, attached);
            }
        }

        /** A part that calls itself many and is not is read as words. */
        private void readAll(Part part, int depth) throws MessagingException, IOException {
            Multipart many;
            try {
                many = part.getContent() instanceof Multipart known
                        ? known
                        : new MimeMultipart(new ByteArrayDataSource(bytes(part), part.getContentType()));
                for (int at = 0; at < many.getCount(); at++) {
                    read(many.getBodyPart(at), depth + 1);
                }
            } catch (MessagingException broken) {
                plain.append(new String(bytes(part), StandardCharsets.UTF_8)).append('\n');
            }
        }

        /** Pictures inside of a text belong to its looks. */
        private void attach(Part part, String type, boolean attached) throws MessagingException, IOException {
            String name = ParseMail.decoded(name(part));
            boolean decoration = type.startsWith("image/") && !attached;
            if (decoration || attachments.size() >= MOST_ATTACHMENTS || name == null && !attached) {
                return;
            }
            byte[] content = bytes(part);
            if (content.length > 0) {
                attachments.add(new Attachment(name == null ? "attachment" : name, content));
            }
        }

        private static String words(Part part) throws MessagingException, IOException {
            return PlainText.of(bytes(part), charset(part));
        }

        private static byte[] bytes(Part part) throws MessagingException, IOException {
            try (var in = part.getInputStream()) {
                return in.readAllBytes();
            } catch (IOException badlyEncoded) {
                var out = new ByteArrayOutputStream();
                part.writeTo(out);
                return out.toByteArray();
            }
        }

        private static String type(Part part) throws MessagingException {
            try {
                return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            } catch (ParseException e) {
                return "text/plain";
            }
        }

        private static @Nullable String charset(Part part) throws MessagingException {
            try {
                return new ContentType(part.getContentType()).getParameter("charset");
            } catch (ParseException e) {
                return null;
            }
        }

        private static @Nullable String disposition(Part part) {
            try {
                return part.getDisposition();
            } catch (MessagingException e) {
                return null;
            }
        }

        private static @Nullable String name(Part part) {
            try {
                return part.getFileName();
            } catch (MessagingException e) {
                return null;
            }
        }
    }
}
