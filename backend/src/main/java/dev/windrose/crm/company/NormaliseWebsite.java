package dev.windrose.crm.company;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a web address in one form: with scheme, host in lower case, no final slash. */
final class NormaliseWebsite {

    private static final Pattern PARTS = Pattern.compile("(?i)(?:(https?)://)?([^/?#]+)(.*)");

    private NormaliseWebsite() {}

    static String of(String address) {
        var parts = PARTS.matcher(address.strip());
        if (!parts.matches()) {
            return address;
        }
        String scheme = parts.group(1) == null ? "https" : parts.group(1).toLowerCase(Locale.ROOT);
        String rest = parts.group(3).equals("/") ? "" : parts.group(3);
        return "%s://%s%s".formatted(scheme, parts.group(2).toLowerCase(Locale.ROOT), rest);
    }
}
