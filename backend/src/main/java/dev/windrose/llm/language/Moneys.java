package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money: signs, codes and words of currencies, magnitudes, separators of several countries. */
public final class Moneys {

    private static final String NUMBER =
            "\\d{1,3}(?:[ '.,]\\d{2,3})+(?:[.,]\\d{1,2})?(?![\\d])|\\d+(?:[.,]\\d{1,2})?(?!\\d)";
    private static final String WORDS =
            "(?:(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:one|two|three|five) hundred)"
                    + "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?= ?(?:k\\b|thousand|grand|million)))";
    private static final String SCALE =
            "k|m|mm|mn|mio|mill?ion(?:en|es|s)?|mi|mrd|bn|billion|thousand|grand|tsd|mil|lakhs?|lacs?|l|crores?|cr|万";
    private static final String CURRENCY = "(?:" + Currencies.SIGN + "|(?:" + Currencies.WORD + "|kr)\\b)";
    private static final Pattern MONEY = Pattern.compile("(?<![\\p{L}\\d.,])(?:(?<before>(?<![a-z])" + CURRENCY
            + ")[ .:]?)?(?<number>" + NUMBER + "|" + WORDS + ")(?:[ -]?(?<scale>" + SCALE
            + ")\\.?(?![\\p{L}\\d]))?(?<ish>[ -]?ish)?(?:[ ]?(?<after>" + CURRENCY + "))?");
    private static final Pattern COUNTED = Pattern.compile(
            "^\\W?(?:ish )?(?:rows?|users?|people|employees|records|contacts|monitors?|hits|visits|zeilen|lines|"
                    + "requests|tickets|events|followers|steps|km|devices|endpoints|seats)\\b");
    private static final Pattern JOINT = Pattern.compile("^(?:[ -]?ish)? ?(?:-|to|bis|a|and|or|und|oder|/) ?$");
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("grand", 3),
            Map.entry("tsd", 3),
            Map.entry("mil", 3),
            Map.entry("lakh", 5),
            Map.entry("lakhs", 5),
            Map.entry("lac", 5),
            Map.entry("lacs", 5),
            Map.entry("l", 5),
            Map.entry("crore", 7),
            Map.entry("crores", 7),
            Map.entry("cr", 7),
            Map.entry("bn", 9),
            Map.entry("billion", 9),
            Map.entry("mrd", 9),
            Map.entry("万", 4));

    private Moneys() {}

    public static List<Money> in(String text) {
        var folded = Fold.inPlace(text);
        var found = new ArrayList<Money>();
        var matcher = MONEY.matcher(folded);
        while (matcher.find()) {
            var money = read(matcher, folded);
            if (money != null) {
                found.add(money);
            }
        }
        return markRanges(found, folded, text);
    }

    private static @Nullable Money read(Matcher match, String folded) {
        var currency = match.group("before") != null ? match.group("before") : match.group("after");
        var scale = match.group("scale");
        if (currency == null && scale == null
                || "m".equals(scale)
                        && currency == null
                        && !match.group("number").contains(".")) {
            return null;
        }
        var rest = folded.substring(match.end());
        if (currency == null
                        && (COUNTED.matcher(rest).find()
                                || rest.startsWith(" x ")
                                || rest.startsWith("%")
                                || "mi".equals(scale))
                || "l".equals(scale)
                        && currency == null
                        && !match.group("number").matches("[\\d.,]+")) {
            return null;
        }
        if (currency == null && "k".equals(scale) && match.group().startsWith("401")) {
            return null;
        }
        var amount = amount(match.group("number"), scale);
        return new Money(
                new Span(match.start(), match.end()), amount, Currencies.code(currency), match.group("ish") != null);
    }

    private static BigDecimal amount(String written, @Nullable String scale) {
        var words = NumberWords.of(written);
        var number = words.isPresent() ? BigDecimal.valueOf(words.getAsInt()) : new BigDecimal(plain(written));
        if (scale == null) {
            return number;
        }
        int power = POWERS.getOrDefault(scale, scale.startsWith("m") ? 6 : 3);
        return number.scaleByPowerOfTen(power).stripTrailingZeros();
    }

    /** The last separator is the decimal one when one or two digits follow it and it is the only one of its kind. */
    private static String plain(String written) {
        var compact = written.replace(" ", "").replace("'", "");
        int last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
        if (last < 0) {
            return compact;
        }
        char separator = compact.charAt(last);
        boolean single = compact.indexOf(separator) == last;
        boolean decimal = single && compact.length() - last - 1 <= 2;
        var whole = (decimal ? compact.substring(0, last) : compact).replaceAll("[.,]", "");
        return decimal ? whole + "." + compact.substring(last + 1) : whole;
    }

    /** "20-25k": the number before the joint lacks its scale, so the written text before an amount is looked at too. */
    private static List<Money> markRanges(List<Money> found, String folded, String text) {
        var out = new ArrayList<Money>();
        for (int i = 0; i < found.size(); i++) {
            var money = found.get(i);
            boolean range = money.range() && i < 0;
            if (i > 0) {
                range |= joined(
                        folded, found.get(i - 1).span().end(), money.span().start());
            }
            if (i + 1 < found.size()) {
                range |= joined(
                        folded, money.span().end(), found.get(i + 1).span().start());
            }
            var before = folded.substring(
                    Math.max(0, money.span().start() - 12), money.span().start());
            range |= before.matches(".*(?<![\\d./])\\d{1,4} ?(?:-|to|bis|or) ?$");
            range |= money.range();
            out.add(new Money(money.span(), money.amount(), money.currency(), range));
        }
        return out;
    }

    private static boolean joined(String folded, int from, int to) {
        return to - from <= 8
                && JOINT.matcher(folded.substring(from, to)).matches()
                && !folded.substring(from, to).contains("->")
                && !isChange(folded, from);
    }

    /** "from 40k to 45k" is a change, not a range. */
    private static boolean isChange(String folded, int from) {
        return folded.substring(Math.max(0, from - 24), from)
                .matches(".*\\b(?:from|von|de|desde|raised|up|down|cut|changed?)\\b.*");
    }
}
