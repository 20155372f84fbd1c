package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class FeedbackTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void belongsToAProductAndACompany() {
        var product = world.create("product", Map.of("name", "Tern Pro"));
        var feedback = world.create(
                "feedback", Map.of("summary", "Set up in an hour", "sentiment", "positive", "product_id", product));
        assertThat(world.get("feedback", feedback).values())
                .containsEntry("product_name", "Tern Pro")
                .containsEntry("sentiment", "positive");
    }

    @Test
    void needsItsSummary() {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.create("feedback", Map.of("sentiment", "negative")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("summary"));
    }
}
