package dev.windrose.agents.tool;

import dev.windrose.platform.tool.Argument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a record of arguments into JSON Schema, and says what in it no tool may take. */
final class DescribeArguments {

    /** Nobody says by an argument who he is, or that somebody else has agreed. */
    private static final Set<String> NEVER = Set.of(
            "actor",
            "acting_as",
            "as_person",
            "on_behalf_of",
            "tenant",
            "tenant_id",
            "role",
            "scopes",
            "confirm",
            "confirmed",
            "approve",
            "approved",
            "approved_by",
            "force",
            "forced",
            "override");

    private static final Map<Type, Map<String, Object>> PLAIN = Map.of(
            String.class, Map.of("type", "string"),
            Integer.class, Map.of("type", "integer"),
            Long.class, Map.of("type", "integer"),
            BigDecimal.class, Map.of("type", "number"),
            Boolean.class, Map.of("type", "boolean"),
            UUID.class, Map.of("type", "string", "format", "uuid"),
            LocalDate.class, Map.of("type", "string", "format", "date"),
            Instant.class, Map.of("type", "string", "format", "date-time"));

    private final List<String> problems = new ArrayList<>();

    Map<String, Object> of(Class<?> arguments) {
        return object(arguments);
    }

    List<String> problems() {
        return problems;
    }

    private Map<String, Object> object(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            String name = snake(component.getName());
            if (NEVER.contains(name)) {
                problems.add("takes \"%s\": who acts and who agreed is never an argument".formatted(name));
            }
            properties.put(name, property(component, name));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(RecordComponent component, String name) {
        var argument = component.getAnnotation(Argument.class);
        var schema = new LinkedHashMap<>(schema(component.getGenericType(), name));
        if (argument == null || argument.value().isBlank()) {
            problems.add("does not say what \"%s\" is: put @Argument on it".formatted(name));
        } else {
            schema.put("description", argument.value());
            if (argument.choices().length > 0) {
                schema.put("enum", List.of(argument.choices()));
            }
        }
        return schema;
    }

    private Map<String, Object> schema(Type type, String name) {
        var plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return object(nested);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return Map.of("type", "array", "items", schema(generic.getActualTypeArguments()[0], name));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return Map.of("type", "object");
        }
        problems.add("takes \"%s\" as %s: use text, numbers, dates, ids, records, lists or maps"
                .formatted(name, type.getTypeName()));
        return Map.of();
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
