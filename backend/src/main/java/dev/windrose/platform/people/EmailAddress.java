package dev.windrose.platform.people;

import java.util.Locale;
import java.util.regex.Pattern;

/** Normal form of a sign-in address. */
public final class EmailAddress {

    private static final Pattern FORM = Pattern.compile("[^\\s@<>\"(),;:\\\\]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private EmailAddress() {}

    public static String normalise(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean valid(String normal) {
        return normal.length() <= 254 && FORM.matcher(normal).matches();
    }
}
