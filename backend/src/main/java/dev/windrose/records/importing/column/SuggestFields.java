package dev.windrose.records.importing.column;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proposes a field for each column: by its name, by what others call the field, by the shape of its cells. A field is proposed once. */
public final class SuggestFields {

    /** The target that is no field: the record's id in the system the file comes from. */
    public static final String EXTERNAL_ID = "external_id";

    private static final int LEAST = 40;
    private static final int SURE = 85;

    private SuggestFields() {}

    private record Candidate(String column, String field, int score) {}

    /** @return by column name; columns without a proposal are left out */
    public static Map<String, String> of(Descriptor type, List<ProfileColumn> columns) {
        var candidates = new ArrayList<Candidate>();
        for (var column : columns) {
            for (var field : type.fields().values()) {
                if (importable(field)) {
                    add(candidates, column.name(), field.name(), score(type, column, field));
                }
            }
            if (!column.empty()) {
                add(candidates, column.name(), EXTERNAL_ID, Synonyms.externalId(type.name(), column.name()));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        Map<String, String> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (var candidate : candidates) {
            if (!chosen.containsKey(candidate.column()) && taken.add(candidate.field())) {
                chosen.put(candidate.column(), candidate.field());
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

    private static int byName(Descriptor type, String column, FieldDescriptor field) {
        String name = Spelling.squash(column);
        if (name.equals(Spelling.squash(field.name())) || name.equals(Spelling.squash(field.label()))) {
            return 100;
        }
        if (Synonyms.of(type.name(), field).contains(name)) {
            return 90;
        }
        String withoutType = name.startsWith(Spelling.squash(type.name()))
                ? name.substring(Spelling.squash(type.name()).length())
                : name;
        if (!withoutType.isEmpty()
                && !withoutType.equals(name)
                && (withoutType.equals(Spelling.squash(field.name()))
                        || Synonyms.of(type.name(), field).contains(withoutType))) {
            return 85;
        }
        int most = Math.max(1, name.length() / 6) + 1;
        boolean near = name.length() > 4
                && (Spelling.distance(name, Spelling.squash(field.name()), most) < most
                        || Synonyms.of(type.name(), field).stream()
                                .anyMatch(synonym -> Spelling.distance(name, synonym, most) < most));
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
