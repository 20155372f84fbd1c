package dev.windrose.llm.language;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs, codes and names of currencies, folded, in five languages. */
final class Currencies {

    private static final int LONGEST = 28;
    private static final List<String> SIGNS = List.of(
            "USD us$ u$s usd$ us-$ u.s.$ u.s$",
            "SGD s$ sg$ sgd$",
            "AUD a$ au$ aud$",
            "CAD c$ ca$ cad$ can$",
            "HKD hk$ hkd$ $hk",
            "NZD nz$ nzd$",
            "BRL r$ brl$",
            "MXN mx$ mxn$ mex$",
            "TWD nt$",
            "ARS ar$",
            "CLP cl$ clp$",
            "COP col$",
            "USD $",
            "EUR €",
            "GBP £ ₤",
            "JPY ¥ 円 yen yens yenes",
            "CNY 元 rmb yuan yuans kuai renminbi cn¥",
            "INR ₹ rs rs. inr rupee rupees rupien rupias roupies",
            "KRW ₩ won",
            "TRY ₺ tl",
            "ILS ₪ shekel shekels",
            "PLN zł zl zloty zlotys",
            "CZK kč kc",
            "RUB ₽ руб рублей rubel",
            "UAH ₴ грн",
            "LAK ₭",
            "LKR ரூ",
            "THB ฿ baht",
            "VND ₫",
            "NGN ₦",
            "PHP ₱",
            "CHF fr. sfr franken chf francs",
            "MYR rm ringgit ringgits sen");
    private static final List<String> SPOKEN = List.of(
            "EUR euro,euros,eur",
            "USD dollar,dollars,dollar us,bucks,dolar,dolares,dolar us,us dollar,us dollars,american dollars,"
                    + "dollars americains,dollars us,dolares americanos,dolares estadounidenses,american dollar,us dolares",
            "GBP pound,pounds,quid,pounds sterling,livres,livres sterling,libra,libras,libras esterlinas,pfund,british pounds",
            "CHF swiss francs,swiss franc,schweizer franken,francs suisses,franc suisse,francos suizos,sfr,fr",
            "INR indian rupees",
            "BRL reais,real,reais brasileiros",
            "SEK kronor,kr sek,svenska kronor",
            "MXN pesos mexicanos,mexican pesos",
            "AED dirham,dirhams",
            "CNY chinese yuan,yuan chinois,yuan chino,yuanes,chinesische yuan",
            "JPY japanese yen,yen japones,japanische yen",
            "EGP egyptianpound,egyptian pounds,le,l.e.,genihat masriya",
            "KWD kuwaiti dinar,kd",
            "MYR malaysia ringgit,malaysia ringgits,malaysian ringgit,malaysian ringgits,malaysian ringgits",
            "MNT tugrik,tugriks",
            "QAR qatari riyals,qatari riyal",
            "TRY turkish lira,turkish liras",
            "PLN zloty,zlotych",
            "CZK koruna,korun",
            "ESP peseta,pesetas,pts,pta,ptas,pt",
            "NLG dutch guilders,dutch guilder",
            "FIM finnish markka",
            "HKD hong kong dollars,hong kong dollar",
            "AUD australian dollars,aussie dollars",
            "CAD canadian dollars",
            "NZD new zealand dollars,kiwi dollars");
    private static final Map<String, String> NAMES = names();
    /** Codes that are words too count only in capitals. */
    private static final Set<String> WORDS = Set.of(
            "ALL", "TRY", "TOP", "MAD", "MOP", "CUP", "PEN", "CAD", "GEL", "SOS", "BAM", "COP", "LAK", "MUR", "ANG",
            "BOB", "ZAR", "SAR", "RON");

    /** "R145k", "R 2 600 000": a letter alone needs a sum behind it. */
    private static final java.util.regex.Pattern RAND = java.util.regex.Pattern.compile(
            " ?(?:\\d{1,3}(?:[ ,.]\\d{3})+|\\d+(?:[.,]\\d+)? ?(?:k|m|mil|million|bn|mn)\\b|\\d{4,})");

    private Currencies() {}

    /** A currency beside a number. */
    record Hit(int start, int end, @Nullable String code, int power) {}

    /** The longest name or sign that begins here; {@code original} tells capitals. */
    static @Nullable Hit at(String folded, String original, int from) {
        for (int end = Math.min(folded.length(), from + LONGEST); end > from; end--) {
            boolean cut = end < folded.length() && joined(folded, end);
            if (cut) {
                continue;
            }
            var hit = hit(folded, original, from, end);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** The longest name or sign that ends here. */
    static @Nullable Hit before(String folded, String original, int end) {
        for (int from = Math.max(0, end - LONGEST); from < end; from++) {
            boolean cut = from > 0
                    && Character.isLetterOrDigit(folded.charAt(from))
                    && Character.isLetterOrDigit(folded.charAt(from - 1));
            var hit = cut ? null : hit(folded, original, from, end);
            if (hit != null && !sign(folded, from)) {
                return hit;
            }
        }
        return null;
    }

    private static boolean sign(String folded, int from) {
        return from > 0 && folded.charAt(from) == '$' && Character.isLetter(folded.charAt(from - 1));
    }

    private static boolean joined(String folded, int end) {
        return Character.isLetter(folded.charAt(end)) && Character.isLetter(folded.charAt(end - 1));
    }

    private static @Nullable Hit hit(String folded, String original, int from, int end) {
        var word = folded.substring(from, end);
        if (word.equals("r")
                && original.charAt(from) == 'R'
                && end < folded.length()
                && RAND.matcher(folded.substring(end)).lookingAt()) {
            return new Hit(from, end, "ZAR", 0);
        }
        var code = NAMES.get(word);
        if (code != null) {
            boolean doubtful = WORDS.contains(word.toUpperCase(Locale.ROOT))
                    && !original.substring(from, end).equals(word.toUpperCase(Locale.ROOT));
            return doubtful && !word.matches("cad|zar|sar|try|ron")
                    ? null
                    : new Hit(from, end, code.isEmpty() ? null : code, 0);
        }
        if (word.length() == 4 && (word.charAt(0) == 'm' || word.charAt(0) == 'k')) {
            var plain = NAMES.get(word.substring(1));
            return plain != null && plain.equalsIgnoreCase(word.substring(1))
                    ? new Hit(from, end, plain, word.charAt(0) == 'm' ? 6 : 3)
                    : null;
        }
        return null;
    }

    private static Map<String, String> names() {
        var map = new HashMap<String, String>();
        for (var currency : Currency.getAvailableCurrencies()) {
            map.put(currency.getCurrencyCode().toLowerCase(Locale.ROOT), currency.getCurrencyCode());
        }
        for (var language : List.of("en", "de", "fr", "es", "pt")) {
            for (var currency : Currency.getAvailableCurrencies()) {
                spoken(map, currency.getDisplayName(Locale.of(language)), currency.getCurrencyCode());
            }
        }
        map.keySet().removeIf(name -> name.length() < 3 || name.matches("\\d.*"));
        signs(map);
        words(map);
        return map;
    }

    /** A name, its usual plurals, and a German adjective in its other cases. */
    private static void spoken(Map<String, String> map, String name, String code) {
        var folded = Fold.inPlace(name).replace('-', ' ').replaceAll(" \\(.*", "");
        map.putIfAbsent(folded, code);
        map.putIfAbsent(plural(folded), code);
        map.putIfAbsent(folded + "s", code);
        if (folded.contains("er ")) {
            map.putIfAbsent(folded.replace("er ", "en "), code);
            map.putIfAbsent(folded.replace("er ", "e "), code);
        }
    }

    private static String plural(String name) {
        var out = new StringBuilder();
        for (var word : name.split(" ")) {
            var last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
            out.append(out.isEmpty() ? "" : " ")
                    .append(word)
                    .append("rnl".indexOf(last) >= 0 ? "es" : last == 's' ? "" : "s");
        }
        return out.toString();
    }

    private static void signs(Map<String, String> map) {
        for (var row : SIGNS) {
            var parts = row.split(" ");
            for (int i = 1; i < parts.length; i++) {
                map.put(parts[i], parts[0]);
                if (parts[i].endsWith("$") && parts[i].length() > 1 && !parts[i].contains("-")) {
                    map.put(parts[i].substring(0, parts[i].length() - 1) + " $", parts[0]);
                }
            }
        }
        map.put("$ hk", "HKD");
        map.remove("francs");
        map.remove("sen");
    }

    private static void words(Map<String, String> map) {
        for (var row : SPOKEN) {
            var names = row.substring(4).split(",");
            for (var name : names) {
                map.put(name, row.substring(0, 3));
            }
        }
        for (var open : List.of(
                "kr", "kr.", "kroner", "peso", "pesos", "franc", "francs", "francos", "dinar", "dinars", "riyal",
                "riyals", "rial", "rials")) {
            map.put(open, "");
        }
        map.remove("le");
        map.remove("pt");
    }
}
