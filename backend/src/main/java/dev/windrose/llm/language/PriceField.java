package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a field that holds a price says, as shops and price lists write it.
 *
 * @param currency the sign or name as written; null where there is none
 * @param amount null where there is no price
 */
public record PriceField(
        @Nullable String currency, @Nullable BigDecimal amount) {

    private static final Pattern NUMBER = Pattern.compile("[.]*\\d[\\d\\s.,'’\\u00a0]*(?=\\s*(?:[^%\\d]|$))");
    private static final Pattern EURO_INSIDE = Pattern.compile("(\\d[\\d\\s]*)€(\\d{1,2})(?!\\d)");
    private static final Pattern PERCENT = Pattern.compile("\\d[\\d.,]*\\s*%");
    private static final String SIGNS =
            "US ?\\$:?|[A-Z]{1,3} ?\\$|R\\$|[$€£₤¥₩₪₹₺₽₴฿₫₦₱₡₲₸₾₼₵៛₭₮]|Rp\\.?|RM|Kč|zł|грн\\.?|руб\\.?(?:лей)?|р\\.|Р(?![\\p{L}])|р(?![\\p{L}])|"
                    + "ريال|تومان|د\\.إ|ден|лв\\.?|дин\\.?|Ft|lei|kr\\.?|Fr\\.?|E£|S/|KD|DH|Br|TL|so'm|د\\.ع";
    private static final Pattern SIGN = Pattern.compile(SIGNS);
    private static final Pattern CODE = Pattern.compile(
            "(?<![\\p{L}])(?:USD|EUR|GBP|CHF|AED|DKK|SEK|NOK|PLN|CZK|HUF|RON|BGN|RUB|UAH|TRY|ILS|INR|JPY|CNY|RMB|KRW|SGD|HKD|AUD|CAD|"
                    + "NZD|BRL|MXN|ARS|CLP|COP|PEN|ZAR|SAR|QAR|KWD|BHD|OMR|EGP|MAD|THB|VND|IDR|MYR|PHP|TWD|KZT|GEL|AMD|AZN|"
                    + "Euro|euro|EURO|PKR|LKR|BDT|NGN|KES|GHS|BTC|TMT|руб|Kz|pyб)(?![\\p{L}])|рублей|Euro|euros");
    private static final Pattern BESIDE_AFTER = Pattern.compile(
            "^\\s*(\\p{L}[\\p{L}.'’ /]*?[.'/]?|\\p{Sc}\\p{L}*|\\p{L}*\\p{Sc}|\\p{Lo}[\\p{L}\\p{M}. ]*)\\s*$");

    /** @param hint what stands beside the price: a label, or the currency of the column */
    public static PriceField of(@Nullable String written, @Nullable String hint) {
        var price = written == null ? "" : written;
        var digits = EURO_INSIDE.matcher(price);
        var amountText = digits.find() ? digits.group(1).strip() + "." + digits.group(2) : amountText(price);
        var amount = amountText == null ? null : amount(amountText);
        return new PriceField(currency(price, hint, amount != null), amount);
    }

    private static @Nullable String amountText(String price) {
        var plain = PERCENT.matcher(price).replaceAll(" ");
        var now = plain.toLowerCase(java.util.Locale.ROOT).lastIndexOf("now ");
        var found = NUMBER.matcher(now >= 0 ? plain.substring(now) : plain);
        return found.find() ? found.group() : null;
    }

    private static @Nullable BigDecimal amount(String text) {
        var compact = text.replaceAll("[\\s\\u00a0]", "").replaceAll("['’,.]+$", "");
        var lead = compact.replaceAll("^\\.+", ".");
        boolean small = lead.startsWith(".") && !lead.contains(",") && lead.indexOf('.', 1) < 0;
        var rest = small ? lead : lead.replaceAll("^\\.", "");
        var clean = rest.replaceAll("['’]", "");
        int last = Math.max(clean.lastIndexOf('.'), clean.lastIndexOf(','));
        int after = clean.length() - last - 1;
        boolean decimal = last >= 0 && (after <= 2 || after > 3 || small) && after > 0;
        var whole = (decimal ? clean.substring(0, last) : clean).replaceAll("[.,]", "");
        var value = decimal ? (whole.isEmpty() ? "0" : whole) + "." + clean.substring(last + 1) : whole;
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private static @Nullable String currency(String price, @Nullable String hint, boolean priced) {
        for (var pattern : new Pattern[] {SIGN, CODE}) {
            var inside = pattern.matcher(price);
            if (inside.find()) {
                return inside.group().replaceAll(":$", "").strip();
            }
        }
        if (hint != null) {
            for (var pattern : new Pattern[] {SIGN, CODE}) {
                var beside = pattern.matcher(hint);
                if (beside.find()) {
                    return beside.group().replaceAll(":$", "").strip();
                }
            }
        }
        var number = priced ? NUMBER.matcher(price) : null;
        if (number != null && number.find()) {
            var after = BESIDE_AFTER.matcher(price.substring(number.end()));
            if (after.find() && number.start() == 0 && !after.group(1).isBlank()) {
                return after.group(1).strip();
            }
        }
        return null;
    }
}
