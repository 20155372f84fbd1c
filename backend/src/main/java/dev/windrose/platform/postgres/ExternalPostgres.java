package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The owner URL of a PostgreSQL that somebody else runs. */
final class ExternalPostgres {

    private ExternalPostgres() {}

    static DatabaseAccess parse(String setting) {
        try {
            URI uri = URI.create(setting.startsWith("jdbc:") ? setting.substring("jdbc:".length()) : setting);
            String[] login = userInfo(uri).split(":", 2);
            if (uri.getHost() == null
                    || login.length != 2
                    || uri.getPath().length() < 2
                    || !uri.getScheme().startsWith("postgres")) {
                throw unreadable();
            }
            int port = uri.getPort() < 0 ? 5432 : uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "&" + withoutLogin(uri.getRawQuery());
            String url = "jdbc:postgresql://%s:%d%s?%s%s"
                    .formatted(uri.getHost(), port, uri.getRawPath(), DriverOptions.ALWAYS, query);
            String password = decode(login[1]);
            return new DatabaseAccess(url, decode(login[0]), password, applicationPassword(password));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** Derived, so that several processes on one database agree on it without sharing a file. */
    private static String applicationPassword(String ownerPassword) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(DatabaseAccess.APP_ROLE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String userInfo(URI uri) {
        if (uri.getRawUserInfo() != null) {
            return uri.getRawUserInfo();
        }
        return parameter(uri.getRawQuery(), "user") + ":" + parameter(uri.getRawQuery(), "password");
    }

    private static String parameter(@Nullable String query, String name) {
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw unreadable();
    }

    private static String withoutLogin(String query) {
        return query.replaceAll("(^|&)(user|password)=[^&]*", "").replaceFirst("^&", "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static AppException unreadable() {
        return new AppException(
                StartError.BAD_SETTING,
                "WINDROSE_DATABASE_URL cannot be read; it looks like postgresql://user:password@host:5432/database.");
    }
}
