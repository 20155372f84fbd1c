package dev.windrose.contract;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Makes records of any type from its descriptor alone, in the workspace of the actor in scope. */
final class SampleRecords {

    /** Of types whose rules bind fields to each other. */
    private static final Map<String, Map<String, Object>> BOUND = Map.of(
            "context_entry",
            Map.of(
                    "category",
                    "message_tree",
                    "kind",
                    "headline",
                    "details",
                    Map.of(
                            "citation",
                            "asked",
                            "claims",
                            List.of(Map.of("measure", "Pages", "value", 2, "comparator", "exactly"))),
                    "language",
                    "pt-BR"),
            "price_book_entry",
            Map.of("term_reduction_percent", Map.of("24", 5)),
            "quote",
            Map.of("lines", List.of(Map.of("text", "Training", "quantity", 2))),
            "report",
            Map.of("figures", Map.of("2025-Q1", 4)),
            "message_tree",
            Map.of(
                    "value_props", List.of("Runs by itself", "Needs no training"),
                    "demonstrable_value", List.of("Pays for itself"),
                    "demonstrable_craftsmanship", List.of("Made by hand"),
                    "demonstrable_users", List.of("Used on ships"),
                    "technical_specs", List.of("Runs on rails")));

    private SampleRecords() {}

    /** A record with the least that its type takes. */
    static UUID plain(Descriptor type) {
        return created(type, least(type)).operations().getFirst().recordId();
    }

    static ChangeSet created(Descriptor type, Map<String, Object> values) {
        return apply(DraftOperation.create(type.name(), values));
    }

    static ChangeSet updated(Descriptor type, UUID id, String field, Object value) {
        return apply(DraftOperation.update(type.name(), id, Map.of(field, value)));
    }

    static ChangeSet apply(DraftOperation operation) {
        return Workspaces.bean(Changes.class)
                .apply(ChangeDraft.of(Cause.person(), "", operation).writingReadOnly());
    }

    static Map<String, Object> least(Descriptor type) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : type.dataFields()) {
            if (field.required() || field.name().equals(type.titleField())) {
                values.put(field.name(), value(type, field, 1));
            }
        }
        return values;
    }

    /** Every field with a value in its canonical form. */
    static Map<String, Object> full(Descriptor type, int n) {
        var values = new LinkedHashMap<String, Object>();
        boolean aboutAnother = type.field("record_id").isPresent();
        for (var field : type.dataFields()) {
            // What is about a record answers only what is about the same.
            if (!aboutAnother || !type.name().equals(field.ref())) {
                values.put(field.name(), value(type, field, n));
            }
        }
        return values;
    }

    /** The first text that may be changed freely. */
    static FieldDescriptor freeText(Descriptor type) {
        return type.dataFields().stream()
                .filter(field -> field.kind() == FieldKind.TEXT || field.kind() == FieldKind.LONG_TEXT)
                .filter(field -> !field.name().startsWith("record_")
                        && type.moneyOf(field.name()).isEmpty())
                .min(Comparator.comparing(FieldDescriptor::readOnly))
                .orElseThrow();
    }

    static Object value(Descriptor type, FieldDescriptor field, int n) {
        var bound = BOUND.getOrDefault(type.name(), Map.of()).get(field.name());
        if (bound != null) {
            return bound;
        }
        // Types about records of any type name them by these two.
        if (field.name().equals("record_type")) {
            return "company";
        }
        if (field.name().equals("record_id")) {
            return plain(Workspaces.bean(Descriptors.class).get("company")).toString();
        }
        return switch (field.kind()) {
            case TEXT -> type.moneyOf(field.name()).isEmpty() ? field.label() + " " + n : n % 2 == 0 ? "USD" : "EUR";
            case LONG_TEXT -> "First line " + n + "\nsecond line";
            case INTEGER -> 40L + n;
            case NUMBER -> new BigDecimal("12.5").add(BigDecimal.valueOf(n));
            case SCORE -> new BigDecimal("55.5").add(BigDecimal.valueOf(n % 40));
            case MONEY ->
                field.ownCurrency()
                        ? new Money(new BigDecimal("1200.50").add(BigDecimal.valueOf(n)), "EUR")
                        : new BigDecimal("99.95").add(BigDecimal.valueOf(n));
            case DATE -> LocalDate.of(2026, 3, 1).plusDays(n);
            case INSTANT -> Instant.parse("2026-03-01T10:15:30.123456Z").plusSeconds(n);
            case BOOLEAN -> n % 2 == 0;
            case CHOICE -> field.choices().get(n % field.choices().size()).value();
            case MULTI_CHOICE ->
                field.choices().isEmpty()
                        ? List.of("one", "two " + n)
                        : List.of(field.choices().getFirst().value());
            case EMAIL -> "person" + n + "@sample.example";
            case PHONE -> "+49301234%03d".formatted(n);
            case URL -> "https://sample" + n + ".example";
            case COUNTRY -> n % 2 == 0 ? "FR" : "DE";
            case JSON -> json(field, n);
            case PERSON -> person();
            case REFERENCE -> reference(field);
            case REFERENCES -> List.of(reference(field));
        };
    }

    private static Object json(FieldDescriptor field, int n) {
        return field.name().equals("filter")
                ? Map.of("field", "name", "op", "is", "value", "Name " + n)
                : Map.of("note", "n" + n);
    }

    private static UUID person() {
        return Objects.requireNonNull(ActorScope.current().person()).value();
    }

    /** A type that is no record type of its own takes any id. */
    private static UUID reference(FieldDescriptor field) {
        if ("person".equals(field.ref())) {
            return person();
        }
        return Workspaces.bean(Descriptors.class)
                .find(String.valueOf(field.ref()))
                .map(SampleRecords::plain)
                .orElseGet(UUID::randomUUID);
    }
}
