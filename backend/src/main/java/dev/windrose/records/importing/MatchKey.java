package dev.windrose.records.importing;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TextKey;
import dev.windrose.records.importing.column.SuggestFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a row is an existing record.
 *
 * @param field null for the external id
 * @param scope people of one name are told apart by their company, where the file names it
 * @param fuzzy whether all that the row says is compared; the key then only tells rows of the file apart
 */
record MatchKey(@Nullable FieldDescriptor field, @Nullable FieldDescriptor scope, boolean fuzzy) {

    /** By likeness, with a review where it is not sure. */
    static final String FUZZY = "fuzzy_name";

    /** Numbers are compared by their end: one file writes the code of the country, another does not. */
    static final int PHONE_DIGITS = 9;

    private static final int LEAST_DIGITS = 6;

    /** The fields that can tell records apart, the surest first; among them those that columns fill before the others. */
    static ArrayList<String> offered(Descriptor type, Collection<String> mapped) {
        var names = new ArrayList<String>();
        names.add(SuggestFields.EXTERNAL_ID);
        type.fields().values().stream()
                .filter(MatchKey::usable)
                .sorted(Comparator.comparingInt(field -> rank(type, field)))
                .forEach(field -> names.add(field.name()));
        names.sort(Comparator.comparing(name -> !mapped.contains(name)));
        return names;
    }

    /** The fields that columns fill; the parts of a name fill it together. */
    static List<String> filled(Collection<String> targets) {
        var fields = new ArrayList<>(targets);
        if (targets.contains(SuggestFields.FIRST_NAME) || targets.contains(SuggestFields.LAST_NAME)) {
            fields.add("name");
        }
        return fields;
    }

    private static boolean usable(FieldDescriptor field) {
        var custom = field.custom();
        if (custom != null) {
            return custom.unique() && field.kind().isText() && field.kind() != FieldKind.URL;
        }
        return field.stored()
                && field.filter()
                && !field.readOnly()
                && field.keyed()
                && rank(field.name(), field.kind()) < 9;
    }

    private static int rank(Descriptor type, FieldDescriptor field) {
        if (field.custom() != null) {
            return 1;
        }
        return field.name().equals(type.titleField()) ? 2 : rank(field.name(), field.kind());
    }

    private static int rank(String name, FieldKind kind) {
        return name.endsWith("_id")
                ? 0
                : kind == FieldKind.EMAIL
                        ? 1
                        : name.equals("name") ? 2 : kind == FieldKind.URL ? 3 : kind == FieldKind.PHONE ? 4 : 9;
    }

    static @Nullable MatchKey of(Descriptor type, @Nullable String name, Collection<String> mapped) {
        boolean fuzzy = FUZZY.equals(name);
        String filled = fuzzy ? type.titleField() : name;
        if (filled == null || !mapped.contains(filled)) {
            return null;
        }
        if (filled.equals(SuggestFields.EXTERNAL_ID)) {
            return new MatchKey(null, null, false);
        }
        var field = type.fields().get(filled);
        boolean ambiguous = type.name().equals("contact") && filled.equals(type.titleField());
        var company = type.fields().get("company_id");
        return new MatchKey(field, ambiguous && mapped.contains("company_id") ? company : null, fuzzy);
    }

    boolean external() {
        return field == null;
    }

    /** What two rows share that are the same record; null where the row does not say. */
    @Nullable
    String of(Map<String, Object> values) {
        if (field == null || !(values.get(field.name()) instanceof String text) || text.isBlank()) {
            return null;
        }
        if (fuzzy) {
            return within(within(TextKey.of(text), text(values, "company_id")), TextKey.of(text(values, "email")));
        }
        Object within = scope == null ? null : values.get(scope.name());
        if (field.kind() == FieldKind.PHONE) {
            String digits = text.replaceAll("[^0-9]", "");
            return digits.length() < LEAST_DIGITS
                    ? null
                    : digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
        }
        String key = field.kind() == FieldKind.URL ? domain(text) : TextKey.of(text);
        return within == null ? key : within(key, within.toString());
    }

    private static String text(Map<String, Object> values, String field) {
        return String.valueOf(values.getOrDefault(field, ""));
    }

    static String within(String key, String scope) {
        return key + "\u0001" + scope;
    }

    private static String domain(String address) {
        return TextKey.of(address)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("/+$", "");
    }
}
