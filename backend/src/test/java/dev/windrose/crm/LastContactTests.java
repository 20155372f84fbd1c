package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class LastContactTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void followsTheLatestInteraction() {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        var iris = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company));
        world.create("interaction", call(company, iris, "2026-02-01"));
        var latest = world.create("interaction", call(company, iris, "2026-03-01"));
        await("company", company, "2026-03-01");
        await("contact", iris, "2026-03-01");
        world.apply(Cause.person(), DraftOperation.delete("interaction", latest));
        await("company", company, "2026-02-01");
        await("contact", iris, "2026-02-01");
    }

    @Test
    void movesWithAnInteractionToAnotherCompany() {
        var wrong = world.create("company", Map.of("name", "Calder Instruments"));
        var right = world.create("company", Map.of("name", "Calder Marine"));
        var interaction = world.create(
                "interaction", Map.of("company_id", wrong, "interaction_type", "call", "date", "2026-03-01"));
        await("company", wrong, "2026-03-01");
        world.update("interaction", interaction, Map.of("company_id", right));
        await("company", right, "2026-03-01");
        await("company", wrong, null);
    }

    @Test
    void followsPeopleOfNoCompany() {
        var noor = world.create("contact", Map.of("name", "Noor Haas"));
        world.create(
                "interaction", Map.of("contacts", List.of(noor), "interaction_type", "event", "date", "2026-03-01"));
        await("contact", noor, "2026-03-01");
    }

    @Test
    void leavesNotesAside() {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        world.create("interaction", Map.of("company_id", company, "interaction_type", "note", "date", "2026-04-01"));
        world.create("interaction", Map.of("company_id", company, "interaction_type", "call", "date", "2026-03-01"));
        await("company", company, "2026-03-01");
    }

    private static Map<String, Object> call(UUID company, UUID contact, String date) {
        return Map.of("company_id", company, "contacts", List.of(contact), "interaction_type", "call", "date", date);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(String type, UUID id, @Nullable String day) {
        var wanted = day == null ? null : LocalDate.parse(day);
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!Objects.equals(world.get(type, id).value("last_contact_date"), wanted)
                && Instant.now().isBefore(end)) {
            pause();
        }
        assertThat(world.get(type, id).value("last_contact_date")).isEqualTo(wanted);
    }
}
