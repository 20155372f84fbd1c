package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up people and firms, and writes one value again as another hand would: with slips, short forms, other marks and gaps. */
final class InventValues {

    private static final List<String> SOUNDS = List.of(
            "ka", "lo", "mi", "ra", "ten", "vor", "shi", "bel", "dan", "gor", "pel", "mur", "sa", "ti", "no", "el",
            "ar", "un", "wes", "tor", "hal", "ber", "lin", "mar", "quo", "fen", "dri", "sto", "gau", "zen", "jö", "mü",
            "ña", "sø", "łu", "é");
    private static final List<String> GIVEN = List.of(
            "robert",
            "william",
            "richard",
            "james",
            "thomas",
            "charles",
            "edward",
            "joseph",
            "daniel",
            "michael",
            "elizabeth",
            "katherine",
            "margaret",
            "jennifer",
            "patricia",
            "alexander",
            "benjamin",
            "samuel",
            "rebecca",
            "victoria",
            "susan");
    private static final List<String> TRADES = List.of(
            "foods",
            "metal",
            "optics",
            "paper",
            "rail",
            "systems",
            "energy",
            "textiles",
            "robotics",
            "services",
            "partners",
            "labs");
    private static final List<String> FORMS =
            List.of("inc", "ltd", "gmbh", "llc", "ag", "sa", "bv", "corp", "limited", "incorporated");
    private static final List<String> STREETS = List.of("Street", "Avenue", "Road", "Lane", "Drive", "Boulevard");
    private static final List<String> SHORT = List.of("St", "Ave.", "Rd", "Ln", "Dr.", "Blvd");
    private static final List<String> PLACES =
            List.of("Ostmark", "Vellmar", "Lindow", "Harrowgate", "Quernfeld", "Brindle Bay");

    private final Random random = new Random(41);

    String value(ColumnKind kind) {
        return switch (kind) {
            case NAME -> chance(.5) ? person() : firm();
            case ADDRESS -> (1 + random.nextInt(900)) + " " + title(word(3)) + " " + pick(STREETS);
            case PHONE -> "+1 555 %03d %04d".formatted(random.nextInt(1000), random.nextInt(10_000));
            case EMAIL -> (pick(GIVEN) + "." + plain(word(3)) + "@" + plain(word(3)) + ".example");
            case WEB -> "https://www." + plain(word(3)) + ".example";
            case DATE ->
                "%d-%02d-%02d".formatted(1940 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case NUMBER -> String.format(Locale.ROOT, "%.2f", Math.exp(random.nextGaussian() * 1.5 + 4));
            case CODE -> letters(2) + "-" + (10_000 + random.nextInt(90_000));
            case CATEGORY -> title(pick(TRADES)) + (chance(.4) ? " " + pick(TRADES) : "");
            case TEXT -> sentence();
        };
    }

    /** The same thing told again. */
    String again(String value, ColumnKind kind) {
        double draw = random.nextDouble();
        return switch (kind) {
            case NAME -> name(value, draw);
            case ADDRESS -> address(value, draw);
            case PHONE ->
                draw < .8
                        ? marks(value)
                        : draw < .87
                                ? slip(value, "0123456789")
                                : draw < .89 ? value + " x" + random.nextInt(99) : value(kind);
            case EMAIL -> mail(value, draw);
            case WEB -> web(value, draw);
            case DATE -> date(value, draw);
            case NUMBER -> number(value, draw);
            case CODE ->
                draw < .82
                        ? marks(value)
                        : draw < .93 ? slip(value, "0123456789") : draw < .96 ? value + "A" : value(kind);
            case CATEGORY ->
                draw < .6
                        ? value.toLowerCase(Locale.ROOT)
                        : draw < .7 ? value.split(" ")[0] : draw < .76 ? slip(value, "aeiou") : value(kind);
            case TEXT -> draw < .35 ? value : draw < .85 ? thinned(value) : value(kind);
        };
    }

    /** Another thing of the same firm or house. */
    String beside(String value, ColumnKind kind) {
        return switch (kind) {
            case NAME -> person().split(" ")[0] + " " + value.split(" ")[Math.min(1, value.split(" ").length - 1)];
            case EMAIL -> pick(GIVEN) + "." + plain(word(2)) + value.substring(value.indexOf('@'));
            case PHONE -> value.substring(0, value.length() - 3) + "%03d".formatted(random.nextInt(1000));
            case ADDRESS -> (1 + random.nextInt(900)) + value.substring(value.indexOf(' '));
            case WEB, DATE, NUMBER, CODE, CATEGORY, TEXT -> value(kind);
        };
    }

    private String name(String value, double draw) {
        boolean person = GIVEN.contains(value.split(" ")[0].toLowerCase(Locale.ROOT));
        var words = new ArrayList<>(List.of(value.split(" ")));
        if (draw < .6) {
            return chance(.3) ? value.toUpperCase(Locale.ROOT) : chance(.3) ? spelled(value) : value;
        }
        if (draw < .75) {
            return slip(value, "aeinorst");
        }
        if (draw < .79) {
            Collections.reverse(words);
            return String.join(person ? ", " : " ", words);
        }
        if (draw < .95 && person) {
            var forms = NameForms.of(words.getFirst().toLowerCase(Locale.ROOT)).stream()
                    .sorted()
                    .toList();
            words.set(0, chance(.4) || forms.isEmpty() ? words.getFirst().substring(0, 1) + "." : pick(forms));
            return String.join(" ", words);
        }
        if (draw < .95) {
            if (FORMS.contains(words.getLast())) {
                words.removeLast();
            }
            return String.join(" ", words) + (chance(.5) ? " " + pick(FORMS) : "");
        }
        return person ? person() : firm();
    }

    private String address(String value, double draw) {
        var shortened = value;
        for (int i = 0; i < STREETS.size(); i++) {
            shortened = chance(.6) ? shortened.replace(STREETS.get(i), SHORT.get(i)) : shortened;
        }
        return draw < .5
                ? shortened
                : draw < .68
                        ? slip(shortened, "aeiou")
                        : draw < .8
                                ? shortened + ", Suite " + random.nextInt(40)
                                : draw < .86
                                        ? value.substring(0, value.lastIndexOf(' '))
                                        : draw < .9 ? beside(value, ColumnKind.ADDRESS) : value(ColumnKind.ADDRESS);
    }

    private String mail(String value, double draw) {
        return draw < .76
                ? (chance(.2) ? value.toUpperCase(Locale.ROOT) : value)
                : draw < .86
                        ? slip(value, "aeiou")
                        : draw < .9
                                ? value.substring(0, value.indexOf('@')) + "@" + plain(word(2)) + ".example"
                                : draw < .94 ? "info" + value.substring(value.indexOf('@')) : value(ColumnKind.EMAIL);
    }

    private String web(String value, double draw) {
        var bare = value.replace("https://", "").replace("www.", chance(.5) ? "" : "www.");
        return draw < .82
                ? bare + (chance(.2) ? "/en/home" : "")
                : draw < .89
                        ? bare.replace(".example", ".test")
                        : draw < .92 ? slip(bare, "aeiou") : value(ColumnKind.WEB);
    }

    private String date(String value, double draw) {
        var parts = value.split("-");
        return draw < .8
                ? (chance(.3) ? parts[2] + "." + parts[1] + "." + parts[0] : value)
                : draw < .89
                        ? slip(value, "0123456789")
                        : draw < .92
                                ? parts[0] + "-" + parts[2] + "-" + parts[1]
                                : draw < .96
                                        ? parts[0] + "-" + parts[1] + "-" + (1 + random.nextInt(28))
                                        : value(ColumnKind.DATE);
    }

    private String number(String value, double draw) {
        double amount = Double.parseDouble(value);
        double off = draw < .62 ? 0 : draw < .72 ? .01 : draw < .8 ? .06 : draw < .87 ? .2 : random.nextDouble();
        return (chance(.3) ? "$" : "") + String.format(Locale.ROOT, "%.2f", amount * (1 - off));
    }

    private String slip(String value, String letters) {
        int at = random.nextInt(Math.max(1, value.length() - 1));
        char other = letters.charAt(random.nextInt(letters.length()));
        return switch (random.nextInt(4)) {
            case 0 -> value.substring(0, at) + value.substring(at + 1);
            case 1 -> value.substring(0, at) + other + value.substring(at);
            case 2 -> value.substring(0, at) + other + value.substring(at + 1);
            default ->
                at + 1 < value.length()
                        ? value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2)
                        : value;
        };
    }

    private String marks(String value) {
        return chance(.5) ? value : value.replace(" ", chance(.5) ? "-" : "").replace("-", chance(.5) ? "." : "");
    }

    /** Letters of other languages written with those of this one. */
    private static String spelled(String value) {
        return value.replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ñ", "n")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("é", "e");
    }

    private String sentence() {
        var words = new ArrayList<String>();
        for (int i = 0; i < 15 + random.nextInt(20); i++) {
            words.add(chance(.4) ? pick(TRADES) : word(2));
        }
        return String.join(" ", words);
    }

    private String thinned(String value) {
        var kept = new ArrayList<String>();
        for (var word : value.split(" ")) {
            if (chance(.8)) {
                kept.add(chance(.1) ? word(2) : word);
            }
        }
        return String.join(" ", kept);
    }

    private String person() {
        return title(pick(GIVEN)) + " " + title(word(2 + random.nextInt(2)));
    }

    private String firm() {
        return title(word(2 + random.nextInt(2))) + " " + title(pick(TRADES))
                + (chance(.5) ? " " + pick(FORMS) : chance(.2) ? " " + pick(PLACES) : "");
    }

    private String word(int sounds) {
        var word = new StringBuilder();
        for (int i = 0; i < sounds; i++) {
            word.append(pick(SOUNDS));
        }
        return word.toString();
    }

    private String letters(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('A' + random.nextInt(26)));
        }
        return out.toString();
    }

    private static String plain(String word) {
        return spelled(word).replaceAll("[^a-z]", "");
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
