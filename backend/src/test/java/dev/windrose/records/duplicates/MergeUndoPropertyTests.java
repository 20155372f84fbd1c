package dev.windrose.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever people edit between a merge and its undo: what they touched stays and is named, all else is as before the merge. */
@WindroseTest
class MergeUndoPropertyTests {

    private static final List<String> FIELDS = List.of("size", "sub_industry", "description", "company_legal_entity");

    private final Map<String, String> typeOf = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void undoLeavesOnlyWhatWasEditedSince(int seed) {
        var world = RecordWorld.fresh();
        var random = new Random(seed);
        var companies = new ArrayList<UUID>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            companies.add(made(world, "company", company(random, i)));
        }
        var all = new ArrayList<>(companies);
        for (int i = 0; i < 8; i++) {
            all.add(child(world, random, companies.get(random.nextInt(companies.size()))));
        }
        beside(world, random, companies);
        var before = state(world, all);
        var besideBefore = beside(world);

        var merged = world.in(() -> Workspaces.bean(MergeRecords.class)
                .merge(new MergeOrder(
                        "company", companies.getFirst(), companies.subList(1, companies.size()), Map.of())));
        var after = state(world, all);
        companies.subList(1, companies.size()).forEach(id -> assertThat(after.get(id))
                .containsEntry("binned", true));
        var live = all.stream()
                .filter(id -> !companies.subList(1, companies.size()).contains(id))
                .toList();
        live.forEach(id -> assertThat(after.get(id).values())
                .as("seed %d: nothing names a merged record", seed)
                .noneMatch(value -> companies.subList(1, companies.size()).stream()
                        .anyMatch(gone -> String.valueOf(value).contains(gone.toString()))));

        assertThat(beside(world))
                .as("seed %d: what lies beside a merged record follows it", seed)
                .noneMatch(row -> companies.subList(1, companies.size()).stream()
                        .anyMatch(gone -> row.contains(gone.toString())));

        var edited = edit(world, random, live);
        var edits = state(world, all);
        var undo = world.undo(merged.changes());

        assertThat(beside(world)).as("seed %d", seed).containsAll(besideBefore);
        var now = state(world, all);
        for (var id : all) {
            for (var field : fields(before.get(id), now.get(id))) {
                boolean touched = edited.contains(id + field);
                var expected =
                        touched ? edits.get(id).get(field) : before.get(id).get(field);
                assertThat(now.get(id).get(field))
                        .as("seed %d, %s of %s", seed, field, typeOf.get(id.toString()))
                        .isEqualTo(expected);
                boolean held = touched
                        && !Objects.equals(
                                after.get(id).get(field), before.get(id).get(field))
                        && !Objects.equals(
                                edits.get(id).get(field), after.get(id).get(field));
                if (held) {
                    assertThat(undo.operations().toString()).contains("Changed since");
                }
            }
        }
    }

    /** Talks, events of journeys and states that companies have had. */
    private void beside(RecordWorld world, Random random, List<UUID> companies) {
        for (var company : companies) {
            world.update("company", company, Map.of("customer_state", random.nextBoolean() ? "exploring" : "buying"));
            world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(status -> {
                var jdbc = Workspaces.bean(JdbcClient.class);
                var tenant = ActorScope.current().tenant().value();
                jdbc.sql("""
                                insert into threads (tenant_id, id, title, record_type, record_id, created_at, updated_at)
                                values (:tenant, gen_random_uuid(), 'About it', 'company', :company, now(), now())
                                """).param("tenant", tenant).param("company", company).update();
                return jdbc.sql("""
                                insert into journey_events (tenant_id, id, occurred_at, kind, company_id, source, recorded_at)
                                values (:tenant, gen_random_uuid(), now(), 'visit', :company, 'web', now())
                                """)
                        .param("tenant", tenant)
                        .param("company", company)
                        .update();
            }));
        }
    }

    private static List<String> beside(RecordWorld world) {
        return world.in(
                () -> Workspaces.bean(TransactionTemplate.class).execute(status -> Workspaces.bean(JdbcClient.class)
                        .sql("""
                                select concat_ws(' ', 'thread', id, record_id) from threads
                                union all select concat_ws(' ', 'event', id, company_id) from journey_events
                                union all
                                select concat_ws(' ', 'period', id, record_id, field, value, entered_at, coalesce(left_at::text, 'lasts'))
                                from record_periods where record_type = 'company'
                                """)
                        .query(String.class)
                        .list()));
    }

    private Set<String> edit(RecordWorld world, Random random, List<UUID> live) {
        var edited = new HashSet<String>();
        for (int i = 0; i < 6; i++) {
            var id = live.get(random.nextInt(live.size()));
            var type = Objects.requireNonNull(typeOf.get(id.toString()));
            var field = type.equals("company")
                    ? FIELDS.get(random.nextInt(FIELDS.size()))
                    : type.equals("note") ? "body" : "name";
            world.update(type, id, Map.of(field, "edited " + i));
            edited.add(id + field);
        }
        return edited;
    }

    private UUID child(RecordWorld world, Random random, UUID company) {
        return switch (random.nextInt(3)) {
            case 0 -> made(world, "contact", Map.of("name", "Contact " + random.nextInt(90), "company_id", company));
            case 1 ->
                made(
                        world,
                        "deal",
                        Map.of("name", "Deal " + random.nextInt(90), "company_id", company, "stage", "proposal"));
            default ->
                made(
                        world,
                        "note",
                        Map.of(
                                "record_type",
                                "company",
                                "record_id",
                                company.toString(),
                                "title",
                                "Note",
                                "body",
                                "Body " + random.nextInt(90)));
        };
    }

    private UUID made(RecordWorld world, String type, Map<String, Object> values) {
        var operation = DraftOperation.create(type, values);
        world.apply(Cause.person(), operation);
        typeOf.put(operation.recordId().toString(), type);
        return operation.recordId();
    }

    private static Map<String, Object> company(Random random, int number) {
        var values = new HashMap<String, Object>();
        values.put("name", "Quern Optics " + number);
        for (var field : FIELDS) {
            if (random.nextBoolean()) {
                values.put(field, field + random.nextInt(4));
            }
        }
        if (random.nextBoolean()) {
            values.put("other_countries", List.of("DE", "FR", "ES").subList(0, 1 + random.nextInt(3)));
        }
        return values;
    }

    private static Set<String> fields(Map<String, Object> one, Map<String, Object> other) {
        var fields = new HashSet<>(one.keySet());
        fields.addAll(other.keySet());
        return fields;
    }

    /** Values that somebody sets; what the product computes follows by itself. */
    private Map<UUID, Map<String, Object>> state(RecordWorld world, List<UUID> ids) {
        var state = new LinkedHashMap<UUID, Map<String, Object>>();
        world.in(() -> {
            for (var id : ids) {
                var record = Workspaces.bean(Records.class).get(Objects.requireNonNull(typeOf.get(id.toString())), id);
                var values = new TreeMap<String, Object>();
                for (var field : List.of(
                        "name",
                        "title",
                        "body",
                        "record_id",
                        "company_id",
                        "stage",
                        "other_countries",
                        "size",
                        "sub_industry",
                        "description",
                        "company_legal_entity")) {
                    if (record.value(field) instanceof Object value) {
                        values.put(field, value);
                    }
                }
                values.put("binned", record.binned());
                state.put(id, values);
            }
            return null;
        });
        return state;
    }
}
