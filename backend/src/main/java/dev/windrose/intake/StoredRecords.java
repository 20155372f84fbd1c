package dev.windrose.intake;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameHit;
import dev.windrose.intake.names.NameIndex;
import dev.windrose.intake.names.TenantNames;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.records.Money;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of the workspace for the length of one message: names from memory, fields from the store. */
final class StoredRecords implements KnownRecords {

    private static final int MOST = 200;
    private static final SameForAll.Key<List<KnownRecord>> PRODUCTS = new SameForAll.Key<>("products");
    private static final SameForAll.Key<List<KnownRecord>> PEOPLE = new SameForAll.Key<>("people");

    private final TenantNames names;
    private final NameIndex index;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Records records;
    private final People people;
    private final Pipelines pipelines;
    private final @Nullable RecordTrail trail;
    private final SeenNames seen;
    private final Learned learned;
    private final Map<String, Optional<KnownRecord>> found = new HashMap<>();
    private final Map<String, List<KnownRecord>> related = new HashMap<>();
    private @Nullable List<KnownRecord> products;
    private @Nullable List<KnownRecord> persons;

    /** @param trail given where the text speaks of what was before: deals then come with their history */
    StoredRecords(
            TenantNames names,
            Records records,
            People people,
            Pipelines pipelines,
            @Nullable RecordTrail trail,
            SeenNames seen,
            Learned learned) {
        this.learned = learned;
        this.names = names;
        this.index = seen.all() ? names.names() : names.names().showing(hits -> shown(hits, seen));
        this.records = records;
        this.people = people;
        this.pipelines = pipelines;
        this.trail = trail;
        this.seen = seen;
    }

    @Override
    public NameIndex names() {
        return index;
    }

    /** What the reader may not know is read as any other words. */
    private List<NameHit> shown(List<NameHit> hits, SeenNames seen) {
        var asked = new HashMap<String, Set<UUID>>();
        hits.forEach(hit -> {
            if (!known.containsKey(hit.entry().type() + hit.entry().id())) {
                asked.computeIfAbsent(hit.entry().type(), _ -> new HashSet<>())
                        .add(UUID.fromString(hit.entry().id()));
            }
        });
        asked.forEach((type, ids) -> {
            var found = seen.of(type, ids);
            ids.forEach(id -> known.put(type + id, found.contains(id)));
        });
        return hits.stream()
                .filter(hit ->
                        known.getOrDefault(hit.entry().type() + hit.entry().id(), false))
                .toList();
    }

    @Override
    public Optional<Alias> alias(List<String> words, int from) {
        return learned.alias(words, from, this);
    }

    @Override
    public Optional<KnownRecord> find(String type, String id) {
        return found.computeIfAbsent(type + id, _ -> records.findAlone(type, UUID.fromString(id))
                .filter(record -> !record.binned())
                .map(this::known));
    }

    @Override
    public List<KnownRecord> of(KnownRecord company, String type) {
        if (!NameStore.TYPES.contains(type) && !type.equals("issue") || !seen.byCompany(type)) {
            return List.of();
        }
        return related.computeIfAbsent(
                type + company.id(),
                _ ->
                        records
                                .query(RecordQuery.of(type)
                                        .where(Filter.is("company_id", company.id()))
                                        .limit(MOST))
                                .stream()
                                .map(this::known)
                                .toList());
    }

    @Override
    public List<KnownRecord> products() {
        if (products == null) {
            products = SameForAll.once(
                    PRODUCTS,
                    () -> records
                            .query(RecordQuery.of("product").sortedBy("name").limit(RecordQuery.MOST))
                            .stream()
                            .map(this::known)
                            .toList());
        }
        return products;
    }

    @Override
    public List<KnownRecord> people() {
        if (persons == null) {
            persons = SameForAll.once(PEOPLE, () -> people.all().stream()
                    .filter(person -> person.status() != PersonStatus.DEACTIVATED)
                    .map(StoredRecords::known)
                    .toList());
        }
        return persons;
    }

    @Override
    public Optional<KnownRecord> contactWithMail(String mail) {
        return names.contactWithMail(mail).flatMap(id -> find("contact", id));
    }

    @Override
    public List<KnownRecord> companiesWithDomain(String domain) {
        return names.companiesWithDomain(domain).stream()
                .flatMap(id -> find("company", id).stream())
                .toList();
    }

    private static KnownRecord known(Person person) {
        return new KnownRecord(
                "person",
                person.id().toString(),
                person.name(),
                Map.of("name", person.name(), "role", String.valueOf(person.title())));
    }

    /** References by id and by the name under which messages speak of them. */
    private KnownRecord known(RecordData record) {
        var fields = new LinkedHashMap<String, Object>();
        record.values().forEach((field, value) -> fields.put(field, plain(value)));
        if (fields.remove("company_name") instanceof Object company) {
            fields.put("company", company);
        }
        if (fields.remove("product_name") instanceof Object product) {
            fields.put("product", product);
        }
        var pipeline = record.value("pipeline");
        fields.computeIfPresent("stage", (_, stage) -> pipelines.usual(pipeline, stage.toString()));
        if (trail != null && record.type().equals("deal")) {
            fields.put("change_history", history(trail, record));
        }
        return new KnownRecord(record.type(), record.id().toString(), record.title(), fields);
    }

    /** The oldest first, a change of one field each. */
    private List<Map<String, Object>> history(RecordTrail trail, RecordData deal) {
        return trail.history("deal", deal.id(), Long.MAX_VALUE, 20).reversed().stream()
                .filter(entry -> entry.get("new_values") instanceof Map<?, ?> values
                        && values.get("stage") != null
                        && entry.get("previous_values") instanceof Map<?, ?> former
                        && former.get("stage") != null)
                .map(entry -> Map.<String, Object>of(
                        "field",
                        "stage",
                        "from",
                        usual(deal, entry.get("previous_values")),
                        "to",
                        usual(deal, entry.get("new_values"))))
                .toList();
    }

    private String usual(RecordData deal, @Nullable Object values) {
        return pipelines.usual(
                deal.value("pipeline"), String.valueOf(values instanceof Map<?, ?> map ? map.get("stage") : null));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case UUID id -> id.toString();
            case java.time.LocalDate date -> date.toString();
            case java.time.Instant instant -> instant.toString();
            case Money money -> Map.of("amount", money.amount(), "currency", money.currency());
            default -> value;
        };
    }
}
