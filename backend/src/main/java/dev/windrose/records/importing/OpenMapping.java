package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.importing.column.ColumnForm;
import dev.windrose.records.importing.column.DateOrder;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.PastColumns;
import dev.windrose.records.importing.column.ReadCell;
import dev.windrose.records.importing.column.SuggestFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a mapping ready for reading rows; says what is wrong with it. */
@Component
class OpenMapping {

    private final Descriptors descriptors;
    private final BuildLookups lookups;
    private final Workspaces workspaces;
    private final AccessSql access;
    private final OpenPast openPast;

    OpenMapping(
            Descriptors descriptors, BuildLookups lookups, Workspaces workspaces, AccessSql access, OpenPast openPast) {
        this.access = access;
        this.openPast = openPast;
        this.descriptors = descriptors;
        this.lookups = lookups;
        this.workspaces = workspaces;
    }

    Target of(Import file, Mapping mapping) {
        Descriptor type = descriptors.get(file.recordType());
        var hidden = access.hidden(type);
        var columns = new ArrayList<Target.Column>();
        var taken = new HashSet<String>();
        String currency = workspaces.current().baseCurrency();
        for (int index = 0; index < file.columns().size(); index++) {
            var column = file.columns().get(index);
            String target = mapping.columns().get(column.name());
            if (target == null || target.isBlank() || hidden.contains(target) || PastColumns.is(target)) {
                continue;
            }
            if (!taken.add(target) && !joins(type, target)) {
                throw new AppException(CommonError.CONFLICT, "Two columns fill the same field.", column.name());
            }
            columns.add(
                    target.equals(SuggestFields.EXTERNAL_ID)
                            ? new Target.Column(index, column.name(), target, null, null, null, null)
                            : field(type, index, column, mapping, new Where(target, currency, file.setId())));
        }
        requireKnown(file, mapping);
        var past = openPast.of(file, mapping, type);
        return new Target(
                type,
                List.copyOf(columns),
                file.columns().stream().map(ImportColumn::name).toList(),
                MatchKey.of(type, mapping.matchKey(), MatchKey.filled(taken)),
                policies(type, mapping),
                !Boolean.FALSE.equals(mapping.personWins()),
                past.ofChanges() || Boolean.TRUE.equals(mapping.onlyExisting()),
                past);
    }

    private static Map<String, FieldPolicy> policies(Descriptor type, Mapping mapping) {
        var policies = new HashMap<String, FieldPolicy>();
        mapping.policyOf().forEach((field, word) -> {
            if (type.field(field).isEmpty()) {
                throw new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\".".formatted(type.label(), field),
                        "policies." + field);
            }
            policies.put(field, FieldPolicy.of(word, field));
        });
        return policies;
    }

    /** Whether several columns fill the field together, as street and town do an address. */
    static boolean joins(Descriptor type, String target) {
        return target.contains("address")
                && type.field(target)
                        .filter(field -> field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LONG_TEXT)
                        .isPresent();
    }

    /** Parts of names fill the name. */
    private static String fieldOf(Descriptor type, String target) {
        boolean part = target.equals(SuggestFields.FIRST_NAME) || target.equals(SuggestFields.LAST_NAME);
        return part && SuggestFields.namesPeople(type) ? type.titleField() : target;
    }

    static ColumnForm form(ImportColumn column, Mapping mapping) {
        String order = mapping.orderOf().get(column.name());
        return switch (order) {
            case "day_first" -> column.form().ordered(DateOrder.DAY_FIRST);
            case "month_first" -> column.form().ordered(DateOrder.MONTH_FIRST);
            case null -> column.form();
            default ->
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "\"%s\" is neither day_first nor month_first.".formatted(order),
                        "date_orders." + column.name());
        };
    }

    /**
     * @param target what the column fills
     * @param set the files that came with it
     */
    private record Where(
            String target, String currency, @Nullable UUID set) {}

    private Target.Column field(Descriptor type, int index, ImportColumn column, Mapping mapping, Where where) {
        String target = where.target();
        var field = type.field(fieldOf(type, target))
                .filter(SuggestFields::importable)
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\" that a file can fill.".formatted(type.label(), target),
                        column.name()));
        Lookup lookup = lookups.of(type, field, mapping.choices().getOrDefault(target, Map.of()), where.set());
        boolean own = field.kind() == FieldKind.REFERENCE && type.name().equals(field.ref());
        return new Target.Column(
                index,
                column.name(),
                target,
                field,
                new ReadCell(field, form(column, mapping), lookup, where.currency()),
                lookup,
                own ? lookup : null);
    }

    private static void requireKnown(Import file, Mapping mapping) {
        Set<String> names =
                new HashSet<>(file.columns().stream().map(ImportColumn::name).toList());
        for (String name : mapping.columns().keySet()) {
            if (!names.contains(name)) {
                throw new AppException(
                        CommonError.UNKNOWN_FIELD, "The file has no column \"%s\".".formatted(name), name);
            }
        }
    }
}
