package dev.windrose.agents.eval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.currency.ExchangeRate;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.custom.CustomFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Brings a world into a fresh workspace, in the order in which it came about. */
final class LoadWorld {

    /** File to record type. */
    private static final Map<String, String> TYPES = types();

    /** Fields whose past the world tells: history, its value, type and field. */
    private record Past(String history, String value, String field) {}

    private static final Map<String, List<Past>> PASTS = Map.of(
            "deal", List.of(new Past("stage_history", "stage", "stage")),
            "issue",
                    List.of(
                            new Past("owner_history", "assignee", "assignee_id"),
                            new Past("status_history", "status", "status")));

    /** Something that happened to records at one moment, done by one person. */
    private record Step(Instant at, @Nullable Object by, DraftOperation operation) {}

    private final World world;
    private final Changes changes;
    private final Descriptors descriptors;
    private final ApplicationContext context;
    private final Actor owner;
    private final WorldFields fields;
    private final Map<String, UUID> competitors = new HashMap<>();
    final ExternalIds ids = new ExternalIds();
    final LoadPeople people;

    LoadWorld(ApplicationContext context, World world, Actor owner) {
        this.context = context;
        this.world = world;
        this.owner = owner;
        this.changes = context.getBean(Changes.class);
        this.descriptors = context.getBean(Descriptors.class);
        this.fields = new WorldFields(descriptors, context.getBean(CustomFields.class), ids);
        this.people = new LoadPeople(context, ids, owner.tenant());
    }

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        types.put("products", "product");
        types.put("companies", "company");
        types.put("contacts", "contact");
        types.put("price_book", "price_book_entry");
        types.put("deals", "deal");
        types.put("projects", "project");
        types.put("issues", "issue");
        types.put("interactions", "interaction");
        types.put("tasks", "task");
        types.put("feedback", "feedback");
        types.put("objections", "objection");
        types.put("quotes", "quote");
        types.put("message_trees", "message_tree");
        return types;
    }

    void load() {
        ActorScope.run(owner, () -> {
            people.load(world, owner);
            rates();
            territories();
            competitors();
            TYPES.forEach((file, type) -> load(type, world.all(file)));
            apply(owner, world.now(), LoadKnowledge.of(world, ids));
            people.narrow(descriptors.all().stream().map(Descriptor::name).toList());
        });
    }

    private void rates() {
        if (world.settings().get("reporting_rates") instanceof Map<?, ?> rates) {
            var base = world.text("base_currency", "EUR");
            var from =
                    LocalDate.ofInstant(world.now(), java.time.ZoneOffset.UTC).minusYears(4);
            context.getBean(ExchangeRates.class)
                    .set(rates.entrySet().stream()
                            .filter(rate -> !base.equals(rate.getKey()))
                            .map(rate -> new ExchangeRate(
                                    String.valueOf(rate.getKey()),
                                    from,
                                    new BigDecimal(rate.getValue().toString()),
                                    "World",
                                    null))
                            .toList());
        }
    }

    private void territories() {
        if (world.settings().get("regions") instanceof Map<?, ?> regions) {
            for (var region : regions.keySet()) {
                var name = String.valueOf(region);
                var draft = DraftOperation.create(
                        "territory", Map.of("name", name, "members", people.members(world, name)));
                apply(owner, world.now(), List.of(draft));
                ids.put(name, draft.recordId());
            }
        }
    }

    private void competitors() {
        var drafts = new ArrayList<DraftOperation>();
        for (var file : List.of("deals", "objections")) {
            for (var record : world.all(file)) {
                if (record.get("competitor") instanceof String name && !competitors.containsKey(name)) {
                    var draft = DraftOperation.create("competitor", Map.of("name", name));
                    competitors.put(name, draft.recordId());
                    ids.put(name, draft.recordId());
                    drafts.add(draft);
                }
            }
        }
        apply(owner, world.now(), drafts);
    }

    private void load(String type, List<Map<String, Object>> records) {
        fields.prepare(type, records);
        var steps = new ArrayList<Step>();
        for (var record : records) {
            steps(type, record, steps);
        }
        steps.sort(Comparator.comparing(Step::at));
        for (int from = 0, to; from < steps.size(); from = to) {
            var first = steps.get(from);
            to = from + 1;
            while (to < steps.size() && together(first, steps.get(to))) {
                to++;
            }
            apply(
                    actor(first.by()),
                    first.at(),
                    steps.subList(from, to).stream().map(Step::operation).toList());
        }
    }

    private static boolean together(Step one, Step other) {
        return one.at().equals(other.at()) && Objects.equals(one.by(), other.by());
    }

    /** The record as it began, and what became of it. */
    private void steps(String type, Map<String, Object> record, List<Step> steps) {
        var values = fields.values(type, record);
        var at = World.moment(record.getOrDefault("created_at", record.get("at")), world.now());
        var by = record.getOrDefault("created_by", record.getOrDefault("user", record.get("logged_by")));
        var later = new ArrayList<Step>();
        var last = new LinkedHashMap<>(values);
        var draft = DraftOperation.create(type, values);
        for (var past : PASTS.getOrDefault(type, List.of())) {
            if (record.get(past.history()) instanceof List<?> history) {
                past(type, past, history, draft, values, later);
            }
        }
        var external = String.valueOf(record.get("id"));
        ids.put(external, draft.recordId());
        steps.add(new Step(at, by, draft.setting(values).knownAs(List.of(new ExternalId("world", external)))));
        steps.addAll(later);
        if (!later.isEmpty()) {
            // A step may have taken away what the world still tells, for example why a deal was lost.
            var end =
                    later.stream().map(Step::at).max(Comparator.naturalOrder()).orElse(at);
            steps.add(new Step(end, by, DraftOperation.update(type, draft.recordId(), last)));
        }
    }

    private void past(
            String type,
            Past past,
            List<?> history,
            DraftOperation draft,
            Map<String, @Nullable Object> values,
            List<Step> later) {
        for (int i = 0; i < history.size(); i++) {
            var one = (Map<?, ?>) history.get(i);
            Object told = Objects.requireNonNull(one.get(past.value()));
            Object value = ids.knows(told) ? ids.record(told) : told;
            if (i == 0) {
                values.put(past.field(), value);
            } else {
                later.add(new Step(
                        World.moment(one.get("at"), world.now()),
                        one.get("by"),
                        DraftOperation.update(type, draft.recordId(), Map.of(past.field(), value))));
            }
        }
    }

    private Actor actor(@Nullable Object by) {
        var person = by == null ? null : people.actors.get(by.toString());
        return person == null ? owner : person.in(Role.OWNER);
    }

    private void apply(Actor actor, Instant at, List<DraftOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var draft = ChangeDraft.of(Cause.person(), "World", operations)
                .writingReadOnly()
                .refusingSingly();
        var set = ScopedClock.at(at, () -> ActorScope.call(actor, () -> changes.apply(draft)));
        set.operations().stream()
                .filter(operation -> !operation.applied())
                .forEach(operation -> System.err.printf(
                        "Not loaded: %s %s, %s %s%n",
                        operation.recordType(), operation.recordTitle(), operation.reason(), operation.problems()));
    }
}
