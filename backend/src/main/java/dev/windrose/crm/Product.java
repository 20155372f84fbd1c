package dev.windrose.crm;

import dev.windrose.platform.id.MessageTreeId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** Something we sell. */
@RecordType(name = "product", icon = "package", category = "PRODUCT_INFO")
public record Product(
        ProductId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(
                filter = true,
                sort = true,
                list = 2,
                maxLength = 200,
                help = "The line of products that this one belongs to")
        @Nullable
        String series,

        @Field(filter = true, sort = true, list = 3, category = "PRODUCT_PRICE", major = true) @Nullable
        Money listPrice,

        @Field(label = "Message tree") @Nullable MessageTreeId messageTreeId)
        implements BusinessRecord<ProductId> {}
