package dev.windrose.llm.language;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of numbers in the languages that messages come in, folded. */
final class NumberLexicon {

    private static final Map<String, Integer> SMALL = small();
    private static final Map<String, BigDecimal> GREAT = great();
    private static final Map<String, Integer> LETTERS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("m", 6),
            Map.entry("mm", 6),
            Map.entry("mn", 6),
            Map.entry("b", 9),
            Map.entry("bn", 9),
            Map.entry("l", 5),
            Map.entry("cr", 7),
            Map.entry("mi", 6),
            Map.entry("mio", 6),
            Map.entry("mrd", 9),
            Map.entry("tsd", 3),
            Map.entry("bln", 9),
            Map.entry("tln", 12),
            Map.entry("g", 9),
            Map.entry("mln", 6),
            Map.entry("bi", 9),
            Map.entry("md", 9));

    private NumberLexicon() {}

    /** Below a hundred; a German compound such as "funfundvierzig" is taken apart. */
    static @Nullable Integer small(String word) {
        var value = SMALL.get(word);
        return value != null ? value : compound(word);
    }

    static boolean hundred(String word) {
        return switch (word) {
            case "hundred", "hundreds", "hundert", "cent", "cents", "ciento", "cem", "cento", "cien", "honderd" -> true;
            default -> false;
        };
    }

    static @Nullable BigDecimal great(String word) {
        return GREAT.get(word);
    }

    /** Short signs that stand right after digits: "45k", "3 Mio". */
    static @Nullable BigDecimal letters(String word) {
        var power = LETTERS.get(word);
        return power == null ? null : BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    static boolean joins(String word) {
        return switch (word) {
            case "and", "und", "et", "y", "e", "en" -> true;
            default -> false;
        };
    }

    private static @Nullable Integer compound(String word) {
        int und = word.indexOf("und", 2);
        if (und > 0 && und + 3 < word.length()) {
            var unit = SMALL.get(word.substring(0, und));
            var ten = SMALL.get(word.substring(und + 3));
            if (unit != null && ten != null && unit < 10 && ten >= 20) {
                return unit + ten;
            }
        }
        int hundred = word.indexOf("hundert");
        if (hundred > 0) {
            var unit = SMALL.get(word.substring(0, hundred));
            var rest = word.substring(hundred + 7);
            var more = rest.isEmpty() ? Integer.valueOf(0) : small(rest);
            return unit != null && more != null ? Integer.valueOf(unit * 100 + more) : null;
        }
        return null;
    }

    private static Map<String, Integer> small() {
        var map = new HashMap<String, Integer>();
        from(
                map,
                0,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                        + "sixteen seventeen eighteen nineteen");
        tens(map, "twenty thirty forty fifty sixty seventy eighty ninety");
        from(
                map,
                0,
                "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn "
                        + "sechzehn siebzehn achtzehn neunzehn");
        tens(map, "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig");
        from(map, 1, "ein zwo");
        map.put("eine", 1);
        map.put("einen", 1);
        map.put("einem", 1);
        map.put("einer", 1);
        map.put("zwo", 2);
        map.put("dreisig", 30);
        french(map);
        iberian(map);
        return map;
    }

    private static void french(Map<String, Integer> map) {
        from(map, 1, "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
        map.put("une", 1);
        map.put("vingt", 20);
        map.put("vingts", 20);
        map.put("trente", 30);
        map.put("quarante", 40);
        map.put("cinquante", 50);
        map.put("soixante", 60);
        map.put("septante", 70);
        map.put("huitante", 80);
        map.put("nonante", 90);
    }

    private static void iberian(Map<String, Integer> map) {
        from(
                map,
                1,
                "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
                        + "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco "
                        + "veintiseis veintisiete veintiocho veintinueve treinta");
        map.put("una", 1);
        tens(map, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa");
        from(
                map,
                1,
                "um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis "
                        + "dezessete dezoito dezenove vinte");
        map.put("uma", 1);
        map.put("duas", 2);
        tens(map, "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa");
        map.put("duzentos", 200);
        map.put("trezentos", 300);
        map.put("quinhentos", 500);
        map.put("doscientos", 200);
        map.put("trescientos", 300);
        map.put("quinientos", 500);
    }

    private static Map<String, BigDecimal> great() {
        var map = new HashMap<String, BigDecimal>();
        power(map, 3, "thousand thousands grand tausend mille mil duizend tusen");
        power(map, 5, "lakh lakhs lac lacs lkh lkhs");
        power(
                map,
                6,
                "million millions mil. millionen mio mill millon millones milhao milhoes milione milioni miljoen "
                        + "miljoner miljon millioner");
        power(map, 7, "crore crores koti");
        power(map, 9, "billion billions milliarde milliarden milliard milliards bilhao bilhoes miliardi miljard");
        power(map, 12, "trillion trillions billionen");
        return map;
    }

    private static void power(Map<String, BigDecimal> map, int power, String words) {
        for (var word : words.split(" ")) {
            map.put(word, BigDecimal.ONE.scaleByPowerOfTen(power));
        }
    }

    private static void from(Map<String, Integer> map, int first, String words) {
        int number = first;
        for (var word : words.split(" ")) {
            map.putIfAbsent(word, number++);
        }
    }

    private static void tens(Map<String, Integer> map, String words) {
        int number = 20;
        for (var word : words.split(" ")) {
            map.put(word, number);
            number += 10;
        }
    }
}
