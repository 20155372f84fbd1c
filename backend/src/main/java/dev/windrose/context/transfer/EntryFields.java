package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.DetailField;
import dev.windrose.context.entry.EntryKind;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which fields a file of an entry may have, and what they refer to. */
@Component
class EntryFields {

    static final String ID = "id";
    static final String CATEGORY = "category";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String STATUS = "status";
    static final String BODY = "body";
    static final String DETAILS = "details";
    static final String OWNER = "owner_id";
    static final String TREE = "tree_id";
    static final String PARENT = "parent_id";
    static final String VARIANT = "variant_of_id";
    static final String PRODUCTS = "product_ids";
    static final String TAGS = "tags";

    private static final List<String> FIRST = List.of(CATEGORY, KIND, TITLE, STATUS);

    private final Descriptors descriptors;

    EntryFields(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    /** In the order in which a file has them; without the body. */
    Map<String, FieldDescriptor> all() {
        var all = new LinkedHashMap<String, FieldDescriptor>();
        var known = descriptors.get(ContextEntry.TYPE).fields();
        FIRST.forEach(name -> all.put(name, known.get(name)));
        known.values().stream()
                .filter(field -> field.stored() && !field.readOnly() && !field.derived())
                .filter(field -> !field.name().equals(BODY) && !field.name().equals(DETAILS))
                .forEach(field -> all.putIfAbsent(field.name(), field));
        all.put(DETAILS, known.get(DETAILS));
        return all;
    }

    Set<String> everything() {
        return descriptors.get(ContextEntry.TYPE).fields().values().stream()
                .filter(field -> field.stored() && !field.readOnly() && !field.derived())
                .map(FieldDescriptor::name)
                .collect(Collectors.toSet());
    }

    String label(String field) {
        return descriptors
                .get(ContextEntry.TYPE)
                .field(field)
                .map(FieldDescriptor::label)
                .orElse(field);
    }

    /** The type of records that a field of the details names, by the name of the field. */
    static Map<String, String> references(@Nullable Object kind) {
        return EntryKind.of(String.valueOf(kind)).map(EntryKind::fields).orElse(List.of()).stream()
                .filter(field -> field.ref() != null)
                .collect(Collectors.toMap(DetailField::name, field -> Optional.ofNullable(field.ref())
                        .orElseThrow()));
    }
}
