package dev.windrose.crm;

import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down about a record of any type. */
@RecordType(name = "note", icon = "sticky-note", title = "title", category = "NOTE")
public record Note(
        Note.Id id,

        @Field(required = true, filter = true, maxLength = 60, label = "Kind of record")
        String recordType,

        @Field(required = true, filter = true, maxLength = 36, label = "Record")
        String recordId,

        @Field(
                filter = true,
                sort = true,
                search = true,
                list = 1,
                maxLength = 200,
                help = "The first line unless given")
        @Nullable
        String title,

        @Field(required = true, kind = FieldKind.LONG_TEXT, maxLength = LONGEST, label = "Note")
        String body,

        @Field(filter = true, list = 2) @Nullable Boolean pinned)
        implements BusinessRecord<Note.Id> {

    /** Longer texts are files. */
    static final int LONGEST = 1_000_000;

    public record Id(UUID value) implements TypedId {}
}
