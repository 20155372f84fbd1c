package dev.windrose.context;

import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** What we say about a product, from its founding story down to its technical facts. */
@RecordType(name = "message_tree", icon = "network", title = "headline", category = "MESSAGE_TREE")
public record MessageTree(
        MessageTreeId id,

        @Field(filter = true, major = true) @Nullable ProductId productId,

        @Field(kind = FieldKind.LONG_TEXT, major = true) @Nullable
        String foundingNarrative,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 500, major = true)
        String headline,

        @Field(label = "Value propositions", major = true) @Nullable
        Object valueProps,

        @Field @Nullable Object demonstrableValue,
        @Field @Nullable Object demonstrableCraftsmanship,
        @Field @Nullable Object demonstrableUsers,
        @Field(label = "Technical facts") @Nullable Object technicalSpecs,

        @Field(computed = "product_id.name", label = "Product", list = 2) @Nullable
        String productName)
        implements BusinessRecord<MessageTreeId> {}
