package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.events.EventPosition;
import dev.windrose.events.EventTail.Told;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptors;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@WindroseTest
class ApplyEventsTests {

    @Test
    void leavesAloneWhatKeepsItsSearchedTexts() {
        assertThat(silent("company_updated", List.of("employee_size"))).isTrue();
        assertThat(silent("company_updated", List.of("employee_size", "name"))).isFalse();
        assertThat(silent("company_updated", List.of("description"))).isFalse();
    }

    @Test
    void readsRecordsOfWhichEventsTellLittle() {
        assertThat(silent("company_updated", null)).isFalse();
        assertThat(silent("company_updated", List.of())).isFalse();
        assertThat(silent("company_binned", List.of("employee_size"))).isFalse();
        assertThat(silent("something_else", List.of("employee_size"))).isFalse();
    }

    private static boolean silent(String event, @Nullable List<String> fields) {
        return ApplyEvents.silent(
                Workspaces.bean(Descriptors.class).get("company"),
                new Told(
                        new TenantId(UUID.randomUUID()),
                        new EventPosition(1, 1),
                        true,
                        event,
                        "company",
                        UUID.randomUUID(),
                        null,
                        fields));
    }
}
