package dev.windrose.integrations.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh mail box for each test, on one server. */
final class MailBox {

    static final String PASSWORD = "lantern-in-the-fog-12";
    static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private static final AtomicInteger BOXES = new AtomicInteger();

    static {
        POST.start();
    }

    int port = POST.getImap().getPort();
    List<String> folders = List.of("INBOX");

    private final GreenMailUser user;

    MailBox() {
        String name = "box" + BOXES.incrementAndGet();
        user = POST.setUser(name + "@northwind.example", name, PASSWORD);
    }

    String address() {
        return user.getEmail();
    }

    Map<String, Object> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                port,
                "security",
                "none",
                "user_name",
                user.getLogin(),
                "folders",
                folders,
                "back_fill_days",
                30);
    }

    String mail(String name, String more, String text) {
        return "From: Lena Ray <lena@harbour.example>\r\nTo: " + address() + "\r\nSubject: About " + name
                + "\r\nMessage-ID: <" + name + "@harbour.example>\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).minusHours(12).truncatedTo(ChronoUnit.DAYS))
                + "\r\n" + more
                + "\r\n" + text + "\r\n";
    }

    void deliver(String raw) throws MessagingException {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    /** A folder made anew has another UIDVALIDITY. */
    void fill(String name, String... mails) throws Exception {
        var session = Session.getInstance(new Properties());
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", POST.getImap().getPort(), user.getLogin(), PASSWORD);
            var folder = store.getFolder(name);
            if (folder.exists()) {
                folder.delete(false);
            }
            folder.create(Folder.HOLDS_MESSAGES);
            folder.open(Folder.READ_WRITE);
            for (String mail : mails) {
                var stream = new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
                folder.appendMessages(new Message[] {new MimeMessage(session, stream)});
            }
            folder.close(false);
        }
    }

    static boolean seen(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (MessagingException e) {
            return false;
        }
    }
}
