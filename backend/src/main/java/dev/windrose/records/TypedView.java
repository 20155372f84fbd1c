package dev.windrose.records;

import dev.windrose.platform.id.TypedId;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a record as the Java record that declared its type. Fields that were not read are null. */
public final class TypedView {

    private TypedView() {}

    public static <T extends BusinessRecord<?>> T of(Class<T> type, RecordData data) {
        var components = type.getRecordComponents();
        var values =
                Stream.of(components).map(component -> value(component, data)).toArray();
        return type.cast(make(
                constructor(
                        type,
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new)),
                values));
    }

    private static @Nullable Object value(RecordComponent component, RecordData data) {
        Object value = component.getName().equals("id") ? data.id() : data.value(Names.snake(component.getName()));
        if (value instanceof List<?> list
                && component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            return list.stream()
                    .map(one -> single(element, one))
                    .filter(Objects::nonNull)
                    .toList();
        }
        return value == null ? null : single(component.getType(), value);
    }

    private static @Nullable Object single(Class<?> type, Object value) {
        return switch (value) {
            case UUID id when TypedId.class.isAssignableFrom(type) -> make(constructor(type, UUID.class), id);
            case String choice when type.isEnum() -> constant(type, choice);
            case Long number when type == Integer.class || type == int.class -> number.intValue();
            case BigDecimal number when type == Double.class -> number.doubleValue();
            default -> value;
        };
    }

    /** Null for a value that the workspace has added: the Java type does not know it. */
    private static @Nullable Object constant(Class<?> type, String value) {
        return Stream.of(type.getFields())
                .filter(field -> field.isEnumConstant()
                        && ReadField.option(field).value().equals(value))
                .findFirst()
                .<Object>map(field -> Stream.of(type.getEnumConstants())
                        .filter(one -> ((Enum<?>) one).name().equals(field.getName()))
                        .findFirst()
                        .orElseThrow())
                .orElse(null);
    }

    private static Constructor<?> constructor(Class<?> type, Class<?>... parameters) {
        try {
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
