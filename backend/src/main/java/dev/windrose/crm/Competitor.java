package dev.windrose.crm;

import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else who sells what our customers could buy from us. */
@RecordType(name = "competitor", icon = "swords", category = "COMPETITOR")
public record Competitor(
        Competitor.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.URL, filter = true, search = true, list = 2, label = "Website") @Nullable
        String websiteUrl,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(kind = FieldKind.LONG_TEXT, help = "Where they are better than we") @Nullable
        String strengths,

        @Field(kind = FieldKind.LONG_TEXT, help = "Where we are better than they") @Nullable
        String weaknesses)
        implements BusinessRecord<Competitor.Id> {

    public record Id(UUID value) implements TypedId {}
}
