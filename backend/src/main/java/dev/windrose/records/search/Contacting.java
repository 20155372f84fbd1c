package dev.windrose.records.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The forms in which mail addresses, web addresses and phone numbers are found, whatever way they are written. */
final class Contacting {

    /** Shorter numbers are numbers of something else. */
    static final int SHORTEST_PHONE = 5;

    private static final int[] ENDS = {9, 8, 7};

    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*://");
    private static final Pattern WWW = Pattern.compile("^www\\d?\\.");
    private static final Pattern REST = Pattern.compile("[/?#:].*$");
    private static final Pattern PHONE = Pattern.compile("[\\s+()\\d./-]+");

    private Contacting() {}

    /** The address, what stands before and after the @, and their parts. */
    static List<Word> mail(String address) {
        var words = new ArrayList<Word>();
        String plain = address.strip().toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        words.add(new Word(plain, 0, address.length()));
        if (at > 0) {
            words.add(new Word(plain.substring(0, at), 0, at));
            words.addAll(domain(plain.substring(at + 1), at + 1, address.length()));
        }
        words.addAll(Words.of(address));
        return words;
    }

    static List<Word> url(String address) {
        String host = host(address);
        var words = new ArrayList<>(domain(host, 0, address.length()));
        words.addAll(Words.of(address));
        return words;
    }

    /** The name of the server without {@code www}, of an address in any form. */
    static String host(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        String named = WWW.matcher(SCHEME.matcher(plain).replaceFirst("")).replaceFirst("");
        return REST.matcher(named).replaceFirst("");
    }

    /** {@code shop.exelion.de} is also found as {@code exelion.de}. */
    private static List<Word> domain(String host, int from, int to) {
        var words = new ArrayList<Word>();
        String rest = host;
        while (rest.contains(".")) {
            words.add(new Word(rest, from, to));
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return words;
    }

    /** The digits, and the last nine, eight and seven of them: with and without the code of the country and the town. */
    static List<Word> phone(String number) {
        String digits = digits(number);
        var words = new ArrayList<>(Words.of(number));
        if (digits.length() < SHORTEST_PHONE) {
            return words;
        }
        words.add(new Word(digits, 0, number.length()));
        for (int end : ENDS) {
            if (digits.length() > end) {
                words.add(new Word(digits.substring(digits.length() - end), 0, number.length()));
            }
        }
        return words;
    }

    /** Without what is dialled before the code of a country or a town. */
    static String digits(String number) {
        String plain = number.replace("(0)", "");
        var digits = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            int digit = Character.digit(plain.charAt(i), 10);
            if (digit > 0 || digit == 0 && !digits.isEmpty()) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** The end of a number by which it is looked up, however much of it was given. */
    static String end(String digits) {
        for (int end : ENDS) {
            if (digits.length() >= end) {
                return digits.substring(digits.length() - end);
            }
        }
        return digits;
    }

    static boolean looksLikePhone(String text) {
        return PHONE.matcher(text).matches() && digits(text).length() >= SHORTEST_PHONE;
    }
}
