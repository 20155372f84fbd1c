package dev.windrose.llm.language;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/** Terms of a contract: "12 months", "3 yr", "zwei Jahre". */
public final class Terms {

    private static final Pattern TERM = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{1,3}|one|two|three|four|five|six|twelve|ein|zwei|drei|deux|trois|dos|tres|dois|um|due|tre)[ -]?"
                    + "(months?|mos?|monate?n?|mois|meses|mesi|maanden|manader|years?|yrs?|y|jahren?|jahr|jahre|ans?|anos?|"
                    + "anni|jaar|ar)(?![\\p{L}\\d])");

    private Terms() {}

    public static Optional<Period> in(String text) {
        var match = TERM.matcher(Fold.inPlace(text));
        if (!match.find()) {
            return Optional.empty();
        }
        var count = NumberWords.of(match.group(1));
        boolean months = match.group(2).startsWith("mo")
                || match.group(2).startsWith("me")
                || match.group(2).startsWith("ma");
        return count.isEmpty()
                ? Optional.empty()
                : Optional.of(months ? Period.ofMonths(count.getAsInt()) : Period.ofYears(count.getAsInt()));
    }
}
