package dev.windrose.platform.mail;

import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.outside.OutsideHosts;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Speaks SMTP with the server of the workspace. */
@Component
class HandOver {

    private static final String TIME_LIMIT = "20000";

    private final Credentials credentials;
    private final OutsideHosts hosts;
    private final AttachFiles attach;
    private final Clock clock;

    HandOver(Credentials credentials, OutsideHosts hosts, AttachFiles attach, Clock clock) {
        this.credentials = credentials;
        this.hosts = hosts;
        this.attach = attach;
        this.clock = clock;
    }

    /** What became of the attempt. */
    sealed interface Result {
        record Taken() implements Result {}

        /** Worth another try. */
        record Later(String reason) implements Result {}

        record Refused(String reason) implements Result {}
    }

    Result send(OutboundMail mail, MailServer server) {
        @Nullable Secret password = null;
        try {
            password = server.credential() == null ? null : credentials.open(server.credential());
            var session = Session.getInstance(properties(server));
            var message = ComposeMail.of(mail, server, attach.of(mail.files()), session, clock.instant());
            var all = new ArrayList<Address>();
            for (String one : mail.recipients()) {
                all.add(new InternetAddress(one, true));
            }
            hosts.reachable(server.host());
            try (var transport = session.getTransport("smtp")) {
                transport.connect(
                        server.host(), server.port(), server.userName(), password == null ? null : password.reveal());
                transport.sendMessage(message, all.toArray(Address[]::new));
            }
            return new Result.Taken();
        } catch (MessagingException e) {
            return failed(e, password);
        } catch (AppException e) {
            boolean file = e.code() == CommonError.NOT_FOUND || e.code() == CommonError.TOO_LARGE;
            return file
                    ? new Result.Refused("A file of the mail: " + e.getMessage())
                    : new Result.Later(String.valueOf(e.getMessage()));
        }
    }

    /** Connects and signs in, no more. */
    void tryOut(MailServer server) {
        @Nullable Secret password = server.credential() == null ? null : credentials.open(server.credential());
        hosts.reachable(server.host());
        try (var transport = Session.getInstance(properties(server)).getTransport("smtp")) {
            transport.connect(
                    server.host(), server.port(), server.userName(), password == null ? null : password.reveal());
        } catch (AuthenticationFailedException e) {
            throw new AppException(MailError.SIGN_IN_REFUSED, "The server refused the user name or the password.");
        } catch (MessagingException e) {
            throw new AppException(MailError.MAIL_SERVER_UNREACHABLE, said(e, password));
        }
    }

    private Properties properties(MailServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", hosts.sockets());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", TIME_LIMIT);
        properties.put("mail.smtp.timeout", TIME_LIMIT);
        properties.put("mail.smtp.writetimeout", TIME_LIMIT);
        properties.put("mail.smtp.auth", String.valueOf(server.userName() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.from", server.fromAddress());
        return properties;
    }

    private static Result failed(MessagingException e, @Nullable Secret password) {
        String reason = e instanceof AuthenticationFailedException
                ? "The server refused the user name or the password."
                : said(e, password);
        int code = code(e);
        return code >= 500 && code < 600 && !(e instanceof AuthenticationFailedException)
                ? new Result.Refused(reason)
                : new Result.Later(reason);
    }

    /** The answer of the server where there is one; the most exact stands innermost. */
    private static int code(MessagingException e) {
        int code =
                switch (e) {
                    case SMTPSendFailedException sent -> sent.getReturnCode();
                    case SMTPAddressFailedException address -> address.getReturnCode();
                    case SMTPSenderFailedException sender -> sender.getReturnCode();
                    default -> 0;
                };
        return e.getNextException() instanceof MessagingException inner && code(inner) != 0 ? code(inner) : code;
    }

    private static String said(MessagingException e, @Nullable Secret password) {
        Exception inner = e;
        while (inner instanceof MessagingException outer && outer.getNextException() != null) {
            inner = outer.getNextException();
        }
        String text = String.valueOf(inner.getMessage()).replaceAll("\\s+", " ").strip();
        String safe = password == null ? text : password.removedFrom(text);
        String start = inner instanceof MessagingException ? "The server said: " : "The server could not be reached: ";
        return start + (safe.length() > 300 ? safe.substring(0, 300) : safe).replaceAll("(?i)null", "no reason");
    }
}
