package dev.windrose.workspace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.demo.FillDemo;
import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.ImportStatus;
import dev.windrose.records.importing.Imports;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import dev.windrose.workspace.view.SavedViews;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WindroseTest
class DemoSettingsTests {

    @Test
    void showWhatAFirmSetsUp() throws InterruptedException {
        var world = RecordWorld.fresh();
        FillDemo.into(world);
        var settings = Workspaces.bean(DemoSettings.class);
        world.in(() -> {
            settings.fill();
            settings.fill();
            return true;
        });
        var records = Workspaces.bean(Records.class);
        var water = RecordQuery.of("company").where(Filter.is("name", "Ashcombe Water"));
        assertThat(world.in(() -> records.query(water)).getFirst().value("c_sensors"))
                .hasToString("59");
        assertThat(world.in(() -> Workspaces.bean(SavedViews.class).of("deal")))
                .hasSize(3)
                .allMatch(view -> view.problems().isEmpty());
        assertThat(ended(world).status()).isEqualTo(ImportStatus.DONE);
        var visitor = RecordQuery.of("contact").where(Filter.is("name", "Ingrid Solberg"));
        assertThat(world.in(() -> records.query(visitor)).getFirst().value("company_name"))
                .isEqualTo("Fjordheim Desalination");
    }

    private static Import ended(RecordWorld world) throws InterruptedException {
        var imports = Workspaces.bean(Imports.class);
        for (int round = 0; round < 300; round++) {
            var found = world.in(imports::list).getFirst();
            if (found.status() == ImportStatus.DONE || found.status() == ImportStatus.FAILED) {
                return found;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("The import does not end.");
    }
}
