package dev.windrose.llm.language;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers in E.164 where the country is known, else the digits as written. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\d.,/@-])\\+?\\(?\\d[\\d ()./-]{6,18}\\d(?![\\d@])");

    private Phones() {}

    /** @param country ISO code of the country that numbers without prefix belong to */
    public static List<Found> in(String text, @Nullable String country) {
        var found = new ArrayList<Found>();
        for (var match : NUMBERS.findNumbers(text, country == null ? "ZZ" : country, Leniency.POSSIBLE, 50)) {
            var written = match.rawString();
            if (!isDate(written) && written.replaceAll("\\D", "").length() >= 7) {
                found.add(new Found(
                        new Span(match.start(), match.end()), NUMBERS.format(match.number(), PhoneNumberFormat.E164)));
            }
        }
        if (country == null && found.isEmpty()) {
            var matcher = DIGITS.matcher(text);
            while (matcher.find()) {
                if (!isDate(matcher.group())) {
                    found.add(new Found(
                            new Span(matcher.start(), matcher.end()),
                            matcher.group().strip()));
                }
            }
        }
        return found;
    }

    private static boolean isDate(String written) {
        return written.matches("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.*|20\\d{2} ?[-/] ?20\\d{2}");
    }
}
