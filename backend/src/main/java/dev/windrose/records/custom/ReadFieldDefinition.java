package dev.windrose.records.custom;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TypeSet;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.ParseValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the definition of a field from what was sent, over the one there is. */
final class ReadFieldDefinition {

    private static final int MOST_CHOICES = 500;

    private static final Set<String> MEMBERS = Set.of(
            "record_type",
            "label",
            "name",
            "kind",
            "required",
            "unique",
            "default",
            "choices",
            "ref",
            "formula",
            "rollup",
            "validation",
            "help",
            "section",
            "filter",
            "sort",
            "list");

    private static final Set<FieldKind> UNIQUE = EnumSet.of(
            FieldKind.TEXT,
            FieldKind.EMAIL,
            FieldKind.PHONE,
            FieldKind.URL,
            FieldKind.INTEGER,
            FieldKind.NUMBER,
            FieldKind.DATE,
            FieldKind.REFERENCE);

    private static final Set<FieldKind> UNFILTERED = EnumSet.of(FieldKind.LONG_TEXT, FieldKind.JSON);

    private static final Set<FieldKind> UNSORTED = EnumSet.of(
            FieldKind.LONG_TEXT,
            FieldKind.JSON,
            FieldKind.MULTI_CHOICE,
            FieldKind.REFERENCE,
            FieldKind.REFERENCES,
            FieldKind.PERSON);

    private final TypeSet types;

    ReadFieldDefinition(TypeSet types) {
        this.types = types;
    }

    FieldDefinition created(Map<String, ? extends @Nullable Object> json, UUID id, Instant at) {
        var given = new Given(json);
        given.requireOnly(MEMBERS);
        String label = given.text("label", 80);
        String name = Slug.own(Optional.ofNullable(given.optional("name", 60)).orElse(label));
        if (name.equals(Slug.OWN)) {
            throw Given.bad("name", "Give the field a name of letters a to z, digits and underscores.");
        }
        return read(given, id, given.text("record_type", 80), name, at, null);
    }

    /** Members that were not sent stay as they are. */
    FieldDefinition changed(FieldDefinition before, Map<String, ? extends @Nullable Object> json) {
        new Given(json).requireOnly(MEMBERS);
        requireSame(json, "record_type", before.recordType());
        requireSame(json, "name", before.name());
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(DefinitionJson.of(before));
        boolean otherKind = json.get("kind") != null && !json.get("kind").equals(merged.get("kind"));
        if (otherKind) {
            List.of("filter", "sort", "default").forEach(merged::remove);
        }
        merged.putAll(json);
        var given = new Given(merged);
        if (before.addsChoices()) {
            return withChoices(before, choices(given));
        }
        boolean derives = given.get("kind") instanceof String kind && (kind.equals("formula") || kind.equals("rollup"));
        if (derives != before.derived()) {
            throw Given.bad("kind", "A field does not become computed, or stop being it. Make a new field.");
        }
        return read(given, before.id(), before.recordType(), before.name(), before.createdAt(), before);
    }

    /** Values added to a built-in choice field. */
    FieldDefinition addedChoices(Descriptor type, String field, UUID id, Instant at, Map<String, ?> json) {
        new Given(json).requireOnly(Set.of("choices"));
        var definition = new FieldDefinition(
                id,
                type.name(),
                field,
                type.fields().get(field).label(),
                null,
                false,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                "",
                false,
                false,
                0,
                at,
                null);
        return withChoices(definition, choices(new Given(json)));
    }

    private FieldDefinition read(
            Given given, UUID id, String type, String name, Instant at, @Nullable FieldDefinition before) {
        String wire = given.text("kind", 20);
        boolean formula = wire.equals("formula");
        boolean rollup = wire.equals("rollup");
        // The kind of what is computed is known once the formula has been read.
        FieldKind kind = !formula && !rollup
                ? kind(wire)
                : before == null || before.kind() == null ? FieldKind.TEXT : before.kind();
        if (kind == FieldKind.REFERENCE && "person".equals(given.get("ref"))) {
            kind = FieldKind.PERSON;
        }
        boolean filter = given.flag("filter", !UNFILTERED.contains(kind));
        boolean sort = given.flag("sort", !UNSORTED.contains(kind));
        var definition = new FieldDefinition(
                id,
                type,
                name,
                given.text("label", 80),
                kind,
                given.flag("required", false),
                given.flag("unique", false),
                given.get("default"),
                kind == FieldKind.CHOICE || kind == FieldKind.MULTI_CHOICE ? choices(given) : List.of(),
                kind == FieldKind.REFERENCE || kind == FieldKind.REFERENCES ? ref(given) : null,
                formula ? given.text("formula", 4_000) : null,
                rollup ? rollup(given) : null,
                validation(given),
                Optional.ofNullable(given.optional("help", 500)).orElse(""),
                Optional.ofNullable(given.optional("section", 80)).orElse(""),
                filter,
                sort,
                given.number("list", 0, 1_000),
                at,
                before == null ? null : before.removedAt());
        check(definition);
        return definition;
    }

    private static void check(FieldDefinition field) {
        var kind = field.kind();
        if (field.derived() && (field.required() || field.unique() || field.defaultValue() != null)) {
            throw Given.bad("kind", "A computed field is never required, unique or given a default.");
        }
        if (field.unique() && !UNIQUE.contains(kind)) {
            throw Given.bad("unique", "Values of this kind cannot be kept unique.");
        }
        if (field.unique() && field.defaultValue() != null) {
            throw Given.bad("default", "A unique field has no default.");
        }
        if (!field.derived() && field.filter() && UNFILTERED.contains(kind)) {
            throw Given.bad("filter", "Lists cannot be filtered by values of this kind.");
        }
        if (!field.derived() && field.sort() && UNSORTED.contains(kind)) {
            throw Given.bad("sort", "Lists cannot be sorted by values of this kind.");
        }
        if (field.defaultValue() != null) {
            try {
                ParseValue.of(OverlayTypes.descriptor(field), field.defaultValue());
            } catch (BadValue bad) {
                throw Given.bad("default", "The default does not fit. " + bad.getMessage());
            }
        }
    }

    private static FieldKind kind(String wire) {
        return Stream.of(FieldKind.values())
                .filter(kind -> kind != FieldKind.JSON && kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> Given.bad("kind", "There is no kind \"%s\".".formatted(wire)));
    }

    private String ref(Given given) {
        String ref = given.text("ref", 80);
        if (!ref.equals("person") && types.find(ref).isEmpty()) {
            throw Given.bad("ref", "There is no record type \"%s\".".formatted(ref));
        }
        return ref;
    }

    private static CustomField.@Nullable Validation validation(Given given) {
        if (!given.has("validation")) {
            return null;
        }
        if (!(given.get("validation") instanceof Map<?, ?> map)) {
            throw Given.wrong("validation", "an expression and a message");
        }
        var inner = new Given(text(map));
        return inner.optional("expression", 4_000) == null
                ? null
                : new CustomField.Validation(inner.text("expression", 4_000), inner.text("message", 300));
    }

    private static CustomField.Rollup rollup(Given given) {
        if (!(given.get("rollup") instanceof Map<?, ?> map)) {
            throw Given.wrong("rollup", "type, via, op and field");
        }
        var inner = new Given(text(map));
        inner.text("type", 80);
        inner.text("via", 80);
        String op = inner.text("op", 20);
        if (!Set.of("count", "sum", "min", "max", "last").contains(op)) {
            throw Given.bad("rollup", "A roll-up counts, or takes the sum, min, max or last of a field.");
        }
        if (!op.equals("count")) {
            inner.text("field", 80);
        }
        return DefinitionJson.rollup(map);
    }

    private static List<ChoiceOption> choices(Given given) {
        if (!(given.get("choices") instanceof List<?> list)) {
            throw Given.wrong("choices", "a list of values");
        }
        if (list.size() > MOST_CHOICES) {
            throw Given.bad("choices", "A field has at most %d choices.".formatted(MOST_CHOICES));
        }
        var choices = new ArrayList<ChoiceOption>();
        for (Object element : list) {
            var choice = choice(element);
            if (choices.stream().anyMatch(other -> other.value().equalsIgnoreCase(choice.value()))) {
                throw Given.bad("choices", "\"%s\" is there twice.".formatted(choice.value()));
            }
            choices.add(choice);
        }
        return List.copyOf(choices);
    }

    private static ChoiceOption choice(@Nullable Object element) {
        var given =
                switch (element) {
                    case String label -> new Given(Map.of("label", label));
                    case ChoiceOption known ->
                        new Given(Map.of("value", known.value(), "label", known.label(), "tone", known.tone()));
                    case Map<?, ?> map -> new Given(text(map));
                    case null, default -> throw Given.wrong("choices", "a list of values");
                };
        String label = Optional.ofNullable(given.optional("label", 80)).orElseGet(() -> given.text("value", 80));
        String value = Optional.ofNullable(given.optional("value", 80)).orElseGet(() -> slug(label));
        String tone = Optional.ofNullable(given.optional("tone", 20)).orElse("neutral");
        if (!Set.of("neutral", "blue", "green", "amber", "red", "teal").contains(tone)) {
            throw Given.bad("choices", "There is no tone \"%s\".".formatted(tone));
        }
        return new ChoiceOption(value, label, tone);
    }

    /** Labels in other scripts stand for themselves. */
    private static String slug(String label) {
        String slug = Slug.of(label);
        return slug.isEmpty() ? label.toLowerCase(Locale.ROOT) : slug;
    }

    private static FieldDefinition withChoices(FieldDefinition field, List<ChoiceOption> choices) {
        return new FieldDefinition(
                field.id(),
                field.recordType(),
                field.name(),
                field.label(),
                null,
                false,
                false,
                null,
                choices,
                null,
                null,
                null,
                null,
                "",
                "",
                false,
                false,
                0,
                field.createdAt(),
                null);
    }

    private static void requireSame(Map<String, ?> json, String member, String value) {
        if (json.get(member) != null && !json.get(member).equals(value)) {
            throw Given.bad(member, "The %s of a field cannot be changed.".formatted(member.replace('_', ' ')));
        }
    }

    private static Map<String, @Nullable Object> text(Map<?, ?> map) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> json.put(String.valueOf(name), JsonValue.of(value)));
        return json;
    }
}
