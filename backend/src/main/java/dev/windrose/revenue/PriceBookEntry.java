package dev.windrose.revenue;

import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one unit of a product costs from one quantity to another, in one currency, while it holds. */
@RecordType(
        name = "price_book_entry",
        plural = "price_book_entries",
        label = "Price",
        labelPlural = "Price book",
        icon = "tag",
        category = "PRICE_BOOK")
public record PriceBookEntry(
        PriceBookEntry.Id id,

        @Field(
                filter = true,
                sort = true,
                search = true,
                list = 1,
                maxLength = 300,
                help = "Made from product, tier and currency unless given")
        @Nullable
        String name,

        @Field(required = true, filter = true) ProductId productId,

        @Field(filter = true, sort = true, list = 2, maxLength = 100, help = "For example Starter or Hardware")
        @Nullable
        String tier,

        @Field(filter = true, sort = true, list = 3, label = "From quantity") @Nullable
        Integer minQuantity,

        @Field(filter = true, sort = true, list = 4, label = "To quantity", help = "Empty: without limit") @Nullable
        Integer maxQuantity,

        @Field(maxLength = 60, help = "What is counted, for example site or seat") @Nullable
        String unit,

        @Field(required = true, filter = true, maxLength = 3)
        String currency,

        @Field(required = true, filter = true, sort = true, list = 5, currency = "currency", major = true)
        BigDecimal listPrice,

        @Field(required = true, filter = true, sort = true, list = 6)
        Per per,

        @Field(kind = FieldKind.JSON, label = "Term reduction", help = "Percent off by months, for example {\"24\": 5}")
        @Nullable
        Object termReductionPercent,

        @Field(filter = true, sort = true, list = 7) @Nullable
        LocalDate validFrom,

        @Field(filter = true, sort = true, list = 8, label = "Valid to", help = "The last day on which it holds")
        @Nullable
        LocalDate validTo,

        @Field(computed = "product_id.name", label = "Product", list = 9) @Nullable
        String productName)
        implements BusinessRecord<PriceBookEntry.Id> {

    public record Id(UUID value) implements TypedId {}

    /** For what time the price is. */
    public enum Per {
        MONTH,
        @Choice(tone = "blue")
        YEAR,
        @Choice(tone = "amber")
        ONCE
    }
}
