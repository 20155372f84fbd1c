package dev.windrose.records.duplicates.matching;

import java.util.Locale;
import java.util.Set;

/** Phones, mail addresses and web addresses in one spelling each. */
final class Contact {

    private static final Set<String> FREE = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "msn.com",
            "aol.com",
            "icloud.com",
            "me.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "mail.ru",
            "yandex.ru",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "163.com",
            "yahoo.co.uk",
            "hotmail.co.uk",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "libero.it",
            "comcast.net",
            "verizon.net");

    private Contact() {}

    /** Without the prefixes of dialling, so that a number with and without its country is one. */
    static String phone(String digits) {
        var plain = digits.startsWith("00") ? digits.substring(2) : digits;
        return plain.startsWith("0") && plain.length() > 7 ? plain.substring(1) : plain;
    }

    static String mail(String raw) {
        var mail = raw.strip().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
        int at = mail.indexOf('@');
        int plus = mail.indexOf('+');
        return plus > 0 && plus < at ? mail.substring(0, plus) + mail.substring(at) : mail;
    }

    static String localPart(String mail) {
        int at = mail.indexOf('@');
        return at < 0 ? mail : mail.substring(0, at);
    }

    static String domain(String mail) {
        int at = mail.indexOf('@');
        return at < 0 ? "" : mail.substring(at + 1);
    }

    static boolean free(String domain) {
        return FREE.contains(domain);
    }

    static String host(String raw) {
        var host = raw.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\d?\\.", "");
        return host.replaceFirst("[/?#:].*$", "");
    }

    /** The name in a host: {@code shop.quillery.co.uk} and {@code quillery.com} have one. */
    static String label(String host) {
        var parts = host.split("\\.");
        int last = parts.length - 2;
        if (last > 0 && parts[last].length() <= 3) {
            last--;
        }
        return last < 0 ? host : parts[last];
    }
}
