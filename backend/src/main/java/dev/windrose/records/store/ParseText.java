package dev.windrose.records.store;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.FieldDescriptor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class ParseText {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:.]+(\\.[^\\s@<>\"(),;:.]+)+");
    private static final Pattern URL =
            Pattern.compile("(https?://)?[^\\s:/?#@<>\"]+\\.[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private ParseText() {}

    static @Nullable String of(FieldDescriptor field, Object given) throws BadValue {
        if (!(given instanceof String raw)) {
            throw BadValue.wrongType("text");
        }
        String text = raw.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (field.kind()) {
            case EMAIL ->
                matching(EMAIL, checked(text.toLowerCase(Locale.ROOT), field.maxLength()), "Not an e-mail address.");
            case URL -> matching(URL, checked(text, field.maxLength()), "Not a web address.");
            case COUNTRY -> country(text);
            default -> checked(text, field.maxLength());
        };
    }

    /** A filter by text also takes parts of addresses, which are not addresses themselves. */
    static String plain(Object given) throws BadValue {
        if (!(given instanceof String text)) {
            throw BadValue.wrongType("text");
        }
        return checked(text.strip(), 2_000);
    }

    static String checked(String text, int maxLength) throws BadValue {
        if (maxLength > 0 && text.length() > maxLength) {
            throw new BadValue(CommonError.TOO_LONG, "Longer than %d characters.".formatted(maxLength));
        }
        if (text.indexOf('\u0000') >= 0) {
            throw BadValue.bad("Holds a character that cannot be stored.");
        }
        return text;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String matching(Pattern form, String text, String otherwise) throws BadValue {
        if (!form.matcher(text).matches()) {
            throw BadValue.bad(otherwise);
        }
        return text;
    }

    private static String country(String text) throws BadValue {
        String code = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw BadValue.bad(
                    "\"%s\" is no country code. Write two letters, for example DE.".formatted(shortened(text)));
        }
        return code;
    }
}
