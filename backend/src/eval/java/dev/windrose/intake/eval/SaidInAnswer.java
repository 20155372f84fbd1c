package dev.windrose.intake.eval;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an answer says what it has to: days in any usual form, numbers with or without separators and magnitudes, words. */
final class SaidInAnswer {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]*\\.?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?" + MONTH + "(?:,? (\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?");
    private static final Pattern WRITTEN = Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern SCALED = Pattern.compile("(\\d+(?:[.,]\\d+)?) ?(k|mn|m|mio|million|lakh|crore)\\b");
    private static final Map<String, Double> SCALES = Map.of("k", 1e3, "lakh", 1e5, "crore", 1e7);
    private static final int LONG_NUMBER = 9;

    private final String text;
    private final Set<String> days = new HashSet<>();

    SaidInAnswer(@Nullable String answer) {
        String plain = Normalizer.normalize(answer == null ? "" : answer, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\d),(?=\\d\\d,\\d{3})", "")
                .replaceAll("(?<=\\d)[,.'’ ](?=\\d{3}(?!\\d))", "");
        var all = new StringBuilder(plain);
        for (var found = SCALED.matcher(plain); found.find(); ) {
            double number = Double.parseDouble(found.group(1).replace(',', '.'));
            all.append(' ')
                    .append(Math.round(number * SCALES.getOrDefault(found.group(2), 1e6)))
                    .append(' ');
        }
        this.text = all.toString();
        days();
    }

    private void days() {
        for (var found = ISO.matcher(text); found.find(); ) {
            days.add(found.group());
        }
        for (var found = DAY_FIRST.matcher(text); found.find(); ) {
            day(found, found.group(1), found.group(2));
        }
        for (var found = MONTH_FIRST.matcher(text); found.find(); ) {
            day(found, found.group(2), found.group(1));
        }
        for (var found = WRITTEN.matcher(text); found.find(); ) {
            day(found.group(3), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1)));
            day(found.group(3), Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        }
    }

    private void day(Matcher found, String day, String month) {
        day(Objects.requireNonNullElse(found.group(3), ""), MONTHS.indexOf(month) + 1, Integer.parseInt(day));
    }

    private void day(String year, int month, int day) {
        days.add("%s-%02d-%02d".formatted(year, month, day));
    }

    /** Each of the expected is said; of an element that is a list, any. */
    boolean all(Iterable<?> expected) {
        for (var needle : expected) {
            if (Folded.list(needle).stream().noneMatch(one -> says(String.valueOf(one)))) {
                return false;
            }
        }
        return true;
    }

    private boolean says(String needle) {
        if (ISO.matcher(needle).matches()) {
            return days.contains(needle) || days.contains(needle.substring(4));
        }
        if (needle.matches("\\d+")) {
            return Pattern.compile("(?<!\\d)" + needle + "(?!\\d)")
                            .matcher(text)
                            .find()
                    || needle.length() >= LONG_NUMBER
                            && text.replaceAll("\\D", "").contains(needle);
        }
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(Folded.fold(needle)))
                .matcher(Folded.fold(text))
                .find();
    }
}
