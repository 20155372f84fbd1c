package dev.windrose.context.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.demo.DemoWorld;
import dev.windrose.records.RecordData;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class FillDemoContextTests {

    private RecordWorld world;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
    }

    private List<RecordData> entries() {
        return world.in(() -> Workspaces.bean(TransactionTemplate.class)
                .execute(_ -> Workspaces.bean(ShowEntries.class).all()));
    }

    private void fill() {
        world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> {
            Workspaces.bean(FillDemoContext.class).fill();
            return true;
        }));
    }

    @Test
    void givesTheCompanyOfTheDemoWorldWhatTheExampleCompanyKnows() {
        world.in(() -> {
            Workspaces.bean(DemoWorld.class).fill();
            return true;
        });
        fill();
        var titles = entries().stream().map(RecordData::title).collect(Collectors.toSet());
        assertThat(EntrySet.EXAMPLE.files())
                .allSatisfy(file -> assertThat(titles).contains(file.text("title")));
        assertThat(entries().stream().filter(entry -> entry.value("owner_id") != null))
                .hasSizeGreaterThan(60);
        int before = entries().size();
        fill();
        assertThat(entries()).hasSize(before);
    }
}
