package dev.windrose.llm.eval;

import dev.windrose.llm.language.DateOrder;
import dev.windrose.llm.language.Dates;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Moneys;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Phones;
import dev.windrose.llm.language.PriceField;
import dev.windrose.llm.language.Terms;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Is a value of a corpus read as the corpus says? A period is right where the day that stands for it is: its last one, of a week its Friday. */
final class ScoreValue {

    private static final LocalDate DUCKLING = LocalDate.of(2013, 2, 12);
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("dollar", "USD"),
            Map.entry("pound", "GBP"),
            Map.entry("dólar", "USD"),
            Map.entry("libra", "GBP"),
            Map.entry("livre", "GBP"),
            Map.entry("yen", "JPY"),
            Map.entry("roupie", "INR"),
            Map.entry("rupia", "INR"),
            Map.entry("rupie", "INR"),
            Map.entry("dólar de hong kong", "HKD"),
            Map.entry("dólar canadiense", "CAD"),
            Map.entry("rupee", "INR"),
            Map.entry("euro", "EUR"),
            Map.entry("united states dollar", "USD"),
            Map.entry("japanese yen", "JPY"),
            Map.entry("swiss franc", "CHF"),
            Map.entry("canadian dollar", "CAD"),
            Map.entry("australian dollar", "AUD"),
            Map.entry("hong kong dollar", "HKD"),
            Map.entry("chinese yuan", "CNY"),
            Map.entry("peseta", "ESP"),
            Map.entry("finnish markka", "FIM"),
            Map.entry("netherlands guilder", "NLG"),
            Map.entry("mexican peso", "MXN"),
            Map.entry("turkish lira", "TRY"),
            Map.entry("brazilian real", "BRL"),
            Map.entry("british pound", "GBP"),
            Map.entry("unnamed", "USD"));

    private ScoreValue() {}

    static boolean right(String kind, ValueCase one) {
        return switch (kind) {
            case "no_date" -> dates(one, one.input()).isEmpty();
            case "no_money" -> Moneys.in(one.input()).isEmpty();
            case "no_phone" -> Phones.in(one.input(), null).isEmpty();
            case "money", "money_ge", "money_fr", "money_sp", "money_bound" -> money(one);
            case "money_range" -> Moneys.in(one.input()).stream().anyMatch(Money::range);
            case "number" ->
                number(
                        one,
                        Numbers.in(one.input()).stream()
                                .map(Numbers.Number::value)
                                .toList());
            case "percent" ->
                number(
                        one,
                        Numbers.percents(one.input()).stream()
                                .map(Numbers.Number::value)
                                .toList());
            case "phone" -> phone(one);
            case "email" ->
                found(
                        one,
                        Emails.in(one.input()).stream()
                                .map(found -> found.value())
                                .toList());
            case "url" ->
                found(
                        one,
                        Emails.webAddresses(one.input()).stream()
                                .map(found -> found.value())
                                .toList());
            case "term" -> term(one);
            case "price_field" -> price(one);
            default -> one.key().startsWith("none") || date(one);
        };
    }

    static String read(String kind, ValueCase one) {
        return switch (kind) {
            case "no_date",
                    "day",
                    "period",
                    "week",
                    "month",
                    "quarter",
                    "year",
                    "from_to",
                    "so_many_units",
                    "end_or_middle" -> dates(one, one.input()).toString();
            case "phone", "no_phone" -> Phones.in(one.input(), null).toString();
            case "number" -> Numbers.in(one.input()).toString();
            case "percent" -> Numbers.percents(one.input()).toString();
            case "term" -> Terms.in(one.input()).toString();
            case "url" -> Emails.webAddresses(one.input()).toString();
            case "price_field" ->
                PriceField.of(one.input(), one.gold().path("currency_hint").asString(null))
                        .toString();
            default -> Moneys.in(one.input()).toString();
        };
    }

    private static List<FoundDate> dates(ValueCase one, String text) {
        var reference = one.gold()
                .path("reference")
                .asString(one.gold().path("Context").path("ReferenceDateTime").asString(""));
        var today = reference.length() >= 10 ? LocalDate.parse(reference.substring(0, 10)) : DUCKLING;
        return Dates.in(text, today, DateOrder.MONTH_FIRST);
    }

    private static boolean date(ValueCase one) {
        var wanted = days(one);
        var result = one.gold().path("result").path("Text").asString("").toLowerCase(Locale.ROOT);
        int at = result.isEmpty() ? -1 : one.input().toLowerCase(Locale.ROOT).indexOf(result);
        return dates(one, one.input()).stream()
                .filter(found -> at < 0
                        || found.span().start() < at + result.length()
                                && found.span().end() > at)
                .anyMatch(found -> wanted.contains(found.date()) || wanted.contains(found.past()));
    }

    private static List<LocalDate> days(ValueCase one) {
        var out = new ArrayList<LocalDate>();
        var result = one.gold().path("result");
        boolean week = one.key().matches("[^|]*\\|[^|]*(W99|W9)[^|]*\\|.*")
                || one.gold().path("grain").asString("").equals("week")
                || one.key().contains("week of")
                || one.key().contains("week commencing")
                || one.key().contains("week starting")
                || one.key().contains("week beginning");
        if (result.has("Value")) {
            for (var resolution : List.of("FutureResolution", "PastResolution")) {
                add(out, result.path("Value").path(resolution).path("endDate").asString(""), true, week);
            }
        }
        for (var value : result.path("Resolution").path("values")) {
            add(out, value.path("value").asString(""), false, false);
            add(out, value.path("end").asString(""), true, week);
        }
        if (one.gold().has("grain")) {
            duckling(one.gold(), out, week);
        }
        return out;
    }

    private static void duckling(JsonNode gold, List<LocalDate> out, boolean week) {
        var end = gold.path("end_exclusive").asString("");
        var start = gold.path("start").asString("");
        if (!end.isEmpty()) {
            add(out, end, true, week);
            return;
        }
        var day = LocalDate.parse(start.substring(0, 10));
        var last =
                switch (gold.path("grain").asString("")) {
                    case "week" -> day.with(DayOfWeek.FRIDAY);
                    case "month" -> day.plusMonths(1).minusDays(1);
                    case "quarter" -> day.plusMonths(3).minusDays(1);
                    case "year" -> day.plusYears(1).minusDays(1);
                    default -> day;
                };
        out.add(last);
    }

    /** Ends are given as the first day after, or as the last day where days are named. */
    private static void add(List<LocalDate> out, String written, boolean end, boolean week) {
        if (!written.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return;
        }
        var day = LocalDate.parse(written.substring(0, 10));
        if (week) {
            out.add(day.minusDays(1).with(DayOfWeek.FRIDAY));
            return;
        }
        out.add(day);
        if (end) {
            out.add(day.minusDays(1));
        }
    }

    private static boolean money(ValueCase one) {
        var resolution = one.gold().path("result").path("Resolution");
        boolean duckling = resolution.isMissingNode();
        var written = duckling
                ? value(one.gold())
                : resolution.path("value").asString("").replace(',', '.');
        var unit = duckling
                ? one.gold().path("currency").asString("")
                : resolution
                        .path("isoCurrency")
                        .asString(resolution.path("unit").asString(""));
        var amount = new BigDecimal(written);
        boolean cents = unit.toLowerCase(Locale.ROOT)
                .matches("cents?|pence|penny|centime|centavo|pfennig|kopek|rappen|c[eé]ntimo");
        return Moneys.in(one.input()).stream()
                .anyMatch(found -> cents
                        ? found.amount().compareTo(amount) == 0
                                || found.amount().compareTo(amount.movePointLeft(2)) == 0
                        : found.amount().compareTo(amount) == 0 && same(unit, found.currency()));
    }

    private static String value(JsonNode gold) {
        for (var name : List.of("value", "from", "to", "min", "max", "bound")) {
            if (gold.hasNonNull(name)) {
                return gold.path(name).asString();
            }
        }
        var number = java.util.regex.Pattern.compile("([\\d.]+(?:e\\d+)?)\\)$")
                .matcher(gold.path("expected").asString(""));
        return number.find() ? number.group(1) : "0";
    }

    /** A unit that several countries have leaves the currency open. */
    private static boolean same(String unit, @org.jspecify.annotations.Nullable String found) {
        if (unit.matches("[A-Z]{3}")) {
            return unit.equals(found) || unit.equals("PTS") && "ESP".equals(found);
        }
        var wanted = UNITS.get(unit.toLowerCase(Locale.ROOT));
        return wanted == null ? found == null || !List.of("USD", "EUR", "GBP").contains(found) : wanted.equals(found);
    }

    private static boolean number(ValueCase one, List<BigDecimal> found) {
        var gold = one.gold().has("result")
                ? one.gold().path("result").path("Resolution").path("value").asString("")
                : one.gold().path("expected").asString("").replaceAll("[^0-9.eE-]", "");
        if (gold.isEmpty() || gold.equals("null") || one.key().startsWith("none")) {
            return found.isEmpty();
        }
        var wanted = new BigDecimal(gold.replace("%", "").replaceAll("^e+", ""));
        return found.stream().anyMatch(value -> value.compareTo(wanted) == 0);
    }

    private static boolean phone(ValueCase one) {
        var gold = one.gold().has("result")
                ? one.gold().path("result").path("Text").asString()
                : one.gold().path("expected").asString("").replaceAll("^\\(PhoneNumberValue|\\)$", "");
        var wanted = gold.replaceAll("(?:ext|x|#).*$", "").replaceAll("\\D", "");
        return Phones.in(one.input(), null).stream().anyMatch(found -> {
            var digits = found.value().replaceAll("(?:ext|x|#).*$", "").replaceAll("\\D", "");
            return digits.equals(wanted)
                    || wanted.replaceFirst("^00", "").equals(digits)
                    || stripped(wanted).equals(stripped(digits));
        });
    }

    /** "+44 (0)20" and "+44 20" are one number. */
    private static String stripped(String digits) {
        return digits.replaceFirst("^00", "").replaceFirst("^(\\d{2})0", "$1");
    }

    private static boolean found(ValueCase one, List<String> found) {
        if (one.key().startsWith("none")) {
            return found.isEmpty();
        }
        var wanted = one.gold().has("result")
                ? one.gold().path("result").path("Text").asString()
                : one.gold().path("text").asString();
        return found.stream().anyMatch(value -> value.equalsIgnoreCase(wanted));
    }

    private static boolean term(ValueCase one) {
        var found = Terms.in(one.input());
        if (found.isEmpty()) {
            return false;
        }
        var days = found.get().getYears() * 365.0
                + found.get().getMonths() * 30.0
                + found.get().getDays();
        double wanted;
        if (one.gold().has("result")) {
            var result = one.gold().path("result");
            var seconds = result.has("Value")
                    ? result.path("Value")
                            .path("FutureResolution")
                            .path("duration")
                            .asString(result.path("Value").path("Value").asString("0"))
                    : result.path("Resolution")
                            .path("values")
                            .get(0)
                            .path("value")
                            .asString("0");
            wanted = Double.parseDouble(seconds) / 86400;
        } else {
            var parts = one.gold()
                    .path("expected")
                    .asString()
                    .replaceAll("[()]", "")
                    .split(" ");
            double each =
                    switch (parts[2]) {
                        case "Day" -> 1;
                        case "Week" -> 7;
                        case "Month" -> 30;
                        case "Quarter" -> 90;
                        default -> 365;
                    };
            wanted = Double.parseDouble(parts[1]) * each;
        }
        return Math.abs(days - wanted) < 0.02 * wanted + 0.01;
    }

    private static boolean price(ValueCase one) {
        var gold = one.gold();
        var found = PriceField.of(
                gold.path("price_raw").asString(null),
                gold.path("currency_hint").asString(null));
        var amount = gold.path("amount").asString(null);
        var currency = gold.path("currency").asString(null);
        boolean sameAmount = amount == null
                ? found.amount() == null
                : found.amount() != null && found.amount().compareTo(new BigDecimal(amount)) == 0;
        return sameAmount && java.util.Objects.equals(currency, found.currency());
    }
}
