package dev.windrose.llm.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signs, codes and words of currencies. */
final class Currencies {

    private static final Map<String, String> SIGNS = signs();
    private static final Map<String, String> WORDS = words();

    /** Longest first, on folded text. */
    static final String SIGN = alternatives(SIGNS);

    static final String WORD = alternatives(WORDS);

    private Currencies() {}

    static @Nullable String code(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var key = written.strip();
        return SIGNS.getOrDefault(key, WORDS.get(key));
    }

    private static Map<String, String> signs() {
        var map = new LinkedHashMap<String, String>();
        map.put("us$", "USD");
        map.put("s$", "SGD");
        map.put("a$", "AUD");
        map.put("au$", "AUD");
        map.put("c$", "CAD");
        map.put("ca$", "CAD");
        map.put("hk$", "HKD");
        map.put("nz$", "NZD");
        map.put("r$", "BRL");
        map.put("mx$", "MXN");
        map.put("$", "USD");
        map.put("€", "EUR");
        map.put("£", "GBP");
        map.put("¥", "JPY");
        map.put("円", "JPY");
        map.put("₹", "INR");
        map.put("₩", "KRW");
        map.put("₺", "TRY");
        map.put("₪", "ILS");
        map.put("zł", "PLN");
        map.put("zl", "PLN");
        map.put("kč", "CZK");
        return map;
    }

    private static Map<String, String> words() {
        var map = new LinkedHashMap<String, String>();
        var codes =
                "usd eur gbp chf jpy inr krw sgd hkd aud cad nzd brl mxn sek nok dkk pln czk huf try ils zar aed sar "
                        + "cny twd thb clp ars cop";
        for (var code : codes.split(" ")) {
            map.put(code, code.toUpperCase(java.util.Locale.ROOT));
        }
        map.put("euros", "EUR");
        map.put("euro", "EUR");
        map.put("dollars", "USD");
        map.put("dollar", "USD");
        map.put("bucks", "USD");
        map.put("pounds", "GBP");
        map.put("quid", "GBP");
        map.put("franken", "CHF");
        map.put("rupees", "INR");
        map.put("rupee", "INR");
        map.put("inr", "INR");
        map.put("rs", "INR");
        map.put("yen", "JPY");
        map.put("reais", "BRL");
        map.put("kronor", "SEK");
        map.put("zloty", "PLN");
        return map;
    }

    private static String alternatives(Map<String, String> names) {
        return names.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
