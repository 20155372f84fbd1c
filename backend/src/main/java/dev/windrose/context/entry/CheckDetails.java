package dev.windrose.context.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares details with the fields of their kind. Says everything that is wrong, in sentences for whoever wrote them. */
final class CheckDetails {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST = 20_000;
    private static final int MOST_ELEMENTS = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final List<String> problems = new ArrayList<>();

    private CheckDetails() {}

    /** @param complete whether required fields must be there */
    static List<String> of(EntryKind kind, @Nullable Object details, boolean complete) {
        var check = new CheckDetails();
        switch (details) {
            case null -> check.object(kind.fields(), Map.of(), "", complete, kind.wire());
            case Map<?, ?> map -> check.object(kind.fields(), map, "", complete, kind.wire());
            default -> check.problems.add("Details are an object of named fields.");
        }
        return check.problems;
    }

    /** The records that details point to, by record type. */
    static Map<String, List<UUID>> references(EntryKind kind, @Nullable Object details) {
        var found = new LinkedHashMap<String, List<UUID>>();
        if (details instanceof Map<?, ?> map) {
            for (var field : kind.fields()) {
                if (field.ref() != null
                        && map.get(field.name()) instanceof String id
                        && ID.matcher(id).matches()) {
                    found.computeIfAbsent(field.ref(), _ -> new ArrayList<>()).add(UUID.fromString(id));
                }
            }
        }
        return found;
    }

    private void object(List<DetailField> fields, Map<?, ?> values, String path, boolean complete, String owner) {
        var known = fields.stream().collect(Collectors.toMap(DetailField::name, field -> field));
        values.forEach((name, value) -> {
            var field = known.get(String.valueOf(name));
            if (field == null) {
                problems.add(unknown(path + name, owner, fields));
            } else if (value != null) {
                value(field, value, path + name, complete);
            }
        });
        if (complete) {
            fields.stream()
                    .filter(field -> field.required() && empty(values.get(field.name())))
                    .forEach(field -> problems.add("%s%s is missing.".formatted(path, field.name())));
        }
    }

    private static String unknown(String name, String owner, List<DetailField> fields) {
        String there = fields.stream().map(DetailField::name).collect(Collectors.joining(", "));
        return there.isEmpty()
                ? "%s is unknown: %s has no details.".formatted(name, owner)
                : "%s is unknown: %s has %s.".formatted(name, owner, there);
    }

    private static boolean empty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
    }

    private void value(DetailField field, Object value, String path, boolean complete) {
        switch (field.type()) {
            case TEXT -> text(value, path, LONGEST_TEXT);
            case LONG_TEXT -> text(value, path, LONGEST);
            case NUMBER -> require(value instanceof Number, path, "a number", value);
            case BOOLEAN -> require(value instanceof Boolean, path, "true or false", value);
            case DATE -> require(value instanceof String day && isDate(day), path, "a date such as 2026-03-31", value);
            case CHOICE ->
                require(
                        value instanceof String chosen && field.choices().contains(chosen),
                        path,
                        "one of " + String.join(", ", field.choices()),
                        value);
            case REFERENCE ->
                require(
                        value instanceof String id && ID.matcher(id).matches(),
                        path,
                        "the id of a " + field.ref(),
                        value);
            case LIST -> list(value, path);
            case OBJECTS -> objects(field, value, path, complete);
        }
    }

    private void text(Object value, String path, int longest) {
        require(value instanceof String, path, "a text", value);
        if (value instanceof String text && text.length() > longest) {
            problems.add("%s has %d characters, at most %d fit.".formatted(path, text.length(), longest));
        }
    }

    private void list(Object value, String path) {
        if (value instanceof List<?> list) {
            limit(list, path);
            for (int i = 0; i < list.size(); i++) {
                text(list.get(i) instanceof Object element ? element : "", "%s[%d]".formatted(path, i), LONGEST_TEXT);
            }
        } else {
            require(false, path, "a list of texts", value);
        }
    }

    private void objects(DetailField field, Object value, String path, boolean complete) {
        if (!(value instanceof List<?> list)) {
            require(false, path, "a list of objects", value);
            return;
        }
        limit(list, path);
        for (int i = 0; i < list.size(); i++) {
            String place = "%s[%d]".formatted(path, i);
            if (list.get(i) instanceof Map<?, ?> element) {
                object(field.parts(), element, place + ".", complete, field.name());
            } else {
                require(false, place, "an object", String.valueOf(list.get(i)));
            }
        }
    }

    private void limit(List<?> list, String path) {
        if (list.size() > MOST_ELEMENTS) {
            problems.add("%s has %d elements, at most %d fit.".formatted(path, list.size(), MOST_ELEMENTS));
        }
    }

    private void require(boolean right, String path, String expected, Object value) {
        if (!right) {
            String shown = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
            problems.add("%s takes %s, not %s."
                    .formatted(path, expected, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
        }
    }

    private static boolean isDate(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
