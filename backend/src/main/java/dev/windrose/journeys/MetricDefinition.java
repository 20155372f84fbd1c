package dev.windrose.journeys;

import dev.windrose.platform.id.JourneyStageId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.RecordType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure that we follow, for example "conversion_rate", and how it is made. */
@RecordType(
        name = "metric_definition",
        label = "Metric",
        labelPlural = "Metrics",
        icon = "gauge",
        title = "name",
        category = "METRIC")
public record MetricDefinition(
        MetricDefinition.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 2, maxLength = 100)
        String name,

        @Field(filter = true, sort = true, search = true, list = 1, maxLength = 200) @Nullable
        String displayName,

        @Field(filter = true, list = 3, label = "Calculation") @Nullable
        CalculationType calculationType,

        @Field(maxLength = 2000, major = true, help = "Of complex calculations") @Nullable
        String formula,

        @Field(filter = true, list = 4) @Nullable Format format,
        @Field @Nullable List<JourneyStageId> applicableStages)
        implements BusinessRecord<MetricDefinition.Id> {

    public record Id(UUID value) implements TypedId {}

    public enum CalculationType {
        SIMPLE,
        COMPLEX
    }

    /** How the figure is written. */
    public enum Format {
        PERCENTAGE,
        CURRENCY,
        NUMBER
    }
}
