package dev.windrose.journeys.track;

import static dev.windrose.journeys.track.EventWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class RecordEventTests {

    @Test
    void stagesOfDealsAreEventsAndAnUndoTakesThemBack() throws Exception {
        var site = EventWorld.fresh();
        var world = site.world();
        var company =
                world.create("company", Map.of("name", "Harbour", "country_hq", "PT", "customer_state", "exploring"));
        var deal = world.create(
                "deal",
                Map.of(
                        "name",
                        "Cranes",
                        "company_id",
                        company.toString(),
                        "stage",
                        "lead",
                        "acquisition_channel_source",
                        "event",
                        "deal_amount",
                        1200,
                        "deal_amount_currency",
                        "EUR"));
        await(site, "company.exploring Harbour null PT", "deal.lead Harbour event PT");
        var won = world.update("deal", deal, Map.of("stage", "won"));
        await(site, "company.exploring Harbour null PT", "deal.lead Harbour event PT", "deal.won Harbour event PT");
        world.undo(won);
        await(site, "company.exploring Harbour null PT", "deal.lead Harbour event PT");
        world.apply(Cause.person(), DraftOperation.delete("deal", deal));
        await(site, "company.exploring Harbour null PT");
        world.apply(Cause.person(), DraftOperation.restore("deal", deal));
        await(site, "company.exploring Harbour null PT", "deal.lead Harbour event PT");
    }

    @Test
    void allIsMadeAnewFromTheRecordAndFromKeptRequests() throws Exception {
        var site = EventWorld.fresh();
        var company = site.world().create("company", Map.of("name", "Harbour"));
        site.world().create("deal", Map.of("name", "Cranes", "company_id", company.toString(), "stage", "lead"));
        site.world().create("contact", Map.of("name", "Lena Ray", "company_id", company.toString()));
        await(site, "contact.created Harbour null null", "deal.lead Harbour null null");
        site.send(event("1", "page_viewed", "v", "channel", "organic"), event("2", "Bad", "v"));
        var before = site.rows(ROWS);
        ActorScope.run(site.world().actor(), () -> Workspaces.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> Workspaces.bean(JdbcClient.class)
                        .sql("delete from journey_events where tenant_id = :tenant")
                        .param("tenant", site.world().actor().tenant().value())
                        .update()));
        for (int time = 0; time < 2; time++) {
            site.world()
                    .workspace()
                    .http()
                    .post()
                    .uri("/api/v1/tracking/reread")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
        }
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (!site.rows(ROWS).equals(before) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(site.rows(ROWS)).isEqualTo(before).hasSize(3);
    }

    private static final String ROWS =
            "select occurred_at, kind, company_id, contact_id, deal_id, channel, visitor_id, source from journey_events where tenant_id = :tenant and not taken_back order by kind";

    private static void await(EventWorld site, String... events) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (!told(site).equals(List.of(events)) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(told(site)).containsExactly(events);
    }

    private static List<String> told(EventWorld site) {
        return site.rows("""
                        select e.kind || ' ' || c.name || ' ' || coalesce(e.channel, 'null') || ' ' || coalesce(e.country, 'null') as told
                        from journey_events e join companies c on c.tenant_id = e.tenant_id and c.id = e.company_id
                        where e.tenant_id = :tenant and not e.taken_back order by e.kind
                        """).stream().map(row -> row.get("told").toString()).toList();
    }
}
