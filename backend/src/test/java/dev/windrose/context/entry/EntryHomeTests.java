package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class EntryHomeTests {

    @Autowired
    EntryHome home;

    @Autowired
    Workspaces workspaces;

    @Test
    void countsWhatStandsWhereAndNamesWhatIsMissing() {
        var world = EntryWorld.fresh();
        var today = world.records().in(workspaces::today);
        world.faq("Live", Map.of("status", "live"));
        world.faq(
                "Ends soon",
                Map.of("status", "live", "effective_to", today.plusDays(10).toString()));
        world.faq(
                "Ended",
                Map.of("status", "live", "effective_to", today.minusDays(1).toString()));
        world.faq("Draft", Map.of());
        world.faq("Secret", Map.of("sensitivity", "confidential"));
        world.records().create("product", Map.of("name", "Tern Pro"));
        var part = part(world, EntryCategory.BEST_PRACTICE);
        assertThat(part.entries()).isEqualTo(5);
        assertThat(part.byStatus())
                .containsEntry("live", 3L)
                .containsEntry("draft", 2L)
                .containsEntry("archived", 0L);
        assertThat(part.health().expired()).isEqualTo(1);
        assertThat(part.health().expiring()).isEqualTo(1);
        assertThat(part.health().gaps())
                .extracting(EntryHome.Gap::kind)
                .contains("battle_card", "playbook")
                .doesNotContain("faq");
        assertThat(part(world, EntryCategory.MESSAGE_TREE).health().gaps())
                .extracting(EntryHome.Gap::text)
                .contains("Tern Pro has no message tree.");
        var mara = world.member("Mara Lind");
        assertThat(world.get(mara, "/api/v1/context")).contains("\"category\":\"best_practice\",\"entries\":4");
        assertThat(world.get(mara, "/api/v1/context/kinds"))
                .contains("\"kind\":\"battle_card\"", "\"ref\":\"competitor\"");
    }

    @Test
    void countsWhatWaitsForReview() {
        var world = EntryWorld.fresh();
        world.reviewed(EntryCategory.BEST_PRACTICE);
        var live = world.faq("Live", Map.of("status", "live"));
        var mara = world.records().as(world.member("Mara Lind"));
        mara.update("context_entry", live, Map.of("body", "Other"));
        EntryWorld.faq(mara, "Mine", Map.of("status", "live"));
        var health = part(world, EntryCategory.BEST_PRACTICE).health();
        assertThat(health.inReview()).isEqualTo(1);
        assertThat(health.waiting()).isEqualTo(2);
    }

    private EntryHome.Part part(EntryWorld world, EntryCategory category) {
        return world.records().in(home::parts).stream()
                .filter(part -> part.category() == category)
                .findFirst()
                .orElseThrow();
    }
}
