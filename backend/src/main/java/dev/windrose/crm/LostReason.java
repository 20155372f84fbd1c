package dev.windrose.crm;

import dev.windrose.platform.id.LostReasonId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** Why deals are lost, in the words that the workspace agreed on, so that they can be counted. */
@RecordType(
        name = "lost_reason",
        label = "Reason of loss",
        labelPlural = "Reasons of loss",
        icon = "circle-x",
        category = "LOST_REASON")
public record LostReason(
        LostReasonId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, list = 2, help = "Offered for new losses") @Nullable
        Boolean active)
        implements BusinessRecord<LostReasonId> {}
