package dev.windrose.records.importing.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells of an address card. */
final class ReadCard {

    static final List<String> COLUMNS = List.of(
            "Full name",
            "First name",
            "Last name",
            "E-mail",
            "E-mail 2",
            "Phone",
            "Phone 2",
            "Company",
            "Department",
            "Job title",
            "Role",
            "Address",
            "Website",
            "Birthday",
            "Categories",
            "Notes",
            "UID",
            "Other");

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w-]+)");

    private final Map<String, String> cells = new LinkedHashMap<>();

    private ReadCard() {}

    static List<String> of(List<String> lines) {
        var card = new ReadCard();
        lines.forEach(card::read);
        return COLUMNS.stream().map(name -> card.cells.getOrDefault(name, "")).toList();
    }

    private void read(String line) {
        int colon = colon(line);
        if (colon < 0) {
            return;
        }
        int end = line.indexOf(';');
        String name = line.substring(line.lastIndexOf('.', end < 0 ? colon : Math.min(end, colon)) + 1, colon);
        int semicolon = name.indexOf(';');
        String parameters = semicolon < 0 ? "" : name.substring(semicolon);
        String property = (semicolon < 0 ? name : name.substring(0, semicolon)).strip();
        String value = decoded(line.substring(colon + 1), parameters);
        switch (property.toUpperCase(Locale.ROOT)) {
            case "FN" -> put("Full name", plain(value));
            case "N" -> name(split(value, ';'));
            case "EMAIL" -> oneOfTwo("E-mail", plain(value).replaceFirst("(?i)^mailto:", ""));
            case "TEL" -> oneOfTwo("Phone", plain(value).replaceFirst("(?i)^tel:", ""));
            case "ORG" -> organisation(split(value, ';'));
            case "TITLE" -> put("Job title", plain(value));
            case "ROLE" -> put("Role", plain(value));
            case "ADR" -> put("Address", joined(split(value, ';')));
            case "URL" -> put("Website", plain(value));
            case "BDAY" -> put("Birthday", plain(value));
            case "CATEGORIES" -> put("Categories", String.join("; ", split(value, ',')));
            case "NOTE" -> put("Notes", plain(value));
            case "UID" -> put("UID", plain(value));
            case "VERSION", "PRODID", "REV", "PHOTO", "LOGO", "SOUND", "KEY" -> {}
            default -> add("Other", property + ": " + plain(value));
        }
    }

    /** Before the value; a quoted parameter may hold others. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private void put(String column, String value) {
        if (!value.isBlank()) {
            cells.merge(column, value, (first, more) -> column.equals("Notes") ? first + "\n" + more : first);
        }
    }

    /** The first goes into its column, all others into the second. */
    private void oneOfTwo(String column, String value) {
        if (!cells.containsKey(column)) {
            put(column, value);
        } else {
            add(column + " 2", value);
        }
    }

    private void add(String column, String value) {
        if (!value.isBlank()) {
            cells.merge(column, value, (first, more) -> first + "; " + more);
        }
    }

    private void name(List<String> parts) {
        put("Last name", parts.getFirst());
        put("First name", parts.size() > 1 ? parts.get(1) : "");
    }

    private void organisation(List<String> parts) {
        put("Company", parts.getFirst());
        put("Department", joined(parts.subList(1, parts.size())));
    }

    private static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static String plain(String value) {
        return split(value, '\n').getFirst();
    }

    /** At the sign, unless a backslash stands before it. */
    private static List<String> split(String value, char at) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                part.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else if (c == at) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static String decoded(String value, String parameters) {
        if (!parameters.toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE")) {
            return value;
        }
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '='
                    && i + 2 < value.length()
                    && value.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(charset(parameters));
    }

    private static Charset charset(String parameters) {
        Matcher named = CHARSET.matcher(parameters);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
