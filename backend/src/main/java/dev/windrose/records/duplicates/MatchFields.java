package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.duplicates.matching.Column;
import dev.windrose.records.duplicates.matching.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a type that tell whether two records are the same, and how they are compared. The title comes first. */
final class MatchFields {

    private static final Pattern ADDRESS = Pattern.compile(".*(address|street).*");
    private static final Pattern CODE = Pattern.compile(".*(code|number|sku|serial|_id|vat|tax).*");
    private static final Pattern BIRTH = Pattern.compile(".*birth.*");

    private MatchFields() {}

    static List<Column> of(Descriptor type) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(type.titleField(), ColumnKind.NAME));
        for (var field : type.dataFields()) {
            if (!field.name().equals(type.titleField()) && !field.readOnly()) {
                kind(field).ifPresent(kind -> columns.add(new Column(field.name(), kind)));
            }
        }
        return columns;
    }

    static List<String> values(List<Column> columns, Map<String, ? extends @Nullable Object> values) {
        return columns.stream()
                .map(column -> values.get(column.name()) instanceof Object value ? value.toString() : "")
                .toList();
    }

    /** Types without mail, phone or website are looked at where the workspace says so. */
    static boolean usual(Descriptor type) {
        return possible(type)
                && (type.entity() != null
                        || type.dataFields().stream()
                                .anyMatch(field -> field.kind() == FieldKind.EMAIL
                                        || field.kind() == FieldKind.PHONE
                                        || field.kind() == FieldKind.URL));
    }

    /** What belongs to a record of any type, or is written by the product alone, has no duplicates. */
    static boolean possible(Descriptor type) {
        return type.operations().contains(dev.windrose.records.RecordType.Operation.DELETE)
                && type.operations().contains(dev.windrose.records.RecordType.Operation.UPDATE)
                && type.field("record_id").isEmpty()
                && type.field(type.titleField()).filter(FieldDescriptor::stored).isPresent();
    }

    private static Optional<ColumnKind> kind(FieldDescriptor field) {
        var name = field.name().toLowerCase(Locale.ROOT);
        return switch (field.kind()) {
            case EMAIL -> Optional.of(ColumnKind.EMAIL);
            case PHONE -> Optional.of(ColumnKind.PHONE);
            case URL -> Optional.of(ColumnKind.WEB);
            case REFERENCE, COUNTRY -> Optional.of(ColumnKind.CATEGORY);
            case TEXT ->
                Optional.of(
                        ADDRESS.matcher(name).matches()
                                ? ColumnKind.ADDRESS
                                : CODE.matcher(name).matches() ? ColumnKind.CODE : ColumnKind.CATEGORY);
            case LONG_TEXT -> ADDRESS.matcher(name).matches() ? Optional.of(ColumnKind.ADDRESS) : Optional.empty();
            case DATE -> BIRTH.matcher(name).matches() ? Optional.of(ColumnKind.DATE) : Optional.empty();
            case INTEGER, NUMBER, MONEY, INSTANT, BOOLEAN, CHOICE, MULTI_CHOICE, REFERENCES, JSON, PERSON, SCORE ->
                Optional.empty();
        };
    }
}
