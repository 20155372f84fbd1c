package dev.windrose.journeys.track;

import static dev.windrose.journeys.track.EventWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.duplicates.MergeOrder;
import dev.windrose.records.duplicates.MergeRecords;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WindroseTest
class IdentityTests {

    @Test
    void whatAVisitorDidBeforeIsWhatTheContactDid() {
        var site = EventWorld.fresh();
        var company = site.world().create("company", Map.of("name", "Harbour"));
        var contact = site.world()
                .create("contact", Map.of("email", "Lena@Harbour.example", "company_id", company.toString()));
        site.send(event("1", "page_viewed", "v"), event("2", "page_viewed", "other"));
        site.send(event("3", "identified", "v", "email", "lena@harbour.example", "user_id", "u1"));
        site.send(event("4", "page_viewed", "v"), event("5", "page_viewed", "phone", "user_id", "u1"));
        assertThat(owners(site))
                .containsExactly("1 " + contact, "2 null", "3 " + contact, "4 " + contact, "5 " + contact);
        assertThat(
                        site.rows(
                                "select distinct company_id from journey_events where tenant_id = :tenant and source <> 'record' and contact_id is not null"))
                .extracting(row -> row.get("company_id"))
                .containsExactly(company);
    }

    @Test
    void somebodyElseOnTheSameDeviceIsNotTakenForTheFirst() {
        var site = EventWorld.fresh();
        var lena = site.world().create("contact", Map.of("email", "lena@harbour.example"));
        var joao = site.world().create("contact", Map.of("email", "joao@harbour.example"));
        site.send(event("1", "identified", "v", "email", "lena@harbour.example"));
        site.send(event("2", "identified", "v", "email", "joao@harbour.example"), event("3", "page_viewed", "v"));
        site.send(event("4", "page_viewed", "v", "email", "nobody@harbour.example"));
        assertThat(owners(site)).containsExactly("1 " + lena, "2 " + joao, "3 " + lena, "4 null");
    }

    @Test
    void aContactThatIsMadeLaterTakesWhatItDidAndItsCompany() throws Exception {
        var site = EventWorld.fresh();
        site.send(event("1", "page_viewed", "v"), event("2", "identified", "v", "email", "lena@harbour.example"));
        var contact = site.world().create("contact", Map.of("email", "lena@harbour.example"));
        await(() -> owners(site).equals(List.of("1 " + contact, "2 " + contact)));
        var company = site.world().create("company", Map.of("name", "Harbour"));
        site.world().update("contact", contact, Map.of("company_id", company.toString()));
        await(() -> site.rows(
                                "select 1 from journey_events where tenant_id = :tenant and source <> 'record' and company_id is not null")
                        .size()
                == 2);
    }

    @Test
    void mergedContactsMoveTheirVisitorsAndTakeThemBackWhenTheMergeIsUndone() {
        var site = EventWorld.fresh();
        var one = site.world().create("contact", Map.of("name", "Lena Ray", "email", "lena@harbour.example"));
        var two = site.world().create("contact", Map.of("name", "Lena Ray", "email", "l.ray@harbour.example"));
        site.send(event("1", "identified", "a", "email", "lena@harbour.example"));
        site.send(event("2", "identified", "b", "email", "l.ray@harbour.example"));
        var merged = site.world().in(() -> Workspaces.bean(MergeRecords.class)
                .merge(new MergeOrder("contact", one, List.of(two), Map.of())));
        site.send(event("3", "page_viewed", "b"));
        assertThat(owners(site)).containsExactly("1 " + one, "2 " + one, "3 " + one);
        site.world().undo(merged.changes());
        assertThat(owners(site).subList(0, 2)).containsExactly("1 " + one, "2 " + two);
        site.send(event("4", "page_viewed", "b"));
        assertThat(owners(site).getLast()).isEqualTo("4 " + two);
    }

    private static List<String> owners(EventWorld site) {
        return site
                .rows(
                        "select source_key, contact_id from journey_events where tenant_id = :tenant and source <> 'record' order by source_key")
                .stream()
                .map(row -> row.get("source_key") + " " + (UUID) row.get("contact_id"))
                .toList();
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
