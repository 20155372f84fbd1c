package dev.windrose.workspace;

import dev.windrose.platform.id.CommentId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a colleague says about a record. */
@RecordType(name = "comment", icon = "message-square", title = "body", category = "COMMENT")
public record Comment(
        CommentId id,

        @Field(required = true, filter = true, maxLength = 60, label = "Kind of record")
        String recordType,

        @Field(required = true, filter = true, maxLength = 36, label = "Record")
        String recordId,

        @Field(required = true, search = true, list = 1, maxLength = 10_000, label = "Comment")
        String body,

        @Field(filter = true, label = "People mentioned", ref = "person") @Nullable
        List<PersonId> mentions,

        @Field(filter = true, label = "In answer to") @Nullable
        CommentId parentId)
        implements BusinessRecord<CommentId> {}
