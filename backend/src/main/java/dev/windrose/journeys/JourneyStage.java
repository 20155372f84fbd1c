package dev.windrose.journeys;

import dev.windrose.platform.id.JourneyStageId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** A place on the way of a customer, for example "Qualified leads". */
@RecordType(name = "journey_stage", icon = "milestone", title = "stage_name", category = "JOURNEY_STAGE")
public record JourneyStage(
        JourneyStageId id,

        @Field(filter = true, sort = true, list = 2) @Nullable
        JourneyType journeyType,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200, label = "Stage")
        String stageName,

        @Field(filter = true, sort = true, list = 3, label = "Order") @Nullable
        Integer stageOrder,

        @Field(filter = true, help = "The stage that this one is a part of") @Nullable
        JourneyStageId parentStage,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description)
        implements BusinessRecord<JourneyStageId> {

    public enum JourneyType {
        SALES_LED,
        SELF_SERVE
    }
}
