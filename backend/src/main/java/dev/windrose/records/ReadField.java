package dev.windrose.records;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TypedId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one component of an annotated record. A component without {@link Field} is a plain stored field. */
final class ReadField {

    private static final Field PLAIN = Plain.class.getRecordComponents()[0].getAnnotation(Field.class);

    private final RecordComponent component;
    private final Map<Class<?>, String> typeOfId;
    private final Field declared;
    private final String name;
    /** The component's type, or the element's where it is a list. */
    private final Class<?> element;

    ReadField(RecordComponent component, Map<Class<?>, String> typeOfId) {
        this.component = component;
        this.typeOfId = typeOfId;
        this.declared = component.isAnnotationPresent(Field.class) ? component.getAnnotation(Field.class) : PLAIN;
        this.name = Names.snake(component.getName());
        this.element = isList() ? elementOfList() : component.getType();
    }

    FieldDescriptor read(String defaultCategory) {
        var kind = declared.kind().length == 0 ? inferred() : declared.kind()[0];
        String sql = sql();
        boolean stored = sql == null;
        boolean compared = declared.filter() && kind != FieldKind.JSON || declared.sort() && !kind.isJson();
        if ((declared.filter() || declared.sort()) && (!stored || !compared || kind == FieldKind.LONG_TEXT)) {
            throw new IllegalStateException("%s of %s cannot be filtered or sorted: only stored values can."
                    .formatted(name, component.getDeclaringRecord().getSimpleName()));
        }
        return new FieldDescriptor(
                name,
                declared.label().isEmpty() ? Names.label(name) : declared.label(),
                kind,
                declared.required(),
                declared.readOnly() || !stored,
                declared.filter(),
                declared.sort(),
                declared.search(),
                length(kind),
                choices(),
                ref(kind),
                declared.currency().isEmpty() ? null : declared.currency(),
                declared.category().isEmpty() ? defaultCategory.toUpperCase(Locale.ROOT) : declared.category(),
                declared.major(),
                sql,
                stored || declared.list() > 0,
                declared.help(),
                declared.list(),
                declared.section(),
                null);
    }

    private @Nullable String sql() {
        if (!declared.computed().isEmpty()) {
            return ResolveComputed.mark(declared.computed());
        }
        return declared.sql().isEmpty() ? null : declared.sql();
    }

    private FieldKind inferred() {
        if (isList()) {
            return TypedId.class.isAssignableFrom(element)
                    ? FieldKind.REFERENCES
                    : element.isEnum() || declared.choices().length > 0 ? FieldKind.MULTI_CHOICE : FieldKind.JSON;
        }
        if (element == String.class) {
            return declared.choices().length > 0 ? FieldKind.CHOICE : FieldKind.TEXT;
        }
        if (element == BigDecimal.class) {
            return declared.currency().isEmpty() ? FieldKind.NUMBER : FieldKind.MONEY;
        }
        if (TypedId.class.isAssignableFrom(element)) {
            return element == PersonId.class ? FieldKind.PERSON : FieldKind.REFERENCE;
        }
        return element.isEnum() ? FieldKind.CHOICE : BY_TYPE.getOrDefault(element, FieldKind.JSON);
    }

    private static final Map<Class<?>, FieldKind> BY_TYPE = Map.of(
            Integer.class,
            FieldKind.INTEGER,
            int.class,
            FieldKind.INTEGER,
            Long.class,
            FieldKind.INTEGER,
            Double.class,
            FieldKind.NUMBER,
            Boolean.class,
            FieldKind.BOOLEAN,
            boolean.class,
            FieldKind.BOOLEAN,
            LocalDate.class,
            FieldKind.DATE,
            Instant.class,
            FieldKind.INSTANT,
            Money.class,
            FieldKind.MONEY);

    private int length(FieldKind kind) {
        if (declared.maxLength() > 0) {
            return declared.maxLength();
        }
        return kind.longest();
    }

    private @Nullable String ref(FieldKind kind) {
        if (!declared.ref().isEmpty()) {
            return declared.ref();
        }
        return switch (kind) {
            case PERSON -> "person";
            case REFERENCE, REFERENCES ->
                element == PersonId.class
                        ? "person"
                        : typeOfId.getOrDefault(
                                element, Names.snake(element.getSimpleName().replaceAll("Id$", "")));
            case TEXT,
                    LONG_TEXT,
                    INTEGER,
                    NUMBER,
                    MONEY,
                    DATE,
                    INSTANT,
                    BOOLEAN,
                    CHOICE,
                    MULTI_CHOICE,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    SCORE -> null;
        };
    }

    private List<ChoiceOption> choices() {
        if (!element.isEnum()) {
            return Stream.of(declared.choices())
                    .map(choice -> option(choice, choice.value()))
                    .toList();
        }
        return Stream.of(element.getFields())
                .filter(constant -> constant.isEnumConstant())
                .map(ReadField::option)
                .toList();
    }

    /** The choice that an enum constant stands for. */
    static ChoiceOption option(java.lang.reflect.Field constant) {
        return option(constant.getAnnotation(Choice.class), constant.getName().toLowerCase(Locale.ROOT));
    }

    private static ChoiceOption option(@Nullable Choice choice, String fallback) {
        if (choice == null) {
            return new ChoiceOption(fallback, Names.label(fallback), "neutral");
        }
        String value = choice.value().isEmpty() ? fallback : choice.value();
        return new ChoiceOption(value, choice.label().isEmpty() ? Names.label(value) : choice.label(), choice.tone());
    }

    private boolean isList() {
        return List.class.isAssignableFrom(component.getType());
    }

    private Class<?> elementOfList() {
        var argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return switch (argument) {
            case Class<?> type -> type;
            case ParameterizedType type -> (Class<?>) type.getRawType();
            case WildcardType _ -> Object.class;
            default -> Object.class;
        };
    }

    private record Plain(@Field String any) {}
}
