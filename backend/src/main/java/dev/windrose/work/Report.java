package dev.windrose.work;

import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures of the record as they were on a day, with words around them. */
@RecordType(name = "report", icon = "file-chart-column", title = "title", category = "REPORT")
public record Report(
        Report.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 300)
        String title,

        @Field(kind = FieldKind.JSON, help = "Numbers by label") @Nullable
        Object figures,

        @Field(kind = FieldKind.LONG_TEXT, maxLength = 100_000, help = "Markdown") @Nullable
        String body)
        implements BusinessRecord<Report.Id> {

    public record Id(UUID value) implements TypedId {}
}
