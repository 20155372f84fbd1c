package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/** Terms of a contract and other lengths in days or more: "12 months", "3 yr", "zwei Jahre", "2 years and 3 months". */
public final class Terms {

    private static final String COUNT =
            "\\d{1,3}(?:[.,]5)?|" + CountWords.NAME + "|half an?|half|full|a couple of|one and a half";
    private static final String UNIT =
            "days?|nights?|d|tage?n?|jours?|dias?|weeks?|wks?|w|wochen?|semaines?|semanas?|fortnights?|months?|mos?|"
                    + "monate?n?|mois|mes(?:es)?|mesi|maanden|manader|quarters?|years?|yrs?|y|jahren?|jahr|jahre|ans?|anos?|anni|jaar|ar";
    private static final Pattern TERM = Pattern.compile("(?<![\\p{L}\\d])(" + COUNT
            + ")(?:(?<=\\d)[ -]{0,2}|[ -]{1,2})(" + UNIT + ")(?![\\p{L}\\d])( and (?:a )?half)?");
    private static final Pattern MORE = Pattern.compile("^,? ?(?:and |und |et |y |e )?$");

    private Terms() {}

    public static Optional<Period> in(String text) {
        var folded = Fold.inPlace(text);
        var match = TERM.matcher(folded);
        var sum = Period.ZERO;
        int end = -1;
        while (match.find()) {
            if (end >= 0 && !MORE.matcher(folded.substring(end, match.start())).matches()) {
                break;
            }
            sum = sum.plus(one(match.group(1), match.group(2)));
            if (match.group(3) != null) {
                sum = sum.plus(half(match.group(2)));
            }
            end = match.end();
        }
        return end < 0 ? Optional.empty() : Optional.of(sum);
    }

    private static Period one(String count, String unit) {
        if (count.startsWith("half")) {
            return half(unit);
        }
        boolean decimal = count.matches("\\d+[.,]5");
        int whole = count.equals("full")
                ? 1
                : count.startsWith("a couple")
                        ? 2
                        : count.equals("one and a half")
                                ? 1
                                : decimal ? new BigDecimal(count.replace(',', '.')).intValue() : CountWords.of(count);
        var period = whole(unit).multipliedBy(whole);
        return decimal || count.equals("one and a half") ? period.plus(half(unit)) : period;
    }

    private static Period whole(String unit) {
        if (unit.startsWith("fort")) {
            return Period.ofDays(14);
        }
        if (unit.startsWith("quarter")) {
            return Period.ofMonths(3);
        }
        return switch (unit.charAt(0)) {
            case 'd', 'n', 't' -> Period.ofDays(1);
            case 'w' -> Period.ofDays(7);
            case 's' -> Period.ofDays(7);
            case 'm' -> Period.ofMonths(1);
            case 'j' -> unit.startsWith("jou") ? Period.ofDays(1) : Period.ofYears(1);
            default -> Period.ofYears(1);
        };
    }

    private static Period half(String unit) {
        return switch (unit.charAt(0)) {
            case 'y', 'j', 'a' -> Period.ofMonths(6);
            case 'm' -> Period.ofDays(15);
            default -> Period.ofDays(3);
        };
    }
}
