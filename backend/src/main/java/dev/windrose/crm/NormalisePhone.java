package dev.windrose.crm;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** Writes a phone number as E.164 where its country is known, else as its digits. */
final class NormalisePhone {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private NormalisePhone() {}

    static String of(String written, @Nullable String country) {
        String text = written.strip();
        try {
            var number = NUMBERS.parse(text, country == null ? "ZZ" : country);
            if (NUMBERS.isPossibleNumber(number)) {
                String plain = NUMBERS.format(number, PhoneNumberFormat.E164);
                return number.hasExtension() ? plain + ";ext=" + number.getExtension() : plain;
            }
        } catch (NumberParseException unknown) {
            return digits(text);
        }
        return digits(text);
    }

    static boolean international(String written) {
        return written.strip().startsWith("+");
    }

    private static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? text : (international(text) ? "+" : "") + digits;
    }
}
