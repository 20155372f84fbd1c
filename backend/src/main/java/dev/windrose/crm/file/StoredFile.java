package dev.windrose.crm.file;

import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import dev.windrose.records.RecordType.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that belongs to a record of any type. */
@RecordType(
        name = "file",
        icon = "paperclip",
        category = "FILE",
        operations = {Operation.UPDATE, Operation.DELETE})
public record StoredFile(
        StoredFile.Id id,

        @Field(filter = true, readOnly = true, maxLength = 60, label = "Kind of record") @Nullable
        String recordType,

        @Field(filter = true, readOnly = true, maxLength = 36, label = "Record") @Nullable
        String recordId,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(filter = true, readOnly = true, list = 2, maxLength = 100, help = "As the content says, not the name")
        @Nullable
        String contentType,

        @Field(filter = true, sort = true, readOnly = true, list = 3, label = "Bytes") @Nullable
        Long size,

        @Field(filter = true, readOnly = true, maxLength = 64, label = "SHA-256") @Nullable
        String contentHash,

        @Field(readOnly = true) @Nullable Integer width,
        @Field(readOnly = true) @Nullable Integer height,

        @Field(readOnly = true, label = "Has a small picture") @Nullable
        Boolean thumbnail,

        @Field(readOnly = true, label = "Content removed") @Nullable
        Instant erasedAt,

        @Field(filter = true, label = "In the library", help = "Kept for everybody, under Assets") @Nullable
        Boolean library,

        @Field(filter = true, label = "Products") @Nullable List<ProductId> productIds,

        @Field(filter = true, kind = FieldKind.REFERENCES, ref = "context_entry", label = "Context entries") @Nullable
        List<UUID> entryIds,

        @Field(readOnly = true, label = "Version of the content") @Nullable
        Integer versionNumber)
        implements BusinessRecord<StoredFile.Id> {

    public record Id(UUID value) implements TypedId {}
}
