package dev.windrose.context.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the details of an entry say, as sentences. */
final class Facts {

    private Facts() {}

    static List<String> of(Map<String, ?> details) {
        var out = new ArrayList<String>();
        if (details.get("clause") instanceof String clause) {
            out.addAll(Statement.sentences(clause));
        }
        if (details.get("criteria") instanceof String criteria) {
            out.addAll(Statement.sentences(criteria));
        }
        for (var name : List.of("strengths", "weaknesses", "answers", "responsibilities", "approves")) {
            if (details.get(name) instanceof List<?> list) {
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .forEach(out::add);
            }
        }
        if (details.get("claims") instanceof List<?> claims) {
            for (var claim : claims) {
                if (claim instanceof Map<?, ?> map) {
                    out.add(fact(map));
                }
            }
        }
        return List.copyOf(out);
    }

    private static String fact(Map<?, ?> claim) {
        var comparator =
                switch (String.valueOf(claim.get("comparator"))) {
                    case "at_least" -> "at least ";
                    case "at_most" -> "at most ";
                    case "up_to" -> "up to ";
                    case "about" -> "about ";
                    default -> "";
                };
        var unit = claim.get("unit") == null ? "" : String.valueOf(claim.get("unit"));
        boolean sign = unit.matches("[A-Z]{2,4}") && !"USD EUR GBP CHF NTU".contains(unit);
        var value = String.valueOf(claim.get("value"));
        return claim.get("measure") + ": " + comparator + (sign ? unit + " " + value : value + " " + unit).strip()
                + (claim.get("subject") == null ? "" : " (" + claim.get("subject") + ")");
    }
}
