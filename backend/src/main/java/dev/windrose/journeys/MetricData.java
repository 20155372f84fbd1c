package dev.windrose.journeys;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.JourneyStageId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value of a metric on a day, for all or for a part of the business. */
@RecordType(
        name = "metric_data",
        plural = "metric_data",
        label = "Value of a metric",
        labelPlural = "Values of metrics",
        icon = "chart-line",
        title = "metric_name",
        category = "METRIC_DATA")
public record MetricData(
        MetricData.Id id,

        @Field(required = true, filter = true, label = "Metric")
        MetricDefinition.Id metricId,

        @Field(filter = true, label = "Stage") @Nullable JourneyStageId stageId,
        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ProductId productId,

        @Field(filter = true, list = 4, maxLength = 100, label = "Channel") @Nullable
        String channelId,

        @Field(filter = true, list = 5, maxLength = 100, label = "Geography") @Nullable
        String geographyId,

        @Field(filter = true, sort = true, list = 2) @Nullable
        LocalDate date,

        @Field(filter = true, sort = true, list = 3) @Nullable
        BigDecimal value,

        @Field(filter = true, sort = true, help = "How many the value was made from") @Nullable
        Integer sampleSize,

        @Field(computed = "metric_id.name", list = 1) @Nullable
        String metricName)
        implements BusinessRecord<MetricData.Id> {

    public record Id(UUID value) implements TypedId {}
}
