package dev.windrose.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class CompanyRulesTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void refusesAParentThatIsBelow() {
        var top = world.create("company", Map.of("name", "Calloway Group"));
        var middle = world.create("company", Map.of("name", "Calloway Foods", "parent_company", top));
        var bottom = world.create("company", Map.of("name", "Calloway Dairy", "parent_company", middle));
        for (var below : new Object[] {top, middle, bottom}) {
            assertThatExceptionOfType(AppException.class)
                    .isThrownBy(() -> world.update("company", top, Map.of("parent_company", below)))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("parent_company"));
        }
        world.update("company", bottom, Map.of("parent_company", top));
    }

    @Test
    void writesWebsitesInOneForm() {
        var company = world.create("company", Map.of("name", "Calder", "website_url", "Calder.example/"));
        assertThat(world.get("company", company).value("website_url")).isEqualTo("https://calder.example");
    }
}
