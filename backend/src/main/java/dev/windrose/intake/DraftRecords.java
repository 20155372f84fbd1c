package dev.windrose.intake;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.FieldNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what was read, told by names, into drafts of records, told by ids; new records of the same message are known to each other. */
final class DraftRecords {

    private static final int LONGEST_TITLE = 200;

    private final KnownRecords known;
    private final Pipelines pipelines;
    private final String baseCurrency;
    private final Incoming incoming;
    private final Map<String, UUID> fresh = new HashMap<>();

    DraftRecords(KnownRecords known, Pipelines pipelines, String baseCurrency, Incoming incoming) {
        this.known = known;
        this.pipelines = pipelines;
        this.baseCurrency = baseCurrency;
        this.incoming = incoming;
    }

    DraftOperation create(Operation operation, List<FieldValue> fields) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var company = company(operation);
        if (company != null) {
            put(values, operation.entity(), company);
        }
        operation.key().forEach((name, value) -> put(values, operation, name, value));
        fields.forEach(field -> put(values, operation, field.field(), field.value()));
        complete(values, operation);
        var draft = DraftOperation.create(operation.entity(), values);
        if (operation.key().get("name") instanceof String name) {
            fresh.put(operation.entity() + NameEntry.key(name), draft.recordId());
        }
        return noted(draft, operation, fields);
    }

    /** Projects are about several accounts. */
    private static void put(Map<String, @Nullable Object> values, String entity, UUID company) {
        if (entity.equals("project")) {
            values.put("related_company_ids", List.of(company));
        } else {
            values.put("company_id", company);
        }
    }

    DraftOperation update(Operation operation, List<FieldValue> fields) {
        var record = Objects.requireNonNull(operation.record());
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach(field -> put(values, operation, field.field(), field.value()));
        if (values.containsKey("deal_amount")
                && !values.containsKey("deal_amount_currency")
                && record.text("deal_amount_currency") == null) {
            values.put("deal_amount_currency", baseCurrency);
        }
        return noted(
                DraftOperation.update(operation.entity(), UUID.fromString(record.id()), values), operation, fields);
    }

    DraftOperation change(String type, UUID record, Operation operation, List<FieldValue> fields) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach(field -> put(values, operation, field.field(), field.value()));
        return noted(DraftOperation.update(type, record, values), operation, fields);
    }

    private DraftOperation noted(DraftOperation draft, Operation operation, List<FieldValue> fields) {
        var notes = new LinkedHashMap<String, FieldNote>();
        fields.forEach(field -> notes.put(
                stored(operation.entity(), field.field()),
                new FieldNote(evidence(field.evidence()), field.confidence())));
        return draft.because(evidence(operation.evidence()), operation.confidence())
                .noting(notes);
    }

    private Evidence evidence(dev.windrose.intake.reading.Evidence read) {
        var quote = Evidence.quote(read.quote(), read.start(), read.end());
        return incoming.receivedAt() == null
                ? quote
                : quote.toldAt(incoming.receivedAt().toInstant());
    }

    /** The field of the record that keeps what the reader calls so. */
    static String stored(String entity, String field) {
        return switch (field) {
            case "company" -> "company_id";
            case "product" -> "product_id";
            case "assignee" -> "assignee_id";
            default -> field;
        };
    }

    private void put(Map<String, @Nullable Object> values, Operation operation, String field, Object value) {
        switch (field) {
            case "company" ->
                companyNamed(value.toString())
                        .or(() -> Optional.ofNullable(company(operation)))
                        .ifPresent(id -> put(values, operation.entity(), id));
            case "product" ->
                named(known.products(), value.toString())
                        .ifPresent(product -> values.put("product_id", UUID.fromString(product.id())));
            case "assignee" ->
                named(known.people(), value.toString())
                        .ifPresent(person -> values.put("assignee_id", UUID.fromString(person.id())));
            case "stage" -> values.put("stage", stage(operation, value.toString()));
            case "contacts" -> values.put("contacts", contacts(operation, (List<?>) value));
            case "title" -> values.put("title", shortened(value.toString()));
            case "summary" -> values.put(operation.entity().equals("objection") ? "text" : "summary", value);
            default -> values.put(field, value);
        }
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private String stage(Operation operation, String usual) {
        var deal = operation.record();
        return pipelines.translated(deal == null ? null : deal.text("pipeline"), usual);
    }

    private static Optional<KnownRecord> named(List<KnownRecord> records, String name) {
        return records.stream()
                .filter(record -> record.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private @Nullable UUID company(Operation operation) {
        if (operation.entity().equals("company")) {
            return null;
        }
        if (operation.company() != null) {
            return UUID.fromString(operation.company().id());
        }
        var name = operation.key().getOrDefault("company", operation.values().get("company"));
        return name == null ? null : fresh.get("company" + NameEntry.key(name.toString()));
    }

    private Optional<UUID> companyNamed(String name) {
        var fresh = this.fresh.get("company" + NameEntry.key(name));
        if (fresh != null) {
            return Optional.of(fresh);
        }
        var words = NameEntry.words(name);
        return known.names().at(words, 0).stream()
                .filter(hit -> hit.entry().is("company") && hit.entry().words().equals(words))
                .map(hit -> UUID.fromString(hit.entry().id()))
                .findFirst();
    }

    private List<UUID> contacts(Operation operation, List<?> names) {
        var out = new ArrayList<UUID>();
        for (var name : names) {
            var key = NameEntry.key(String.valueOf(name));
            var mine = operation.company() == null ? List.<KnownRecord>of() : known.of(operation.company(), "contact");
            mine.stream()
                    .filter(contact -> NameEntry.key(contact.name()).equals(key))
                    .findFirst()
                    .map(contact -> UUID.fromString(contact.id()))
                    .or(() -> Optional.ofNullable(fresh.get("contact" + key)))
                    .ifPresent(out::add);
        }
        return out;
    }

    /** What the record needs beside what was said: the text of a note, the open deal that an objection stands against, a currency. */
    private void complete(Map<String, @Nullable Object> values, Operation operation) {
        switch (operation.entity()) {
            case "interaction" -> {
                values.put("body", incoming.text());
                values.put("channel", incoming.channel());
                onlyDeal(operation).ifPresent(deal -> values.put("deal_id", deal));
            }
            case "issue" -> {
                values.put("description", incoming.text());
                onlyDeal(operation).ifPresent(deal -> values.put("deal_id", deal));
            }
            case "objection", "task" -> onlyDeal(operation).ifPresent(deal -> values.put("deal_id", deal));
            case "deal" -> {
                if (values.containsKey("deal_amount") && !values.containsKey("deal_amount_currency")) {
                    values.put("deal_amount_currency", currency(operation));
                }
            }
            default -> {}
        }
    }

    private String currency(Operation operation) {
        return operation.company() == null
                ? baseCurrency
                : known.of(operation.company(), "deal").stream()
                        .map(deal -> deal.text("deal_amount_currency"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(baseCurrency);
    }

    private Optional<UUID> onlyDeal(Operation operation) {
        var open = operation.company() == null
                ? List.<KnownRecord>of()
                : known.of(operation.company(), "deal").stream()
                        .filter(deal -> !List.of("won", "lost").contains(deal.textOr("stage", "lead")))
                        .toList();
        return open.size() == 1 ? Optional.of(UUID.fromString(open.getFirst().id())) : Optional.empty();
    }
}
