package dev.windrose.crm.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.custom.CustomFields;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class TerritoryTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void takesOnlyFiltersThatListsUnderstand() {
        assertThatThrownBy(() -> world.create(
                        "territory",
                        Map.of("name", "North", "filter", Map.of("field", "no_such_field", "op", "is", "value", 1))))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("filter"));
        assertThatThrownBy(() -> world.create("territory", Map.of("name", "North", "filter", List.of(1))))
                .isInstanceOf(AppException.class);
    }

    @Test
    void takeCompaniesInTheirOrderAndLeaveWhatSomebodyChose() throws InterruptedException {
        var fallback = territory("Everywhere", 2, Map.of("field", "name", "op", "not_empty"));
        var north = territory("North", 1, Map.of("field", "country_hq", "op", "in", "value", List.of("NO", "SE")));
        var bergen = world.create("company", Map.of("name", "Bergen Pumps", "country_hq", "NO"));
        var lyon = world.create("company", Map.of("name", "Lyon Vannes", "country_hq", "FR"));
        var chosen = world.create(
                "company", Map.of("name", "Chosen", "country_hq", "NO", "territory_id", fallback.toString()));
        await(bergen, north);
        await(lyon, fallback);
        world.update("company", lyon, Map.of("country_hq", "SE"));
        await(lyon, north);
        world.update("company", bergen, Map.of("territory_id", fallback.toString()));
        world.update("company", bergen, Map.of("country_hq", "SE"));
        world.update("territory", north, Map.of("filter", Map.of("field", "country_hq", "op", "is", "value", "FI")));
        await(lyon, fallback);
        assertThat(world.get("company", bergen).reference("territory_id")).isEqualTo(fallback);
        assertThat(world.get("company", chosen).reference("territory_id")).isEqualTo(fallback);
    }

    @Test
    void keepTheirCompaniesWhereTheFilterNamesARemovedField() throws InterruptedException {
        var region = SchemaWorld.define(world, "company", "Region", "text", Map.of("filter", true));
        var north = territory("North", 1, Map.of("field", "c_region", "op", "is", "value", "north"));
        var south = territory("South", 2, Map.of("field", "country_hq", "op", "is", "value", "FR"));
        var bergen = world.create("company", Map.of("name", "Bergen Pumps", "c_region", "North"));
        await(bergen, north);
        var fields = Workspaces.bean(CustomFields.class);
        assertThat(world.in(() -> fields.remove(region, true))
                        .impactJson()
                        .get("used_in")
                        .toString())
                .contains("territory", "North");
        world.in(() -> fields.remove(region, false));
        world.update("company", bergen, Map.of("name", "Bergen Pumps AS"));
        var lyon = world.create("company", Map.of("name", "Lyon Vannes", "country_hq", "FR"));
        await(lyon, south);
        assertThat(world.get("company", bergen).reference("territory_id")).isEqualTo(north);
    }

    private UUID territory(String name, int position, Map<String, Object> filter) {
        return world.create("territory", Map.of("name", name, "position", position, "filter", filter));
    }

    private void await(UUID company, UUID territory) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (!territory.equals(world.get("company", company).reference("territory_id"))
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(world.get("company", company).reference("territory_id")).isEqualTo(territory);
    }
}
