package dev.windrose.records.expression;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two record types that refer to each other, without a database. */
final class SampleTypes {

    static final Descriptor COMPANY = type(
            "company",
            field("name", FieldKind.TEXT),
            field("score", FieldKind.SCORE),
            field("employee_size", FieldKind.INTEGER),
            reference("parent_company", "company"));

    static final Descriptor DEAL = type(
            "deal",
            field("name", FieldKind.TEXT),
            field("description", FieldKind.LONG_TEXT),
            money("deal_amount", "deal_amount_currency"),
            field("deal_amount_currency", FieldKind.TEXT),
            money("budget", null),
            field("win_probability", FieldKind.NUMBER),
            field("score", FieldKind.SCORE),
            field("website", FieldKind.URL),
            field("billing_country", FieldKind.COUNTRY),
            field("visits", FieldKind.INTEGER),
            choice("stage", "lead", "won", "lost"),
            field("expected_close_date", FieldKind.DATE),
            field("created_at", FieldKind.INSTANT),
            field("is_public", FieldKind.BOOLEAN),
            field("tags", FieldKind.MULTI_CHOICE),
            reference("company_id", "company"),
            reference("owner_id", "person"),
            field("notes", FieldKind.JSON));

    private SampleTypes() {}

    static Optional<Descriptor> find(String name) {
        return List.of(COMPANY, DEAL).stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    static Expression compile(String text) throws BadExpression {
        var shapes = new RecordShapes(SampleTypes::find);
        return new Expression(text, DEAL, ReadExpression.of(text, DEAL, shapes), shapes);
    }

    private static Descriptor type(String name, FieldDescriptor... fields) {
        var byName = new LinkedHashMap<String, FieldDescriptor>();
        for (var field : fields) {
            byName.put(field.name(), field);
        }
        String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Descriptor(
                name, name + "s", name + "s", label, label + "s", "", "name", Set.of(), Map.copyOf(byName), null, null);
    }

    static FieldDescriptor field(String name, FieldKind kind) {
        return field(name, kind, List.of(), null, null);
    }

    private static FieldDescriptor reference(String name, String ref) {
        return field(name, ref.equals("person") ? FieldKind.PERSON : FieldKind.REFERENCE, List.of(), ref, null);
    }

    private static FieldDescriptor money(String name, @Nullable String currency) {
        return field(name, FieldKind.MONEY, List.of(), null, currency);
    }

    private static FieldDescriptor choice(String name, String... values) {
        return field(
                name,
                FieldKind.CHOICE,
                List.of(values).stream()
                        .map(value -> new ChoiceOption(value, value, "neutral"))
                        .toList(),
                null,
                null);
    }

    private static FieldDescriptor field(
            String name, FieldKind kind, List<ChoiceOption> choices, @Nullable String ref, @Nullable String currency) {
        return new FieldDescriptor(
                name, name, kind, false, false, true, true, false, 0, choices, ref, currency, "", false, null, true, "",
                0, "", null);
    }
}
