package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deleting moves a record to the bin: what points to it stays whole, and points to it again when it comes back. */
@WindroseTest
class DeletedRecordTests {

    @Test
    void leavesWhatPointsToItWhole() {
        var world = RecordWorld.fresh();
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        var child = world.create("company", Map.of("name", "Calder Marine", "parent_company", company));
        var rival = world.create("competitor", Map.of("name", "Northgate"));
        var tag = world.create("tag", Map.of("name", "Pilot"));
        var deal = world.create(
                "deal",
                Map.of("name", "Pumps", "company_id", company, "competitors", List.of(rival), "tags", List.of(tag)));
        var gone = world.apply(
                Cause.person(),
                DraftOperation.delete("company", company),
                DraftOperation.delete("competitor", rival),
                DraftOperation.delete("tag", tag));
        var left = world.get("deal", deal);
        assertThat(left.reference("company_id")).isEqualTo(company);
        assertThat(left.text("company_name")).isEqualTo("Calder Instruments");
        assertThat(left.refs().get("competitors"))
                .extracting(ref -> ref.title())
                .containsExactly("Northgate");
        world.update("deal", deal, Map.of("stage", "proposal"));
        assertThat(world.get("company", child).reference("parent_company")).isEqualTo(company);
        world.undo(gone);
        assertThat(world.get("company", company).binned()).isFalse();
        assertThat(world.get("company", company).value("child_companies")).isEqualTo(List.of(child));
    }
}
