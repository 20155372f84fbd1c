package dev.windrose.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ContactId;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class MembershipTests {

    private static final Instant MAY = Instant.parse("2026-05-04T10:00:00Z");

    private RecordWorld world;
    private UUID calder;
    private UUID marine;
    private UUID iris;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
        calder = world.create("company", Map.of("name", "Calder Instruments"));
        marine = world.create("company", Map.of("name", "Calder Marine"));
        iris = world.create("contact", Map.of("name", "Iris Lowe", "company_id", calder, "title", "Buyer"));
    }

    @Test
    void followTheCompanyOfTheContact() {
        world.update("contact", iris, Map.of("title", "Head of purchasing"));
        var moved = ScopedClock.at(
                MAY, () -> world.update("contact", iris, Map.of("company_id", marine, "title", "Director")));
        var places = places();
        assertThat(places).extracting(Membership::companyName).containsExactly("Calder Marine", "Calder Instruments");
        assertThat(places.getFirst().title()).isEqualTo("Director");
        assertThat(places.getFirst().fromDate()).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(places.getLast().title()).isEqualTo("Head of purchasing");
        assertThat(places.getLast().toDate()).isEqualTo(LocalDate.parse("2026-05-04"));
        world.undo(moved);
        assertThat(places()).singleElement().satisfies(only -> {
            assertThat(only.companyId()).isEqualTo(calder);
            assertThat(only.current()).isTrue();
        });
    }

    @Test
    void takeWhereSomebodyWorkedBefore() {
        add(new MembershipChange(marine, "Trainee", LocalDate.parse("2019-01-01"), LocalDate.parse("2021-06-30")));
        assertThat(places()).extracting(Membership::current).containsExactly(true, false);
        assertThat(world.get("contact", iris).reference("company_id")).isEqualTo(calder);
        assertThatThrownBy(() -> add(new MembershipChange(
                        marine, null, LocalDate.parse("2022-01-01"), LocalDate.parse("2021-06-30"))))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> add(new MembershipChange(marine, null, null, null)))
                .hasMessageContaining("Say until when");
        var current = places().getFirst().id();
        assertThatThrownBy(() -> world.in(() -> memberships().remove(new ContactId(iris), current)))
                .hasMessageContaining("works now");
    }

    private List<Membership> places() {
        return world.in(() -> memberships().of(new ContactId(iris)));
    }

    private void add(MembershipChange past) {
        world.in(() -> memberships().add(new ContactId(iris), past));
    }

    private static Memberships memberships() {
        return Workspaces.bean(Memberships.class);
    }
}
