package dev.windrose.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WindroseTest
class JourneyRecordTests {

    @Test
    void keepsTheValueOfAMetricAtAStage() {
        var world = RecordWorld.fresh();
        var stage = world.create("journey_stage", Map.of("stage_name", "Qualified leads", "journey_type", "sales_led"));
        var part = world.create("journey_stage", Map.of("stage_name", "Met in person", "parent_stage", stage));
        var metric = world.create(
                "metric_definition",
                Map.of("name", "conversion_rate", "format", "percentage", "applicable_stages", List.of(stage, part)));
        var value = world.create(
                "metric_data",
                Map.of("metric_id", metric, "stage_id", part, "date", "2026-03-01", "value", 0.42, "sample_size", 120));
        assertThat(world.get("metric_data", value).title()).isEqualTo("conversion_rate");
        assertThat(world.get("metric_data", value).value("value")).isEqualTo(new BigDecimal("0.42"));
    }
}
