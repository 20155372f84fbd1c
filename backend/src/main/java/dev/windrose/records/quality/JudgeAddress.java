package dev.windrose.records.quality;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an address can be right at all. Nothing is asked outside: what looks right may still reach nobody. */
final class JudgeAddress {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]+");
    /** Written where a form asked for an address that nobody had. */
    private static final Set<String> NOBODY = Set.of(
            "none", "noemail", "no-email", "no.email", "nomail", "na", "n.a", "unknown", "xxx", "asdf", "test", "null");

    private static final Pattern SAME_DIGIT = Pattern.compile("(\\d)\\1+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[;,\\s]*(ext|x|durchwahl|poste)[.=:\\s]*\\d{1,7}\\s*$");
    private static final int FEWEST = 5;
    private static final int MOST = 15;

    private JudgeAddress() {}

    static boolean wrongEmail(String written) {
        String text = written.strip();
        if (!EMAIL.matcher(text).matches() || text.contains("..") || text.startsWith(".") || text.contains(".@")) {
            return true;
        }
        return NOBODY.contains(text.substring(0, text.indexOf('@')).toLowerCase(Locale.ROOT));
    }

    static boolean wrongPhone(String written) {
        String text = EXTENSION.matcher(written.strip()).replaceFirst("");
        String digits = text.replaceAll("\\D", "");
        if (LETTERS.matcher(text).find()
                || digits.length() < FEWEST
                || digits.length() > MOST
                || SAME_DIGIT.matcher(digits).matches()) {
            return true;
        }
        if (!text.startsWith("+")) {
            return false;
        }
        try {
            return !NUMBERS.isPossibleNumber(NUMBERS.parse(text, "ZZ"));
        } catch (NumberParseException unknown) {
            return true;
        }
    }
}
