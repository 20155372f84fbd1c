package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.access.AccessRulesOfTests;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Asks the database how it would answer each kind of filter and order over many rows of every record type. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTests {

    private static final int MANY = 100_000;
    private static final int SOME = 20_000;
    /** Those of which a workspace has most. Together they have a field of every kind that can be filtered. */
    private static final Set<String> BIG = Set.of("company", "contact");

    @Autowired
    Descriptors descriptors;

    @Autowired
    Records records;

    @Autowired
    Environment environment;

    private RecordWorld world;
    private List<Descriptor> types;
    private ExplainPlans plans;

    @BeforeAll
    void fill() {
        world = RecordWorld.fresh();
        types = world.in(() -> descriptors.all().stream()
                .filter(type -> type.entity() == null && !type.table().equals("custom_record"))
                .filter(type -> type.fields().values().stream().anyMatch(FieldDescriptor::filter))
                .toList());
        types.forEach(type -> ManyRows.insert(
                environment, type, world.workspace().tenant(), BIG.contains(type.name()) ? MANY : SOME));
        AddedFields.insert(environment, world, MANY);
    }

    @AfterAll
    void empty() {
        types.forEach(
                type -> ManyRows.remove(environment, type, world.workspace().tenant()));
        AddedFields.remove(environment, world);
    }

    @BeforeEach
    void begin() {
        var tables = types.stream().map(Descriptor::table).collect(Collectors.toSet());
        tables.add("field_index");
        plans = new ExplainPlans(tables);
    }

    @Test
    void everyFilterUsesAnIndex() {
        var seen = EnumSet.noneOf(FieldKind.class);
        inWorkspace(() -> eachField((type, field) -> {
            if (field.filter()) {
                seen.add(field.kind());
                SampleFilters.of(field, value(type, field))
                        .forEach(
                                filter -> plans.page(RecordQuery.of(type.name()).where(filter)));
            }
        }));
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
        assertThat(seen)
                .containsAll(
                        Stream.of(FieldKind.values()).filter(FilterOp.IS::fits).toList());
    }

    @Test
    void everyOrderUsesAnIndex() {
        inWorkspace(() -> eachField((type, field) -> {
            if (field.sort()) {
                for (String sort : List.of(field.name(), "-" + field.name())) {
                    pages(RecordQuery.of(type.name()).sortedBy(sort).limit(3));
                }
            }
        }));
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    @Test
    void ordersByTwoFieldsWithoutSortingAllRows() {
        inWorkspace(() -> {
            for (var sort : List.of(
                    List.of("c_own_choice", "name"),
                    List.of("-c_own_choice", "-c_own_integer"),
                    List.of("influence_role", "-name"),
                    List.of("engagement_score", "c_own_date"))) {
                pages(RecordQuery.of("contact")
                        .sortedBy(sort.toArray(String[]::new))
                        .limit(3));
            }
        });
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    /** All tasks and the like have changed lately here, so that nothing is quicker than to read them all. */
    @Test
    void filtersOverRelatedRecordsAndWhatHappenedUseIndexes() {
        plans = new ExplainPlans(Set.of("companies", "contacts"));
        inWorkspace(() -> {
            for (var filter : List.of(
                    Filter.is("company_id.employee_size", 7),
                    Filter.in("company_id.country_hq", List.of("DE", "FR")),
                    Filter.is("company_id.parent_company.name", "text 7"),
                    new Filter.Compare("company_id.industry_vertical", FilterOp.IS_NOT, "text 7"),
                    new Filter.Compare("_changed", FilterOp.GTE, "2026-01-01"),
                    new Filter.Compare("_activity", FilterOp.OLDER_THAN, Map.of("n", 30, "unit", "day")))) {
                plans.page(RecordQuery.of("contact").where(filter));
            }
            var related = new Filter.Compare("_related", FilterOp.IS, Map.of("type", "contact", "via", "company_id"));
            plans.page(RecordQuery.of("company").where(related));
        });
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    @Test
    void filtersByOneAddedFieldAndSortsByAnotherThroughIndexes() {
        inWorkspace(() -> {
            for (var filter : List.of(
                    Filter.is("c_own_choice", "gold"),
                    Filter.is("c_own_text", "text 77"),
                    new Filter.Compare("c_own_date", FilterOp.WITHIN_LAST, Map.of("n", 30, "unit", "day")))) {
                for (String sort : List.of("c_own_integer", "-c_own_money", "name")) {
                    plans.page(RecordQuery.of("contact").where(filter).sortedBy(sort));
                }
            }
        });
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    @Test
    void orderByARelatedFieldUsesAnIndex() {
        inWorkspace(() -> List.of("company_id.name", "-company_id.employee_size")
                .forEach(sort -> pages(RecordQuery.of("contact").sortedBy(sort).limit(3))));
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    @Test
    void looksForWhatSeveralConditionsFindBeforeItWalksAnOrder() {
        var two = Filter.and(Filter.is("influence_role", "champion"), Filter.is("is_primary", true));
        inWorkspace(() -> {
            assertThat(plans.page(RecordQuery.of("contact").where(two).sortedBy("name")))
                    .contains("CTE few");
            assertThat(plans.page(RecordQuery.of("contact")
                            .where(Filter.is("is_primary", true))
                            .sortedBy("name")))
                    .doesNotContain("CTE few");
        });
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    @Test
    void countsWhatAFilterFindsByItsIndex() {
        var selective = EnumSet.of(FieldKind.TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.URL, FieldKind.MONEY);
        inWorkspace(() -> eachField((type, field) -> {
            if (field.filter() && selective.contains(field.kind()) && field.custom() == null) {
                plans.count(RecordQuery.of(type.name()).where(Filter.is(field.name(), value(type, field))));
            }
        }));
        assertThat(plans.scans()).as("counts that read a whole table").isEmpty();
    }

    @Test
    void membersOfEachLevelFindTheirRecordsThroughIndexes() {
        var member = world.workspace().person("Mia Member", Role.MEMBER);
        var level = AccessRulesOfTests.of(world, List.copyOf(BIG), member);
        for (String name : List.of("private", "team", "territory")) {
            level.accept(name);
            ActorScope.run(member, () -> {
                for (String type : BIG) {
                    for (String sort : List.of("name", "-created_at", "owner_id")) {
                        plans.page(RecordQuery.of(type).sortedBy(sort));
                        plans.page(RecordQuery.of(type)
                                .where(Filter.is("name", "text 77"))
                                .sortedBy(sort));
                    }
                    plans.count(RecordQuery.of(type).where(Filter.is("name", "text 77")));
                }
            });
        }
        assertThat(plans.scans()).as("statements that read a whole table").isEmpty();
    }

    private void inWorkspace(Runnable work) {
        ActorScope.run(world.actor(), work::run);
    }

    private interface OfField {
        void on(Descriptor type, FieldDescriptor field);
    }

    private void eachField(OfField work) {
        types.forEach(type -> {
            var now = descriptors.get(type.name());
            now.fields().values().forEach(field -> work.on(now, field));
        });
    }

    /** The first page and the one after it. */
    private void pages(RecordQuery query) {
        plans.page(query);
        plans.page(query.after(records.page(query).nextCursor()));
    }

    private Object value(Descriptor type, FieldDescriptor field) {
        if (field.custom() != null) {
            return Objects.requireNonNull(AddedFields.SAMPLES.get(field.name().replace("c_own_", "")));
        }
        return switch (field.kind()) {
            case REFERENCES -> List.of(UUID.randomUUID());
            case MULTI_CHOICE -> List.of("one");
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE, JSON -> sample(type, field);
            case INTEGER, NUMBER, MONEY, SCORE, DATE, INSTANT, BOOLEAN, REFERENCE, PERSON -> sample(type, field);
        };
    }

    private Object sample(Descriptor type, FieldDescriptor field) {
        return records.query(RecordQuery.of(type.name()).sortedBy("created_at").limit(7)).stream()
                .map(record -> record.value(field.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.name() + "." + field.name()));
    }
}
