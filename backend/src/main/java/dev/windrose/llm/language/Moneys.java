package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money: signs, codes and words of currencies, magnitudes, separators of several countries. */
public final class Moneys {

    private static final Pattern COUNTED = Pattern.compile(
            "^\\W?(?:ish )?(?:(?:\\w+ )?(?:rows?|users?|people|employees|records|contacts|monitors?|hits|visits|zeilen|lines|"
                    + "requests|tickets|events|followers|steps|km|miles|devices|endpoints|seats|orders|customers|units|"
                    + "beds|patients|students|pages|views|subscribers|downloads|sqm|m2|tons?|tonnes|mitarbeiter\\w*|"
                    + "benutzer|nutzer|kunden|utilisateurs|clients|usuarios|empleados|clientes)|years?|months?|weeks?|days?|times?|x)\\b");
    private static final Pattern JOINT =
            Pattern.compile("^(?:[ -]?ish)? ?(?:-|to|bis|a|and|or|und|oder|/|y|et|e|ou|o) ?$");
    private static final Pattern SMALL = Pattern.compile(
            "^,? ?(?:and |und |et |y |con |e )?(?:(\\d{1,2})|(\\p{L}+(?:[ -]\\p{L}+)?)) ?(?:cents?|c|pence|p|centimes|centavos|"
                    + "centimos|rappen|sen|sens|paise)\\b(?!\\d)");
    private static final Pattern SMALL_BARE =
            Pattern.compile("^(?: (?:and|und|et|y|con|e))? (?:(\\d{1,2})|(\\p{L}+(?:[ -]\\p{L}+)?))$");
    private static final Pattern CENTS =
            Pattern.compile("^[ -]?(?:cents?|pence|centimes|centavos|centimos|rappen|pennies|penny)\\b");
    private static final Pattern OF = Pattern.compile("^(?: (?:de|of|von|d)[ ']| d')");
    private static final Pattern ISH = Pattern.compile("^[ -]?ish\\b");

    /** "39,500 one-off" counts nothing. */
    private static final Pattern ONE = Pattern.compile("\\bone[- ](?=off\\b|time\\b)");

    private final String text;
    private final String folded;

    private Moneys(String text) {
        this.text = text;
        this.folded = ONE.matcher(Fold.inPlace(text)).replaceAll("___-");
    }

    public static List<Money> in(String text) {
        var moneys = new Moneys(text);
        var found = new ArrayList<Money>();
        for (var number : NumberPhrases.in(moneys.folded)) {
            var money = moneys.read(number);
            if (money != null && (found.isEmpty() || !found.getLast().span().overlaps(money.span()))) {
                found.add(money);
            }
        }
        return moneys.markRanges(found);
    }

    private @Nullable Money read(NumberPhrase number) {
        int start = number.span().start();
        int end = number.span().end();
        var value = number.value();
        var before = before(start);
        if (before == null && glued(start)) {
            return null;
        }
        int afterAt = pastIsh(end);
        boolean ish = afterAt > end;
        var after = before == null ? after(afterAt, number.scale() != null) : same(afterAt, before);
        if (before == null && after == null) {
            return withoutCurrency(number, afterAt, ish);
        }
        if (after != null) {
            afterAt = after.end();
            value = value.scaleByPowerOfTen(after.power());
            var late = late(number, afterAt);
            if (late > 0) {
                value = value.scaleByPowerOfTen(6);
                afterAt = late;
            }
        }
        var hit = before != null ? before : after;
        var code = hit == null ? null : hit.code();
        int from = before != null ? before.start() : start;
        if (number.scale() == null && before != null) {
            value = value.scaleByPowerOfTen(before.power());
        }
        return withCents(new Money(new Span(from, afterAt), strip(value), code, ish), number);
    }

    private int pastIsh(int end) {
        var ish = ISH.matcher(folded.substring(end));
        return ish.find() ? end + ish.end() : end;
    }

    private @Nullable Money withoutCurrency(NumberPhrase number, int afterAt, boolean ish) {
        int start = number.span().start();
        int end = number.span().end();
        if (CENTS.matcher(folded.substring(end)).find()) {
            return new Money(new Span(start, end), number.value().movePointLeft(2), null, false);
        }
        return ish || bare(number) ? new Money(new Span(start, afterAt), number.value(), null, ish) : null;
    }

    private static BigDecimal strip(BigDecimal value) {
        return value.scale() > 2 || value.scale() < 0 ? value.stripTrailingZeros() : value;
    }

    /** "75 usd million". */
    private int late(NumberPhrase number, int at) {
        return number.scale() == null && folded.startsWith(" million", at) ? at + 8 : 0;
    }

    private Currencies.@Nullable Hit before(int start) {
        int end = start;
        if (end > 0 && " .:".indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        var hit = end > 0 ? Currencies.before(folded, text, end) : null;
        if (hit == null && end < start && folded.charAt(end) == '.') {
            hit = Currencies.before(folded, text, start);
        }
        boolean name = hit != null && folded.substring(hit.start(), hit.end()).matches("[a-z. ]{4,}");
        boolean number = hit != null
                && hit.start() > 1
                && folded.substring(0, hit.start()).matches("(?s).*[\\dkm] ?$");
        return hit == null || name && number || hit.code() == null && number
                ? null
                : number && name ? null : number ? signOnly(hit) : hit;
    }

    /** "5 EUR 20 seats": a sign that follows a number belongs to that one, unless it leads as "$" does. */
    private Currencies.@Nullable Hit signOnly(Currencies.Hit hit) {
        return folded.substring(hit.start(), hit.end()).matches(".*[$£¥₹]") && folded.charAt(hit.start() - 1) == ' '
                ? hit
                : null;
    }

    private Currencies.@Nullable Hit after(int end, boolean scaled) {
        int at = end;
        var rest = folded.substring(end);
        var of = OF.matcher(rest);
        if (scaled && of.find()) {
            at += of.end();
        } else if (at < folded.length() && (folded.charAt(at) == ' ' || folded.charAt(at) == '-')) {
            at++;
        }
        var hit = at < folded.length() ? Currencies.at(folded, text, at) : null;
        boolean leads = hit != null
                && at > end
                && folded.substring(hit.start(), hit.end()).matches("[$£¥₹]|[a-z]{1,3}\\$")
                && hit.end() < folded.length()
                && Character.isDigit(folded.charAt(hit.end()));
        return leads ? null : hit;
    }

    /** "$10 dollars" says it twice. */
    private Currencies.@Nullable Hit same(int end, Currencies.Hit before) {
        var after = after(end, false);
        return after != null
                        && (before.code() == null || before.code().equals(after.code()))
                        && after.power() == 0
                        && !(after.end() < folded.length() && Character.isDigit(folded.charAt(after.end())))
                ? after
                : null;
    }

    private boolean glued(int start) {
        return start > 0
                && (Character.isLetterOrDigit(folded.charAt(start - 1))
                        || ".,".indexOf(folded.charAt(start - 1)) >= 0
                                && start > 1
                                && Character.isDigit(folded.charAt(start - 2)));
    }

    /** Without a currency only a magnitude says that money is meant. */
    private boolean bare(NumberPhrase number) {
        var scale = number.scale();
        var rest = folded.substring(number.span().end());
        if (scale == null
                || COUNTED.matcher(rest).find()
                || rest.startsWith("%")
                || scale.equals("mi")
                || scale.equals("g")
                || scale.equals("b") && !rest.isEmpty() && !rest.startsWith(" ")) {
            return false;
        }
        var written = number.span().of(folded);
        if (number.inWords()) {
            return written.matches("(?:a|an|half|quarter) .*")
                    ? written.matches(".*\\b(?:grand|lakh|lakhs|crore)$")
                    : !rest.matches("^ of\\b.*");
        }
        boolean whole = !written.contains(".") && !written.contains(",");
        return !(scale.equals("m") && whole) && !written.startsWith("401") && !scale.equals("md");
    }

    private Money withCents(Money money, NumberPhrase number) {
        var rest = folded.substring(money.span().end());
        var small = SMALL.matcher(rest);
        boolean bare = false;
        if (!small.find()) {
            small = SMALL_BARE.matcher(rest.replaceAll("[.!?]?\\s*$", ""));
            bare = true;
            if (!small.find()) {
                return money;
            }
        }
        var cents = small.group(1) != null ? Integer.valueOf(small.group(1)) : words(small.group(2));
        if (cents == null
                || cents > 99
                || number.value().remainder(BigDecimal.ONE).signum() != 0
                || bare && number.scale() != null) {
            return money;
        }
        var span = new Span(money.span().start(), money.span().end() + small.end());
        return new Money(span, money.amount().add(BigDecimal.valueOf(cents, 2)), money.currency(), money.range());
    }

    private static @Nullable Integer words(String written) {
        var found = NumberPhrases.in(written);
        return found.size() == 1
                        && found.getFirst().span().end() == written.length()
                        && found.getFirst().span().start() == 0
                ? Integer.valueOf(found.getFirst().value().intValue())
                : null;
    }

    /** "20-25k": the number before the joint lacks its scale, so the written text before an amount is looked at too. */
    private List<Money> markRanges(List<Money> found) {
        var out = new ArrayList<Money>();
        for (int i = 0; i < found.size(); i++) {
            var money = found.get(i);
            boolean range = money.range();
            if (i > 0) {
                range |= joined(found.get(i - 1).span().end(), money.span().start());
            }
            if (i + 1 < found.size()) {
                range |= joined(money.span().end(), found.get(i + 1).span().start());
            }
            var before = folded.substring(
                    Math.max(0, money.span().start() - 12), money.span().start());
            range |= before.matches(".*(?<![\\d./])[$€£]?\\d{1,4}(?:[.,]\\d)? ?(?:-|to|bis|or) ?$")
                    && !before.matches(".*-> ?$");
            var wide = folded.substring(
                    Math.max(0, money.span().start() - 24), money.span().start());
            range |= wide.matches(
                            "(?s).*\\b(?:between|from|entre|zwischen|von|de) [$€£]?\\d{1,4}(?:[.,]\\d)? (?:and|y|et|und|a|to) $")
                    && !isChange(money.span().start() - 4);
            out.add(new Money(money.span(), money.amount(), money.currency(), range));
        }
        return out;
    }

    private boolean joined(int from, int to) {
        return to >= from
                && to - from <= 8
                && JOINT.matcher(folded.substring(from, to)).matches()
                && !folded.substring(from, to).contains("->")
                && !isChange(from);
    }

    /** "from 40k to 45k" is a change, not a range. */
    private boolean isChange(int from) {
        return folded.substring(Math.max(0, from - 24), from)
                .matches(
                        "(?s).*\\b(?:from|von|de|desde|raised|up|down|cut|changed?|by|lower(?:ed)?|reduced?|increased?|dropped|um)\\b.*");
    }
}
