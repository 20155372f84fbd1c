package dev.windrose.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.records.bulk.BulkEdit;
import dev.windrose.records.bulk.BulkEdits;
import dev.windrose.records.change.Op;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import dev.windrose.workspace.Notifications.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class NotificationTests {

    private RecordWorld world;
    private RecordWorld kim;
    private UUID kimsId;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
        kim = world.as(world.workspace().person("Kim Ode", Role.MEMBER));
        kimsId = Objects.requireNonNull(kim.actor().person()).value();
    }

    @Test
    void tellOfMentionsAndAssignmentsByOthers() throws InterruptedException {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        world.create(
                "comment",
                Map.of("record_type", "company", "record_id", company.toString(), "body", "@[Kim Ode] look"));
        world.create("deal", Map.of("name", "Pumps", "owner_id", kimsId));
        kim.create("deal", Map.of("name", "Own doing", "owner_id", kimsId));
        var news = await(kim, 2);
        assertThat(news)
                .extracting(told -> told.news().kind())
                .containsExactlyInAnyOrder(NotificationKind.MENTION, NotificationKind.ASSIGNMENT);
        assertThat(news)
                .extracting(told -> told.about().title())
                .containsExactlyInAnyOrder("Calder Instruments", "Pumps");
        var first = news.getFirst().news().id();
        assertThat(kim.in(() -> notifications().read(first))).isEqualTo(1);
        assertThat(kim.in(() -> notifications().readAll())).isZero();
        assertThat(kim.in(() -> notifications().list(true, null, 50)).news()).isEmpty();
        assertThat(world.in(() -> notifications().list(false, null, 50)).news()).isEmpty();
    }

    @Test
    void tellOnceOfManyRecordsThatOneChangeGives() throws InterruptedException {
        var deals = IntStream.range(0, 25)
                .mapToObj(n -> world.create("deal", Map.of("name", "Pumps " + n)))
                .toList();
        var edit = new BulkEdit("deal", Op.UPDATE, deals, null, Map.of("owner_id", kimsId), Map.of(), Map.of(), null);
        world.in(() -> Workspaces.bean(BulkEdits.class).apply(edit));
        assertThat(await(kim, 1))
                .singleElement()
                .satisfies(told -> assertThat(told.news().text()).contains("many records"));
        world.create("deal", Map.of("name", "One more", "owner_id", kimsId));
        assertThat(await(kim, 2)).hasSize(2);
    }

    @Test
    void remindAtTheMomentThatWasWantedAndNotAfterTheTaskIsDone() throws InterruptedException {
        var later = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var task = world.create("task", Map.of("title", "Ring", "assignee_id", kimsId, "remind_at", later.toString()));
        var other = world.create("task", Map.of("title", "Send", "assignee_id", kimsId, "remind_at", later.toString()));
        await(kim, 2);
        world.update("task", other, Map.of("status", "done"));
        world.create("deal", Map.of("name", "Marks the end", "owner_id", kimsId));
        await(kim, 3);
        var then = ScopedClock.at(later.plusSeconds(1), () -> list(kim));
        assertThat(then)
                .filteredOn(told -> told.news().kind() == NotificationKind.REMINDER)
                .singleElement()
                .satisfies(told -> assertThat(told.news().recordId()).isEqualTo(task));
    }

    @Test
    void keepTheStateOfAPageForEachPerson() {
        var states = Workspaces.bean(WorkspaceStates.class);
        world.in(() ->
                states.set("company", "c1", new WorkspaceState(List.of("timeline"), Map.of("left", 240), null, null)));
        assertThat(world.in(() -> states.get("company", "c1")).tabStates()).isEqualTo(List.of("timeline"));
        assertThat(kim.in(() -> states.get("company", "c1")).tabStates()).isNull();
    }

    @Test
    void areReadOverHttp() {
        world.workspace()
                .http()
                .get()
                .uri("/api/v1/notifications?unread=true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.unread_count")
                .isEqualTo(0);
    }

    private static List<Told> await(RecordWorld reader, int count) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (list(reader).size() < count && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(list(reader)).hasSize(count);
        return list(reader);
    }

    private static List<Told> list(RecordWorld reader) {
        return reader.in(() -> notifications().list(false, null, 50)).news();
    }

    private static Notifications notifications() {
        return Workspaces.bean(Notifications.class);
    }
}
