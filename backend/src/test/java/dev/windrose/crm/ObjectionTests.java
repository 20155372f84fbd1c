package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class ObjectionTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void isOpenAndCalledByItsCategoryWithoutWords() {
        var objection = world.get("objection", world.create("objection", Map.of("category", "feature_gap")));
        assertThat(objection.values()).containsEntry("status", "open");
        assertThat(objection.title()).isEqualTo("Objection: feature gap");
    }

    @Test
    void isAnsweredWhereItComesWithAnAnswer() {
        var company = world.create("company", Map.of("name", "Delmar Health"));
        var objection = world.create(
                "objection",
                Map.of(
                        "category",
                        "competitor",
                        "competitor",
                        "Northgate",
                        "company_id",
                        company,
                        "text",
                        "They have a frame contract.",
                        "response",
                        "We fill the gaps."));
        assertThat(world.get("objection", objection).values())
                .containsEntry("status", "answered")
                .containsEntry("company_name", "Delmar Health");
    }
}
