package dev.windrose.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class DraftsAndReportsTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void aDraftOfAMailBelongsToTheAccountOfItsReader() {
        var company = world.create("company", Map.of("name", "Delmar Ceramics"));
        var contact = world.create("contact", Map.of("name", "Ilse Brandt", "company_id", company));
        var draft = world.get(
                "mail_draft",
                world.create(
                        "mail_draft",
                        Map.of("contact_id", contact, "to_address", "ilse@delmar.example", "body", "Good morning")));
        assertThat(draft.values()).containsEntry("status", "draft").containsEntry("company_name", "Delmar Ceramics");
    }

    @Test
    void aReportHasNumbersWithLabels() {
        var report = world.create("report", Map.of("title", "Won", "figures", Map.of("2025-Q1", 4, "2025-Q2", 6.5)));
        assertThat((Map<?, ?>) world.get("report", report).value("figures")).hasSize(2);
        assertThatThrownBy(() -> world.create("report", Map.of("title", "Won", "figures", Map.of("2025-Q1", "many"))))
                .isInstanceOf(AppException.class);
    }
}
