package dev.windrose.records.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The record types as the library's checker sees them: structures whose fields are looked up when they are used. */
final class RecordShapes implements CelTypeProvider {

    static final String PERSON = "person";
    static final List<String> OF_PERSON = List.of("name", "email", "title");

    private static final String PREFIX = "record/";

    private final Function<String, Optional<Descriptor>> find;
    private final Map<String, CelType> known = new LinkedHashMap<>();
    /** Types that were looked at, by name; an expression is as old as they are. */
    final Map<String, Descriptor> used = new LinkedHashMap<>();

    RecordShapes(Function<String, Optional<Descriptor>> find) {
        this.find = find;
    }

    CelType of(Descriptor type) {
        used.put(type.name(), type);
        return known.computeIfAbsent(
                type.name(),
                name -> StructType.create(
                        PREFIX + name, ImmutableSet.copyOf(type.fields().keySet()), field -> type.field(field)
                                .flatMap(this::kind)));
    }

    Optional<Descriptor> type(String shape) {
        return shape.startsWith(PREFIX)
                ? Optional.ofNullable(used.get(shape.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** Empty for fields that expressions cannot read. */
    Optional<CelType> kind(FieldDescriptor field) {
        if (!field.stored()) {
            return Optional.empty();
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> Optional.of(Kinds.TEXT);
            case INTEGER, NUMBER, SCORE -> Optional.of(Kinds.NUMBER);
            case BOOLEAN -> Optional.of(Kinds.TRUTH);
            case MONEY -> Optional.of(Kinds.MONEY);
            case DATE -> Optional.of(Kinds.DATE);
            case INSTANT -> Optional.of(Kinds.INSTANT);
            case MULTI_CHOICE, REFERENCES -> Optional.of(Kinds.TEXTS);
            case REFERENCE, PERSON -> referred(String.valueOf(field.ref()));
            case JSON -> Optional.empty();
        };
    }

    private Optional<CelType> referred(String type) {
        return type.equals(PERSON) ? Optional.of(person()) : find.apply(type).map(this::of);
    }

    private CelType person() {
        return known.computeIfAbsent(
                PERSON,
                _ -> StructType.create(
                        PREFIX + PERSON, ImmutableSet.copyOf(OF_PERSON), field -> Optional.of(Kinds.TEXT)));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of();
    }

    @Override
    public Optional<CelType> findType(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String type = name.substring(PREFIX.length());
        return known.containsKey(type) ? Optional.of(known.get(type)) : referred(type);
    }
}
