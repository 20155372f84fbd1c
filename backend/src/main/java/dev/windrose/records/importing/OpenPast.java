package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.importing.PastTarget.Entered;
import dev.windrose.records.importing.PastTarget.Role;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.PastColumns;
import dev.windrose.records.periods.Periods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the columns ready that tell of the past of records. */
@Component
class OpenPast {

    private final Periods periods;
    private final BuildLookups lookups;
    private final AccessSql access;

    OpenPast(Periods periods, BuildLookups lookups, AccessSql access) {
        this.periods = periods;
        this.lookups = lookups;
        this.access = access;
    }

    /** The fields of a type whose past is kept and that the actor sees, by what they are called. */
    Map<String, FieldDescriptor> histories(Descriptor type) {
        var hidden = access.hidden(type);
        var found = new LinkedHashMap<String, FieldDescriptor>();
        periods.histories(type.name()).forEach((name, field) -> {
            if (!hidden.contains(field)) {
                found.put(name, type.fields().get(field));
            }
        });
        return found;
    }

    PastTarget of(Import file, Mapping mapping, Descriptor type) {
        var histories = histories(type);
        var entered = new ArrayList<Entered>();
        var roles = new LinkedHashMap<String, Role>();
        for (int index = 0; index < file.columns().size(); index++) {
            var column = file.columns().get(index);
            String target = mapping.columns().get(column.name());
            if (target != null && PastColumns.OF_FILE.containsKey(target)) {
                roles.put(target, new Role(index, column.name(), OpenMapping.form(column, mapping)));
            } else if (target != null && PastColumns.is(target)) {
                entered.add(entered(type, histories, target, index, column, mapping));
            }
        }
        requireWhole(roles);
        var words = new LinkedHashMap<String, Lookup>();
        if (!roles.isEmpty()) {
            histories.forEach(
                    (name, field) -> words(file, mapping, type, field).ifPresent(lookup -> words.put(name, lookup)));
        }
        return new PastTarget(
                histories,
                entered,
                roles,
                history(type, histories, mapping.history()),
                words,
                roles.containsKey(PastColumns.BY) ? lookups.people(file.setId()) : null);
    }

    private static Entered entered(
            Descriptor type,
            Map<String, FieldDescriptor> histories,
            String target,
            int index,
            ImportColumn column,
            Mapping mapping) {
        String[] parts = target.substring(PastColumns.ENTERED.length()).split(":", 2);
        var field = histories.get(parts[0]);
        if (field == null || parts.length < 2 || field.choice(parts[1]).isEmpty()) {
            throw unknown(type, target, column.name());
        }
        return new Entered(index, column.name(), field, parts[1], OpenMapping.form(column, mapping));
    }

    private static void requireWhole(Map<String, Role> roles) {
        if (!roles.isEmpty() && !(roles.containsKey(PastColumns.VALUE) && roles.containsKey(PastColumns.FROM))) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "A history needs a column with the value and one with the time it began.",
                    "columns");
        }
    }

    private Optional<Lookup> words(Import file, Mapping mapping, Descriptor type, FieldDescriptor field) {
        return Optional.ofNullable(
                lookups.of(type, field, mapping.choices().getOrDefault(field.name(), Map.of()), file.setId()));
    }

    private static @Nullable String history(
            Descriptor type, Map<String, FieldDescriptor> histories, @Nullable String wanted) {
        if (wanted != null && !histories.containsKey(wanted)) {
            throw unknown(type, wanted, "history");
        }
        return wanted != null
                ? wanted
                : histories.keySet().stream()
                        .filter(name -> !name.contains("owner"))
                        .findFirst()
                        .orElse(null);
    }

    private static AppException unknown(Descriptor type, String target, String field) {
        return new AppException(
                CommonError.UNKNOWN_FIELD, "%s keep no history \"%s\".".formatted(type.labelPlural(), target), field);
    }
}
