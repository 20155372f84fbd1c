package dev.windrose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of a published API, to hold bodies against. */
public final class OpenApiSchema {

    private final JsonNode spec;

    private OpenApiSchema(JsonNode spec) {
        this.spec = spec;
    }

    public static OpenApiSchema of(Path file) {
        try {
            return new OpenApiSchema(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a document that was read already, for example from YAML. */
    public static OpenApiSchema of(JsonNode spec) {
        return new OpenApiSchema(spec);
    }

    /** What is wrong with the body; empty where it conforms. */
    public List<String> problems(JsonNode body, String schema) {
        return check(body, spec.path("components").path("schemas").path(schema), schema);
    }

    private List<String> check(JsonNode value, JsonNode schema, String at) {
        if (schema.has("$ref")) {
            return check(value, spec.at(schema.get("$ref").asString().substring(1)), at);
        }
        if (value.isNull() && (schema.path("nullable").asBoolean(false) || typed(schema, "null"))) {
            return List.of();
        }
        var found = new ArrayList<String>();
        schema.path("allOf").forEach(part -> found.addAll(check(value, part, at)));
        anyOf(value, schema.path("anyOf"), at, found);
        anyOf(value, schema.path("oneOf"), at, found);
        if (schema.has("type") && !kinds(schema).stream().anyMatch(kind -> is(value, kind))) {
            found.add(at + " is no " + schema.get("type"));
            return found;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            found.add(at + " is not one of " + schema.get("enum"));
        }
        if (value.isObject()) {
            object(value, schema, at, found);
        }
        if (value.isArray()) {
            if (value.size() < schema.path("minItems").asInt(0)) {
                found.add(at + " has too few items");
            }
            for (int i = 0; i < value.size() && schema.has("items"); i++) {
                found.addAll(check(value.get(i), schema.get("items"), at + "[" + i + "]"));
            }
        }
        if (value.isNumber()) {
            if (value.asDouble() < schema.path("minimum").asDouble(-Double.MAX_VALUE)
                    || value.asDouble() > schema.path("maximum").asDouble(Double.MAX_VALUE)) {
                found.add(at + " is out of range");
            }
        }
        return found;
    }

    private void object(JsonNode value, JsonNode schema, String at, List<String> found) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                found.add(at + " lacks " + name.asString());
            }
        });
        value.properties().forEach(entry -> {
            var property = schema.path("properties").path(entry.getKey());
            if (!property.isMissingNode()) {
                found.addAll(check(entry.getValue(), property, at + "." + entry.getKey()));
            } else if (schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").asBoolean()) {
                found.add(at + " has the unknown " + entry.getKey());
            }
        });
    }

    private void anyOf(JsonNode value, JsonNode choices, String at, List<String> found) {
        if (choices.isArray()
                && choices.valueStream()
                        .noneMatch(choice -> check(value, choice, at).isEmpty())) {
            found.add(at + " fits none of its forms: "
                    + choices.valueStream()
                            .map(choice -> check(value, choice, at).toString())
                            .toList());
        }
    }

    private static boolean typed(JsonNode schema, String kind) {
        return kinds(schema).contains(kind);
    }

    private static List<String> kinds(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isString() ? List.of(type.asString()) : List.of();
    }

    private static boolean is(JsonNode value, String kind) {
        return switch (kind) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
