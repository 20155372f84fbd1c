package dev.windrose.integrations.mail;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.ConnectionSetting.Choice;
import dev.windrose.integrations.ConnectionSetting.Kind;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.mail.Security;
import dev.windrose.platform.outside.OutsideHosts;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A mail box read by IMAP. Nothing in the box is changed, not even what counts as read. */
@Component
class ImapConnector implements Connector.Pulled {

    static final String TOO_LARGE = "message/rfc822; too-large=true";

    private static final String TIME_LIMIT = "30000";
    private static final int LONGEST_BACK_FILL = 3650;

    private final OutsideHosts hosts;
    private final Clock clock;

    ImapConnector(OutsideHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "imap";
    }

    @Override
    public String label() {
        return "Mail box (IMAP)";
    }

    @Override
    public String secret() {
        return "password";
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(
                ConnectionSetting.of("host", "Host", Kind.TEXT).needed(),
                ConnectionSetting.of("port", "Port", Kind.NUMBER)
                        .help("Left empty it follows the encryption: 993 or 143"),
                ConnectionSetting.choice(
                                "security",
                                "Encryption",
                                new Choice("tls", "TLS"),
                                new Choice("starttls", "STARTTLS"),
                                new Choice("none", "None (own network only)"))
                        .initially("tls"),
                ConnectionSetting.of("user_name", "User name", Kind.TEXT).needed(),
                ConnectionSetting.secret("Password"),
                ConnectionSetting.of("folders", "Folders", Kind.TEXTS)
                        .help("Separated by commas")
                        .initially(List.of("INBOX")),
                ConnectionSetting.of("back_fill_days", "Days to read back", Kind.NUMBER)
                        .initially(30));
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        var violations = new Violations();
        String host = violations.text(text(settings, "host"), "settings.host", "The host", 255);
        String user = violations.text(text(settings, "user_name"), "settings.user_name", "The user name", 254);
        String security = Objects.requireNonNullElse(text(settings, "security"), "tls");
        if (Security.of(security).isEmpty()) {
            violations.add(CommonError.BAD_VALUE, "settings.security", "The security is one of tls, starttls, none.");
        }
        int port = number(settings, "port", security.equals("tls") ? 993 : 143, 65535, violations);
        int days = number(settings, "back_fill_days", 30, LONGEST_BACK_FILL, violations);
        List<String> folders = settings.get("folders") instanceof List<?> list && !list.isEmpty()
                ? list.stream().map(String::valueOf).toList()
                : List.of("INBOX");
        violations.throwIfAny();
        hosts.reachable(host);
        if (security.equals("none") && !hosts.trusted(host)) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "A password is only sent over an encrypted connection.",
                    "settings.security");
        }
        var checked = new LinkedHashMap<String, Object>();
        checked.put("host", host);
        checked.put("port", port);
        checked.put("security", security);
        checked.put("user_name", user);
        checked.put("folders", folders);
        checked.put("back_fill_days", days);
        return checked;
    }

    private static @Nullable String text(Map<String, Object> settings, String name) {
        return settings.get(name) instanceof String text ? text : null;
    }

    private static int number(
            Map<String, Object> settings, String name, int otherwise, int most, Violations violations) {
        var given = settings.get(name);
        int value = given instanceof Number number ? number.intValue() : otherwise;
        if (value < 0 || value > most || given != null && !(given instanceof Number)) {
            violations.add(CommonError.BAD_VALUE, "settings." + name, "%s is a number up to %d.".formatted(name, most));
        }
        return value;
    }

    @Override
    public void tryOut(Connection connection, @Nullable Secret secret) {
        with(connection, secret, store -> {
            for (String name : connection.texts("folders")) {
                if (!store.getFolder(name).exists()) {
                    throw new AppException(
                            ConnectionError.SOURCE_UNREACHABLE,
                            "There is no folder \"%s\" in this box.".formatted(name));
                }
            }
        });
    }

    @Override
    public void pull(Connection connection, @Nullable Secret secret, Take take) {
        with(connection, secret, store -> {
            var box = new ReadBox(connection, take, clock);
            boolean all = true;
            for (String name : connection.texts("folders")) {
                try (var folder = (IMAPFolder) store.getFolder(name)) {
                    all &= box.read(folder);
                }
            }
            if (all) {
                box.announce();
            }
            if (all && store.hasCapability("IDLE")) {
                try (var folder =
                        (IMAPFolder) store.getFolder(connection.texts("folders").getFirst())) {
                    box.waitForNews(folder);
                }
            }
        });
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        if (raw.contentType().equals(TOO_LARGE)) {
            throw new AppException(
                    ConnectionError.UNREADABLE_MESSAGE, "The mail is larger than 25 MB. Only its head was kept.");
        }
        return ParseMail.of(raw.content());
    }

    /** Work on an open box. */
    private interface OnBox {
        void run(IMAPStore store) throws MessagingException;
    }

    private void with(Connection connection, @Nullable Secret secret, OnBox work) {
        String host = Objects.requireNonNull(connection.text("host"));
        hosts.reachable(host);
        var session = Session.getInstance(properties(String.valueOf(connection.text("security"))));
        try (var store = (IMAPStore) session.getStore("imap")) {
            store.connect(
                    host,
                    connection.number("port", 993),
                    connection.text("user_name"),
                    secret == null ? null : secret.reveal());
            work.run(store);
        } catch (AuthenticationFailedException e) {
            throw new AppException(
                    ConnectionError.SOURCE_UNREACHABLE, "The server refused the user name or the password.");
        } catch (FolderNotFoundException e) {
            throw new AppException(
                    ConnectionError.SOURCE_UNREACHABLE, "A folder of this connection is not in the box.");
        } catch (MessagingException e) {
            throw new AppException(ConnectionError.SOURCE_UNREACHABLE, said(e, secret));
        }
    }

    private Properties properties(String security) {
        var properties = new Properties();
        properties.put("mail.imap.socketFactory", hosts.sockets());
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.connectiontimeout", TIME_LIMIT);
        properties.put("mail.imap.writetimeout", TIME_LIMIT);
        properties.put("mail.imap.timeout", "90000");
        properties.put("mail.imap.ssl.enable", String.valueOf(security.equals("tls")));
        properties.put("mail.imap.starttls.enable", String.valueOf(security.equals("starttls")));
        properties.put("mail.imap.starttls.required", String.valueOf(security.equals("starttls")));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.partialfetch", "false");
        return properties;
    }

    private static String said(MessagingException e, @Nullable Secret secret) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        String safe = secret == null ? text : secret.removedFrom(text);
        return "The box could not be read: " + (safe.length() > 300 ? safe.substring(0, 300) : safe);
    }
}
