package dev.windrose.context.entry;

import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing the company knows or says: a policy, a message, a rule, a template and so on. */
@RecordType(
        name = ContextEntry.TYPE,
        plural = "context_entries",
        labelPlural = "Context entries",
        icon = "book-open",
        title = "title",
        category = "CONTEXT_ENTRY")
public record ContextEntry(
        ContextEntryId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, major = true)
        String title,

        @Field(required = true, filter = true, sort = true, list = 2)
        EntryCategory category,

        @Field(required = true, filter = true, sort = true, list = 3)
        EntryKind kind,

        @Field(filter = true, sort = true, list = 4, category = STATUS, major = true) @Nullable
        EntryStatus status,

        @Field(kind = FieldKind.LONG_TEXT, maxLength = 100_000, category = CONTENT, major = true, help = "Markdown")
        @Nullable
        String body,

        @Field(category = CONTENT, major = true, help = "Typed fields of the kind") @Nullable
        Object details,

        @Field(filter = true, sort = true, list = 6, section = USE) @Nullable
        Audience audience,

        @Field(filter = true, sort = true, maxLength = 35, section = USE, help = "BCP 47, for example en or pt-BR")
        @Nullable
        String language,

        @Field(
                filter = true,
                sort = true,
                list = 5,
                section = USE,
                category = "CONTEXT_ENTRY_SENSITIVITY",
                major = true)
        @Nullable
        Sensitivity sensitivity,

        @Field(filter = true, label = "Products", section = USE) @Nullable
        List<ProductId> productIds,

        @Field(kind = FieldKind.MULTI_CHOICE, filter = true, section = USE) @Nullable
        List<String> segments,

        @Field(kind = FieldKind.MULTI_CHOICE, filter = true, section = USE) @Nullable
        List<String> regions,

        @Field(filter = true, sort = true, section = DATES, category = STATUS, major = true) @Nullable
        LocalDate effectiveFrom,

        @Field(
                filter = true,
                sort = true,
                list = 7,
                section = DATES,
                category = STATUS,
                major = true,
                help = "The last day on which it holds")
        @Nullable
        LocalDate effectiveTo,

        @Field(section = ORIGIN, maxLength = 1000, help = "Where this comes from") @Nullable
        String source,

        @Field(kind = FieldKind.URL, section = ORIGIN, label = "Address of the source") @Nullable
        String sourceUrl,

        @Field(filter = true, label = "Message tree", section = TREE) @Nullable
        MessageTreeId treeId,

        @Field(filter = true, label = "Above", section = TREE) @Nullable
        ContextEntryId parentId,

        @Field(filter = true, sort = true, section = TREE) @Nullable
        Integer position,

        @Field(filter = true, label = "Variant of", section = TREE) @Nullable
        ContextEntryId variantOfId,

        @Field(filter = true, maxLength = 100, section = TREE, help = "Of a variant: where it is said") @Nullable
        String channel)
        implements BusinessRecord<ContextEntryId> {

    public static final String TYPE = "context_entry";

    private static final String STATUS = "CONTEXT_ENTRY_STATUS";
    private static final String CONTENT = "CONTEXT_ENTRY_CONTENT";
    private static final String USE = "Use";
    private static final String DATES = "Dates";
    private static final String ORIGIN = "Origin";
    private static final String TREE = "Message tree";
}
