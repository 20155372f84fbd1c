package dev.windrose.records.web;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of one record type: as it is read, as it is written, and a page of it. */
final class TypeSchemas {

    private final Descriptor type;
    private final String name;

    TypeSchemas(Descriptor type) {
        this.type = type;
        this.name = type.type() == null ? type.name() : type.type().getSimpleName();
    }

    Map<String, Schema<?>> all() {
        var schemas = new LinkedHashMap<String, Schema<?>>();
        schemas.put(name, read());
        schemas.put(name + "Input", written());
        return schemas;
    }

    Schema<?> record() {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    Schema<?> input() {
        return new Schema<>().$ref("#/components/schemas/" + name + "Input");
    }

    Schema<?> page() {
        return of("object")
                .addProperty("data", of("array").items(record()))
                .addProperty("next_cursor", of("string", "null"))
                .addProperty("total", of("integer"))
                .addProperty("total_is_estimate", of("boolean"));
    }

    static Schema<?> query() {
        return of("object")
                .addProperty(
                        "filter", of("object").description("A filter tree: and, or, not, or a field with op and value"))
                .addProperty("sort", of("array").items(of("string")))
                .addProperty("limit", of("integer"))
                .addProperty("cursor", of("string"))
                .addProperty("offset", of("integer"))
                .addProperty("count", of("boolean"))
                .addProperty("fields", of("array").items(of("string")))
                .addProperty("as_of", of("string").format("date-time").description("The records as they were then"));
    }

    /** In version 3.1 the typed subclasses lose their type. */
    static Schema<?> of(String... types) {
        return new JsonSchema().types(Set.of(types));
    }

    private Schema<?> read() {
        var schema = of("object");
        schema.addProperty("id", of("string").format("uuid"));
        schema.addProperty("type", of("string"));
        schema.addProperty("version", of("integer"));
        schema.addProperty("title", of("string"));
        type.fields().values().forEach(field -> schema.addProperty(field.name(), value(field)));
        schema.addProperty("external_ids", externalIds());
        schema.addProperty("_refs", of("object").description("The records that reference fields point to, by field"));
        schema.addProperty("change_set_id", of("string", "null").description("Of the write that answers with it"));
        return schema;
    }

    private Schema<?> written() {
        var schema = of("object");
        for (var field : type.dataFields()) {
            if (!field.readOnly()) {
                schema.addProperty(field.name(), value(field));
            }
        }
        schema.addProperty("external_ids", externalIds());
        List<String> required = type.dataFields().stream()
                .filter(FieldDescriptor::required)
                .map(FieldDescriptor::name)
                .toList();
        return required.isEmpty()
                ? schema
                : schema.description("To create one, " + String.join(", ", required) + " must be there");
    }

    private static Schema<?> externalIds() {
        return of("array")
                .items(of("object").addProperty("source", of("string")).addProperty("id", of("string")));
    }

    private static Schema<?> value(FieldDescriptor field) {
        var schema = kind(field);
        String about = field.help().isEmpty() ? field.label() : field.help();
        if (field.maxLength() > 0) {
            schema.setMaxLength(field.maxLength());
        }
        if (field.readOnly()) {
            schema.setReadOnly(true);
        }
        return schema.description(about);
    }

    private static Schema<?> kind(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, PHONE -> of("string", "null");
            case EMAIL -> of("string", "null").format("email");
            case URL -> of("string", "null").format("uri-reference");
            case COUNTRY -> of("string", "null").pattern("[A-Z]{2}");
            case INTEGER -> of("integer", "null");
            case NUMBER -> of("number", "null");
            case SCORE -> of("number", "null");
            case MONEY ->
                field.ownCurrency()
                        ? of("object", "null")
                                .addProperty("amount", of("number"))
                                .addProperty("currency", of("string"))
                        : of("number", "null");
            case DATE -> of("string", "null").format("date");
            case INSTANT -> of("string", "null").format("date-time");
            case BOOLEAN -> of("boolean", "null");
            case CHOICE -> choices(of("string", "null"), field.choices());
            case MULTI_CHOICE -> of("array", "null").items(choices(of("string"), field.choices()));
            case REFERENCE, PERSON -> of("string", "null").format("uuid");
            case REFERENCES -> of("array", "null").items(of("string").format("uuid"));
            case JSON -> new JsonSchema();
        };
    }

    private static Schema<?> choices(Schema<?> schema, List<ChoiceOption> choices) {
        if (schema instanceof JsonSchema json && !choices.isEmpty()) {
            var values = new ArrayList<@Nullable Object>(
                    choices.stream().map(ChoiceOption::value).toList());
            if (schema.getTypes().contains("null")) {
                values.add(null);
            }
            json.setEnum(values);
        }
        return schema;
    }
}
