package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class DealTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void startsAsUnpaidLeadNamedAfterAccountAndProduct() {
        var company = world.create("company", Map.of("name", "Brightwater Foods"));
        var product = world.create("product", Map.of("name", "Tern Pro"));
        var deal = world.get(
                "deal",
                world.create("deal", Map.of("company_id", company, "product_id", product, "deal_amount", 18000)));
        assertThat(deal.values())
                .containsEntry("stage", "lead")
                .containsEntry("deal_state", "open")
                .containsEntry("deal_payment_status", "unpaid")
                .containsEntry("deal_amount", new BigDecimal("18000.00"))
                .containsEntry("deal_amount_currency", "USD")
                .containsEntry("company_name", "Brightwater Foods")
                .containsEntry("product_name", "Tern Pro");
        assertThat(deal.title()).isEqualTo("Brightwater Foods: Tern Pro");
    }

    @Test
    void isNamedAfterAnAccountOfTheSameChangeSet() {
        var company = DraftOperation.create("company", Map.of("name", "Calder Instruments"));
        var deal = DraftOperation.create("deal", Map.of("company_id", company.recordId()));
        world.apply(Cause.person(), deal, company);
        assertThat(world.get("deal", deal.recordId()).title()).isEqualTo("Calder Instruments");
    }

    @Test
    void needsNeitherAccountNorProduct() {
        assertThat(world.get("deal", world.create("deal", Map.of("deal_id", "FH0001")))
                        .title())
                .isEqualTo("FH0001");
    }

    @Test
    void isSignedOnTheDayOfTheWorkspaceWhenWon() {
        world.in(() -> Workspaces.bean(dev.windrose.platform.people.Workspaces.class)
                .change(new WorkspaceChange(null, null, "Pacific/Auckland", null, null)));
        var deal = world.create("deal", Map.of("stage", "negotiation"));
        ScopedClock.at(Instant.parse("2026-03-10T20:00:00Z"), () -> world.update("deal", deal, Map.of("stage", "won")));
        assertThat(world.get("deal", deal).values())
                .containsEntry("deal_signing_date", LocalDate.parse("2026-03-11"))
                .containsEntry("deal_state", "won");
    }

    @Test
    void keepsASigningDateThatIsGiven() {
        var deal = world.create("deal", Map.of("stage", "won", "deal_signing_date", "2026-01-31"));
        assertThat(world.get("deal", deal).value("deal_signing_date")).isEqualTo(LocalDate.parse("2026-01-31"));
    }

    @Test
    void losesItsSigningDateWhenOpenedAgain() {
        var deal = world.create("deal", Map.of("stage", "won"));
        var reopened = world.update("deal", deal, Map.of("stage", "negotiation"));
        assertThat(world.get("deal", deal).values())
                .doesNotContainKey("deal_signing_date")
                .containsEntry("deal_state", "open");
        world.undo(reopened);
        assertThat(world.get("deal", deal).values())
                .containsKey("deal_signing_date")
                .containsEntry("deal_state", "won");
    }

    @Test
    void isLostWithOrWithoutAReason() {
        var deal = world.create("deal", Map.of("stage", "lost"));
        assertThat(world.get("deal", deal).value("deal_state")).isEqualTo("lost");
        world.update("deal", deal, Map.of("lost_reason", "Budget frozen"));
        world.update("deal", deal, Map.of("stage", "qualified"));
        assertThat(world.get("deal", deal).value("lost_reason")).isNull();
    }

    @Test
    void tellsItsLatestActivity() {
        var deal = world.create("deal", Map.of("deal_id", "D1"));
        world.create("interaction", Map.of("deal_id", deal, "date", "2026-02-03", "subject", "Site visit"));
        assertThat(world.get("deal", deal).value("deal_activity")).isEqualTo("2026-02-03: Site visit");
    }

    @Test
    void keepsTheHistoryOfItsStages() {
        var deal = world.create("deal", Map.of("stage", "lead"));
        world.update("deal", deal, Map.of("stage", "qualified"));
        assertThat((List<?>) world.get("deal", deal).value("change_history")).hasSize(2);
    }

    @Test
    void refusesAnAccountOfAnotherWorkspace() {
        UUID foreign = RecordWorld.fresh().create("company", Map.of("name", "Elsewhere"));
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.create("deal", Map.of("company_id", foreign)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("company_id"));
    }

    @Test
    void namesItsLossInFreeWordsAndByTheAgreedReason() {
        var reason = world.create("lost_reason", Map.of("name", "No budget"));
        var one = world.create("deal", Map.of("name", "Pumps", "stage", "lost", "lost_reason", "no  Budget"));
        assertThat(world.get("deal", one).reference("lost_reason_id")).isEqualTo(reason);
        var other = world.create("deal", Map.of("name", "Valves", "stage", "lost", "lost_reason_id", reason));
        assertThat(world.get("deal", other).text("lost_reason")).isEqualTo("No budget");
        world.update("deal", other, Map.of("stage", "proposal"));
        assertThat(world.get("deal", other).values()).doesNotContainKeys("lost_reason", "lost_reason_id");
    }
}
