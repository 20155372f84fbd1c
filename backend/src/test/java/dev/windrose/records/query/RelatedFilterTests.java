package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.RecordData;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class RelatedFilterTests {

    @Autowired
    Records records;

    private RecordWorld world;
    private UUID group;
    private UUID pharma;

    @BeforeEach
    void companiesWithDeals() {
        world = RecordWorld.fresh();
        group = world.create("company", Map.of("name", "Marlow Group", "industry_vertical", "Holding"));
        pharma = world.create(
                "company",
                Map.of(
                        "name",
                        "Anders Pharma",
                        "industry_vertical",
                        "Pharma",
                        "parent_company",
                        group,
                        "other_countries",
                        List.of("FR", "JP")));
        var steel = world.create("company", Map.of("name", "Zenit Steel", "industry_vertical", "Steel"));
        deal("Alpha", pharma, "stage", "proposal");
        deal("Beta", steel, "stage", "won");
        deal("Gamma", null, "stage", "proposal");
    }

    @Test
    void findsByAFieldOfARelatedRecord() {
        assertThat(deals(Filter.is("company_id.industry_vertical", "pharma"))).containsExactly("Alpha");
        assertThat(deals(compare("company_id.industry_vertical", FilterOp.IS_NOT, "Pharma")))
                .containsExactlyInAnyOrder("Beta", "Gamma");
        assertThat(deals(compare("company_id.industry_vertical", FilterOp.EMPTY, null)))
                .containsExactly("Gamma");
        assertThat(deals(Filter.is("company_id.parent_company.name", "Marlow Group")))
                .containsExactly("Alpha");
        assertThat(deals(compare("company_id.other_countries", FilterOp.CONTAINS_ANY, List.of("JP", "US"))))
                .containsExactly("Alpha");
    }

    @Test
    void sortsByAFieldOfARelatedRecordPageByPage() {
        for (String sort : List.of("company_id.name", "-company_id.name")) {
            var names = new ArrayList<String>();
            @Nullable String cursor = null;
            do {
                var query = RecordQuery.of("deal").sortedBy(sort).limit(1).after(cursor);
                var page = world.in(() -> records.page(query));
                page.data().forEach(record -> names.add(record.title()));
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(names)
                    .containsExactlyElementsOf(
                            sort.startsWith("-")
                                    ? List.of("Beta", "Alpha", "Gamma")
                                    : List.of("Alpha", "Beta", "Gamma"));
        }
    }

    @Test
    void showsFieldsOfRelatedRecords() {
        var standard = RecordQuery.of("deal").where(Filter.is("name", "Alpha"));
        var query = standard.showing(Set.of("name", "company_id.name", "company_id.parent_company.industry_vertical"));
        var found = world.in(() -> records.page(query)).data().getFirst();
        assertThat(found.value("company_id.name")).isEqualTo("Anders Pharma");
        assertThat(found.value("company_id.parent_company.industry_vertical")).isEqualTo("Holding");
    }

    @Test
    void findsWhatContainsSomeOrAllValues() {
        assertThat(companies(compare("other_countries", FilterOp.CONTAINS_ALL, List.of("FR", "JP"))))
                .containsExactly("Anders Pharma");
        assertThat(companies(compare("other_countries", FilterOp.CONTAINS_ALL, List.of("FR", "US"))))
                .isEmpty();
        assertThat(companies(compare("other_countries", FilterOp.NOT_IN, List.of("FR"))))
                .containsExactlyInAnyOrder("Marlow Group", "Zenit Steel");
        world.update("company", pharma, Map.of("other_countries", List.of("US")));
        assertThat(companies(compare("other_countries", FilterOp.IS, "FR"))).isEmpty();
        assertThat(companies(compare("other_countries", FilterOp.IS, "US"))).containsExactly("Anders Pharma");
    }

    @Test
    void knowsPeriodsByTheirNames() {
        var today = LocalDate.now(ZoneOffset.UTC);
        deal("Today", pharma, "deal_expected_signing_date", today.toString());
        deal(
                "Long ago",
                pharma,
                "deal_expected_signing_date",
                today.minusDays(40).toString());
        deal("Soon", pharma, "deal_expected_signing_date", today.plusDays(5).toString());
        String field = "deal_expected_signing_date";
        assertThat(deals(Filter.is(field, "today"))).containsExactly("Today");
        assertThat(deals(compare(field, FilterOp.GT, "today"))).containsExactly("Soon");
        assertThat(deals(compare(field, FilterOp.WITHIN_LAST, Map.of("n", 2, "unit", "week"))))
                .containsExactly("Today");
        assertThat(deals(compare(field, FilterOp.WITHIN_NEXT, "7 days"))).containsExactlyInAnyOrder("Today", "Soon");
        assertThat(deals(compare(field, FilterOp.OLDER_THAN, Map.of("n", 1, "unit", "month"))))
                .containsExactly("Long ago");
        assertThat(deals(Filter.is("created_at", "today"))).hasSize(6);
        assertThat(deals(compare("created_at", FilterOp.BETWEEN, List.of("this_year", "next_year"))))
                .hasSize(6);
        assertThatThrownBy(() -> deals(compare(field, FilterOp.WITHIN_LAST, "soon")))
                .isInstanceOf(AppException.class);
    }

    @Test
    void knowsMeAndMyTeam() {
        var me = world.actor().person();
        deal("Mine", pharma, "owner_id", me);
        assertThat(deals(Filter.is("owner_id", "me"))).containsExactly("Mine");
        assertThat(deals(Filter.in("owner_id", List.of("my_team")))).containsExactly("Mine");
    }

    @Test
    void findsWhatChangedAndWhatIsQuiet() {
        var week = Map.of("n", 7, "unit", "day");
        assertThat(deals(compare("_changed", FilterOp.WITHIN_LAST, week))).hasSize(3);
        assertThat(deals(compare("_changed", FilterOp.WITHIN_LAST, Map.of("n", 7, "unit", "day", "field", "stage"))))
                .isEmpty();
        var alpha = world.in(() -> records.query(RecordQuery.of("deal").where(Filter.is("name", "Alpha"))))
                .getFirst();
        world.update("deal", alpha.id(), Map.of("stage", "won"));
        assertThat(deals(compare("_changed", FilterOp.WITHIN_LAST, Map.of("n", 7, "unit", "day", "field", "stage"))))
                .containsExactly("Alpha");
        assertThat(companies(compare("_activity", FilterOp.OLDER_THAN, week))).hasSize(3);
        world.create(
                "interaction",
                Map.of(
                        "subject",
                        "Call",
                        "company_id",
                        pharma,
                        "date",
                        LocalDate.now(ZoneOffset.UTC).toString()));
        assertThat(companies(compare("_activity", FilterOp.OLDER_THAN, week)))
                .containsExactlyInAnyOrder("Marlow Group", "Zenit Steel");
    }

    @Test
    void findsByWhatRefersToARecord() {
        var won = Map.of("type", "deal", "via", "company_id", "filter", Map.of("field", "stage", "value", "won"));
        assertThat(companies(compare("_related", FilterOp.IS, won))).containsExactly("Zenit Steel");
        assertThat(companies(compare("_related", FilterOp.IS_NOT, Map.of("type", "deal"))))
                .containsExactly("Marlow Group");
        deal("Delta", pharma, "stage", "won");
        assertThat(companies(compare("_related", FilterOp.IS, Map.of("type", "deal", "count", 2))))
                .containsExactly("Anders Pharma");
    }

    @Test
    void refusesPathsThatLeadNowhere() {
        for (String path :
                List.of("company_id.nothing", "name.length", "company_id.parent_company.parent_company.name")) {
            assertThatThrownBy(() -> deals(Filter.is(path, "x")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("\"");
        }
    }

    private void deal(String name, @Nullable UUID company, String field, @Nullable Object value) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", name);
        values.put("company_id", company);
        values.put(field, value);
        world.create("deal", values);
    }

    private static Filter compare(String field, FilterOp op, @Nullable Object value) {
        return new Filter.Compare(field, op, value);
    }

    private List<String> deals(Filter filter) {
        return titles("deal", filter);
    }

    private List<String> companies(Filter filter) {
        return titles("company", filter);
    }

    private List<String> titles(String type, Filter filter) {
        return world.in(() -> records.query(RecordQuery.of(type).where(filter))).stream()
                .map(RecordData::title)
                .toList();
    }
}
