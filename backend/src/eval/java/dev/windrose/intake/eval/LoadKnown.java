package dev.windrose.intake.eval;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Brings the records of a case into a fresh workspace. */
final class LoadKnown {

    private static final List<String> ORDER = List.of("product", "company", "contact", "deal", "issue");

    private final Changes changes;
    private final Descriptors descriptors;
    private final People people;
    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<String, UUID> products = new HashMap<>();
    /** Ids in the workspace to those of the case. */
    final Map<String, String> caseIds = new HashMap<>();

    LoadKnown(ApplicationContext context) {
        this.changes = context.getBean(Changes.class);
        this.descriptors = context.getBean(Descriptors.class);
        this.people = context.getBean(People.class);
    }

    void load(Cases one) {
        for (var type : ORDER) {
            one.known().stream().filter(record -> record.is(type)).forEach(this::load);
        }
    }

    /** Everybody the case names, and the author, as members. */
    Map<String, Person> people(Cases one) {
        var found = new LinkedHashMap<String, Person>();
        one.known().stream()
                .filter(record -> record.is("person"))
                .forEach(record ->
                        found.put(record.name(), person(record.name(), record.textOr("role", ""), found.size())));
        var author = one.message().author();
        if (author != null && !found.containsKey(author.name())) {
            found.put(author.name(), person(author.name(), author.role(), found.size()));
        }
        return found;
    }

    private Person person(String name, String title, int number) {
        var mail = NameEntry.key(name).replaceAll("[^a-z]+", ".") + number + "@eval.example";
        return people.add(new NewPerson(name, mail, Role.MANAGER, title), PersonStatus.ACTIVE);
    }

    private void load(KnownRecord record) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var fields = descriptors.get(record.type()).fields();
        record.fields().forEach((field, value) -> {
            if (fields.containsKey(field)
                    && !List.of("id", "company_id", "deal_id").contains(field)
                    && !fields.get(field).readOnly()) {
                values.put(field, value);
            }
        });
        var company = record.text("company_id");
        if (company != null && ids.containsKey(company) && !record.is("company")) {
            values.put("company_id", ids.get(company));
        }
        var product = record.text("product");
        if (record.is("deal") && product != null) {
            values.put("product_id", products.computeIfAbsent(product, this::product));
        }
        if (record.is("product")) {
            values.put("description", description(record));
        }
        var history = record.fields().get("change_history") instanceof List<?> list ? list : List.of();
        history.reversed().forEach(entry -> former(values, fields.keySet(), (Map<?, ?>) entry));
        keep(record, values);
        history.forEach(entry -> again(record, fields.keySet(), (Map<?, ?>) entry));
    }

    private UUID product(String name) {
        var draft = DraftOperation.create("product", Map.of("name", name));
        changes.apply(ChangeDraft.of(Cause.person(), "Known", draft));
        return draft.recordId();
    }

    private void keep(KnownRecord record, Map<String, @Nullable Object> values) {
        var draft = DraftOperation.create(record.type(), values);
        changes.apply(ChangeDraft.of(Cause.person(), "Known", draft));
        ids.put(record.id(), draft.recordId());
        caseIds.put(draft.recordId().toString(), record.id());
        if (record.is("product")) {
            products.put(record.name(), draft.recordId());
        }
    }

    private static void former(Map<String, @Nullable Object> values, java.util.Set<String> fields, Map<?, ?> change) {
        var field = String.valueOf(change.get("field"));
        if (fields.contains(field) && change.get("from") != null) {
            values.put(field, change.get("from"));
        }
    }

    private void again(KnownRecord record, java.util.Set<String> fields, Map<?, ?> change) {
        var field = String.valueOf(change.get("field"));
        if (!fields.contains(field) || change.get("to") == null) {
            return;
        }
        var draft = DraftOperation.update(record.type(), ids.get(record.id()), Map.of(field, change.get("to")));
        var at = change.get("at") instanceof String written
                ? OffsetDateTime.parse(written).toInstant()
                : null;
        if (at == null) {
            changes.apply(ChangeDraft.of(Cause.person(), "Known", draft));
        } else {
            ScopedClock.at(at, () -> changes.apply(ChangeDraft.of(Cause.person(), "Known", draft)));
        }
    }

    private static String description(KnownRecord record) {
        var out = new StringBuilder();
        record.fields().forEach((field, value) -> {
            if (!List.of("id", "name").contains(field)) {
                out.append(field.replace('_', ' ')).append(": ").append(value).append(". ");
            }
        });
        return out.toString().strip();
    }

    String caseId(String id) {
        return caseIds.getOrDefault(id, id);
    }
}
