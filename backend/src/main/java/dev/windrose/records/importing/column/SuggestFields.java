package dev.windrose.records.importing.column;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proposes a field for each column: by its name, by what others call the field, by the shape of its cells. A field is proposed once. */
public final class SuggestFields {

    private static final int OWN_VALUES = 2;

    /** The target that is no field: the record's id in the system the file comes from. */
    public static final String EXTERNAL_ID = "external_id";

    private static final int LEAST = 40;
    private static final int SURE = 85;
    private static final Set<String> GENERAL =
            Set.of("id", "name", "title", "label", "description", "owner", "ownerid");

    private SuggestFields() {}

    /** Parts of the name of a person, which become one. */
    public static final String FIRST_NAME = "first_name";

    public static final String LAST_NAME = "last_name";

    private record Candidate(String column, String field, int score) {}

    /** Whether people have a name of two parts in this type. */
    public static boolean namesPeople(Descriptor type) {
        return type.titleField().equals("name") && type.field("email").isPresent();
    }

    /** How well the columns fit the type: the share of them that it has fields for, sure ones counting more; 0 for other files. */
    public static double fit(Descriptor type, List<ProfileColumn> columns) {
        var chosen = chosen(type, columns).values();
        boolean named = chosen.stream()
                .anyMatch(one -> one.field().equals(type.titleField())
                        || one.field().equals(LAST_NAME)
                        || namesPeople(type) && one.field().equals("email"));
        return named ? understood(chosen, columns) : 0;
    }

    /** The same for a list of which it is known what it is: its records may have no name, but values of their own beside links. */
    public static double fitUnnamed(Descriptor type, List<ProfileColumn> columns) {
        var chosen = chosen(type, columns).values();
        long values = chosen.stream()
                .flatMap(one -> type.field(one.field()).stream())
                .filter(field ->
                        field.kind() != FieldKind.REFERENCE && !field.name().equals(type.name() + "_id"))
                .count();
        return values < OWN_VALUES ? 0 : understood(chosen, columns);
    }

    private static double understood(Collection<Candidate> chosen, List<ProfileColumn> columns) {
        // A name and an id are what lists of anything have.
        boolean telling = chosen.stream().anyMatch(one -> !GENERAL.contains(Spelling.squash(one.column())));
        double sum = chosen.stream().mapToInt(Candidate::score).sum();
        return columns.isEmpty() || !telling ? 0 : sum / columns.size() / 100;
    }

    /** By column name, all columns. */
    public static Map<String, Suggestion> of(Descriptor type, List<ProfileColumn> columns) {
        var chosen = chosen(type, columns);
        Map<String, String> takenBy = new LinkedHashMap<>();
        chosen.forEach((column, candidate) -> takenBy.put(candidate.field(), column));
        var suggestions = new LinkedHashMap<String, Suggestion>();
        for (var column : columns) {
            var candidate = chosen.get(column.name());
            suggestions.put(
                    column.name(),
                    candidate == null
                            ? new Suggestion(null, whyNone(type, column, takenBy), ProposeField.of(column))
                            : new Suggestion(candidate.field(), why(candidate.score()), null));
        }
        return suggestions;
    }

    private static String why(int score) {
        return score >= 100
                ? "The column has the name of the field."
                : score >= SURE
                        ? "Other systems call the field so."
                        : score >= 60 ? "The name is close, or the cells look like it." : "The cells look like it.";
    }

    private static String whyNone(Descriptor type, ProfileColumn column, Map<String, String> takenBy) {
        if (column.empty()) {
            return "The column is empty.";
        }
        if (ProposeField.technical(column.name())) {
            return "A technical column of the export.";
        }
        for (var field : type.fields().values()) {
            if (importable(field) && takenBy.containsKey(field.name()) && score(type, column, field) >= LEAST) {
                return "%s is filled from \"%s\" already.".formatted(field.label(), takenBy.get(field.name()));
            }
        }
        for (var field : type.fields().values()) {
            if (byName(type, column.name(), field) >= SURE && !importable(field)) {
                return "%s is kept by the product itself.".formatted(field.label());
            }
        }
        return "%s have no field of this name or shape.".formatted(type.labelPlural());
    }

    private static Map<String, Candidate> chosen(Descriptor type, List<ProfileColumn> columns) {
        var candidates = new ArrayList<Candidate>();
        for (var column : columns) {
            for (var field : type.fields().values()) {
                if (importable(field)) {
                    add(candidates, column.name(), field.name(), score(type, column, field));
                }
            }
            if (!column.empty()) {
                add(candidates, column.name(), EXTERNAL_ID, IdWords.externalId(type.name(), column.name()));
            }
            if (namesPeople(type) && !column.empty() && !column.mostly(Shape.EMAIL)) {
                add(candidates, column.name(), FIRST_NAME, IdWords.partOfName(FIRST_NAME, column.name()));
                add(candidates, column.name(), LAST_NAME, IdWords.partOfName(LAST_NAME, column.name()));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        Map<String, Candidate> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (var candidate : candidates) {
            if (!chosen.containsKey(candidate.column()) && taken.add(candidate.field())) {
                chosen.put(candidate.column(), candidate);
            }
        }
        return chosen;
    }

    /** Whether a column may fill the field. */
    public static boolean importable(FieldDescriptor field) {
        return field.stored() && !field.readOnly() && field.kind() != FieldKind.JSON;
    }

    private static void add(List<Candidate> candidates, String column, String field, int score) {
        if (score >= LEAST) {
            candidates.add(new Candidate(column, field, score));
        }
    }

    private static int score(Descriptor type, ProfileColumn column, FieldDescriptor field) {
        int byName = byName(type, column.name(), field);
        if (column.empty()) {
            return byName;
        }
        int byShape = shape(column, field.kind());
        if (byShape < 0) {
            // The very name counts although the cells look otherwise: they are refused one by one, with the reason.
            return byName >= SURE ? byName / 2 : 0;
        }
        return byName == 0 ? byShape : byName + byShape / 4;
    }

    /** The best of the forms of the name; those that are not the whole count a little less. */
    private static int byName(Descriptor type, String column, FieldDescriptor field) {
        int best = 0;
        int less = 0;
        for (String form : HeaderWords.of(column)) {
            best = Math.max(best, Math.max(0, byForm(type, form, field) - less));
            less = 3;
        }
        return best;
    }

    private static int byForm(Descriptor type, String name, FieldDescriptor field) {
        if (name.equals(Spelling.squash(field.name())) || name.equals(Spelling.squash(field.label()))) {
            return 100;
        }
        var synonyms = Synonyms.of(type.name(), field);
        if (synonyms.contains(name)) {
            return 90;
        }
        String prefix = Spelling.squash(type.name());
        String withoutType = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (!withoutType.isEmpty()
                && !withoutType.equals(name)
                && (withoutType.equals(Spelling.squash(field.name())) || synonyms.contains(withoutType))) {
            return 85;
        }
        int most = Math.max(1, name.length() / 6) + 1;
        boolean near = name.length() > 4
                && (Spelling.distance(name, Spelling.squash(field.name()), most) < most
                        || synonyms.stream().anyMatch(synonym -> Spelling.distance(name, synonym, most) < most));
        return near ? 70 : 0;
    }

    /** Positive where the cells look like the kind, negative where they cannot be it. */
    private static int shape(ProfileColumn column, FieldKind kind) {
        return switch (kind) {
            case EMAIL -> column.mostly(Shape.EMAIL) ? 60 : -60;
            case URL -> column.mostly(Shape.WEB_ADDRESS) ? 50 : column.mostly(Shape.TEXT) ? 0 : -60;
            case PHONE -> column.mostly(Shape.PHONE) ? 50 : column.mostly(Shape.EMAIL) ? -60 : 0;
            case DATE, INSTANT -> column.mostly(Shape.DATE) ? 20 : -60;
            case MONEY, NUMBER, INTEGER, SCORE ->
                column.mostly(Shape.NUMBER) ? 20 : column.mostly(Shape.TEXT) ? -60 : 0;
            case TEXT, LONG_TEXT -> 0;
            case CHOICE, MULTI_CHOICE, REFERENCE, REFERENCES, PERSON, COUNTRY, BOOLEAN, JSON ->
                column.mostly(Shape.EMAIL) && kind != FieldKind.PERSON || column.mostly(Shape.DATE) ? -60 : 0;
        };
    }
}
