package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ScopedClock;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class InteractionTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void tookPlaceTodayAndIsNamedAfterThePeople() {
        var iris = world.create("contact", Map.of("name", "Iris Lowe"));
        var ben = world.create("contact", Map.of("name", "Ben Otto"));
        var interaction = ScopedClock.at(
                Instant.parse("2026-05-04T09:00:00Z"),
                () -> world.create("interaction", Map.of("interaction_type", "call", "contacts", List.of(iris, ben))));
        assertThat(world.get("interaction", interaction).values())
                .containsEntry("date", LocalDate.parse("2026-05-04"))
                .containsEntry("subject", "Call with Iris Lowe, Ben Otto");
    }

    @Test
    void belongsToTheAccountOfItsDealOrContact() {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        var iris = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company));
        var deal = world.create("deal", Map.of("company_id", company));
        for (var fields : List.<Map<String, Object>>of(Map.of("contacts", List.of(iris)), Map.of("deal_id", deal))) {
            assertThat(world.get("interaction", world.create("interaction", fields))
                            .value("company_id"))
                    .isEqualTo(company);
        }
    }

    @Test
    void keepsWhatItIsGiven() {
        var interaction = world.create(
                "interaction",
                Map.of(
                        "interaction_type",
                        "event",
                        "subject",
                        "Spring fair",
                        "date",
                        "2026-03-02",
                        "channel",
                        "stand",
                        "body",
                        "Half an hour"));
        assertThat(world.get("interaction", interaction).values())
                .containsEntry("subject", "Spring fair")
                .containsEntry("channel", "stand");
    }
}
