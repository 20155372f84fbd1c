package dev.windrose.intake.eval;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a value that was read counts as the one that was expected, by what the field holds. */
final class CompareValues {

    private static final Set<String> NUMBERS = Set.of("deal_amount", "employee_size");
    private static final Set<String> DATES = Set.of(
            "deal_expected_signing_date",
            "deal_signing_date",
            "deal_start_date",
            "deal_end_date",
            "due_date",
            "date",
            "start_date",
            "target_end_date");
    private static final Set<String> WORDS = Set.of(
            "title_contains",
            "summary_contains",
            "lost_reason",
            "acquisition_channel_source",
            "description",
            "resolution",
            "industry_vertical",
            "customer_segment_label");
    private static final Set<String> NAMES = Set.of("name", "company", "product", "competitor", "assignee");
    private static final int DAY = 10;

    private CompareValues() {}

    static boolean equal(String field, @Nullable Object expected, @Nullable Object got) {
        if (any(got) instanceof List<?> many) {
            return equal(field, expected, many.getFirst());
        }
        if (any(expected) instanceof List<?> many) {
            return many.stream().anyMatch(one -> equal(field, one, got));
        }
        if (expected == null || got == null) {
            return expected == got;
        }
        if (expected instanceof Boolean || got instanceof Boolean) {
            return expected.equals(got);
        }
        if (NUMBERS.contains(field)) {
            return sameNumber(expected, got);
        }
        if (field.equals("revenue")) {
            return expected instanceof Map<?, ?> wanted && got instanceof Map<?, ?> read && sameMoney(wanted, read);
        }
        if (WORDS.contains(field)) {
            return Folded.hasWords(expected, got);
        }
        if (field.equals("contacts")) {
            return names(expected).equals(names(got));
        }
        return sameText(field, Folded.flat(expected).strip(), Folded.flat(got).strip());
    }

    private static @Nullable Object any(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 ? map.get("any") : null;
    }

    private static boolean sameText(String field, String expected, String got) {
        if (DATES.contains(field)) {
            return start(expected).equals(start(got));
        }
        if (NAMES.contains(field)) {
            return Folded.name(expected).equals(Folded.name(got));
        }
        return switch (field) {
            case "phone" -> !digits(expected).isEmpty() && digits(expected).equals(digits(got));
            case "title" -> Folded.hasWords(expected, got) && Folded.hasWords(got, expected);
            case "website_url" -> key(bare(expected)).equals(key(bare(got)));
            default -> key(expected).equals(key(got));
        };
    }

    private static boolean sameMoney(Map<?, ?> expected, Map<?, ?> got) {
        return Folded.fold(Folded.flat(expected.get("currency"))).equals(Folded.fold(Folded.flat(got.get("currency"))))
                && sameNumber(expected.get("amount"), got.get("amount"));
    }

    private static boolean sameNumber(@Nullable Object expected, @Nullable Object got) {
        var wanted = number(expected);
        var read = number(got);
        return wanted != null && read != null && wanted.compareTo(read) == 0;
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        try {
            return value == null ? null : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Set<String> names(Object value) {
        return Folded.list(value).stream()
                .map(one -> Folded.name(String.valueOf(one)))
                .collect(Collectors.toSet());
    }

    private static String start(String text) {
        return text.substring(0, Math.min(DAY, text.length()));
    }

    private static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT).replaceAll("^(https?://)?(www\\.)?|/+$", "");
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-]+", "_");
    }
}
