package dev.windrose.platform.mail;

import dev.windrose.platform.mail.MailFiles.MailFile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail as it travels. Everything in headers was checked when it was written and is encoded by the library. */
final class ComposeMail {

    private static final String UTF_8 = "UTF-8";

    private ComposeMail() {}

    static MimeMessage of(OutboundMail mail, MailServer server, List<MailFile> files, Session session, Instant now)
            throws MessagingException {
        var message = new Identified(session, mail.messageId());
        message.setFrom(address(server.fromAddress(), mail.by() == null ? server.fromName() : mail.byName()));
        if (server.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(server.replyTo(), null)});
        }
        recipients(message, RecipientType.TO, mail.to());
        recipients(message, RecipientType.CC, mail.cc());
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        thread(message, mail);
        if (mail.unsubscribeLink() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribeLink() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        body(message, mail, files);
        message.saveChanges();
        return message;
    }

    private static void thread(MimeMessage message, OutboundMail mail) throws MessagingException {
        var ids = new LinkedHashSet<>(mail.references());
        if (mail.inReplyTo() != null) {
            message.setHeader("In-Reply-To", mail.inReplyTo());
            ids.add(mail.inReplyTo());
        }
        if (!ids.isEmpty()) {
            message.setHeader("References", String.join("\r\n ", ids));
        }
    }

    private static void body(MimeMessage message, OutboundMail mail, List<MailFile> files) throws MessagingException {
        if (files.isEmpty()) {
            words(message, mail);
            return;
        }
        var text = new MimeBodyPart();
        words(text, mail);
        var all = new MimeMultipart("mixed", text);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        message.setContent(all);
    }

    private static void words(MimePart to, OutboundMail mail) throws MessagingException {
        if (mail.html() == null) {
            to.setText(mail.text(), UTF_8);
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(mail.text(), UTF_8);
        var rich = new MimeBodyPart();
        rich.setText(mail.html(), UTF_8, "html");
        to.setContent(new MimeMultipart("alternative", plain, rich));
    }

    private static void recipients(MimeMessage message, RecipientType type, List<String> addresses)
            throws MessagingException {
        for (String one : addresses) {
            message.addRecipient(type, address(one, null));
        }
    }

    static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        var parsed = new InternetAddress(address, true);
        try {
            parsed.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return parsed;
    }

    /** Keeps the Message-ID by which answers and bounces are recognised. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
