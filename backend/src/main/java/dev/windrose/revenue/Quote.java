package dev.windrose.revenue;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we offered to whom on which terms. Other terms are another quote. */
@RecordType(name = "quote", icon = "receipt", category = "QUOTE_INFO")
public record Quote(
        Quote.Id id,

        @Field(
                filter = true,
                sort = true,
                search = true,
                list = 1,
                maxLength = 300,
                help = "Made from account and product unless given")
        @Nullable
        String name,

        @Field(filter = true) @Nullable DealId dealId,
        @Field(filter = true, major = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ProductId productId,

        @Field(filter = true, sort = true, list = 3, category = TERMS, major = true) @Nullable
        Integer quantity,

        @Field(filter = true, sort = true, currency = "currency", category = TERMS, major = true) @Nullable
        BigDecimal unitPrice,

        @Field(filter = true, maxLength = 3, category = TERMS) @Nullable
        String currency,

        @Field(filter = true, sort = true, label = "Term in months", category = TERMS, major = true) @Nullable
        Integer termMonths,

        @Field(filter = true, sort = true, list = 5, label = "Discount in %", category = TERMS, major = true) @Nullable
        BigDecimal discountPercent,

        @Field(filter = true, sort = true, list = 4, currency = "currency", category = TERMS, major = true) @Nullable
        BigDecimal yearlyAmount,

        @Field(filter = true, sort = true, label = "Payment within days", category = TERMS, major = true) @Nullable
        Integer paymentTermsDays,

        @Field(filter = true, sort = true, list = 6, category = TERMS) @Nullable
        LocalDate validUntil,

        @Field(kind = FieldKind.JSON, category = TERMS, help = "Of a quote with several products: one line for each")
        @Nullable
        Object lines,

        @Field(filter = true, sort = true, list = 2, category = STATE, major = true) @Nullable
        Status status,

        @Field(filter = true, category = STATE, major = true) @Nullable
        List<PersonId> approvedBy,

        @Field(computed = "company_id.name", label = "Company", list = 7) @Nullable
        String companyName,

        @Field(computed = "product_id.name", label = "Product", list = 8) @Nullable
        String productName)
        implements BusinessRecord<Quote.Id> {

    private static final String TERMS = "QUOTE_TERMS";
    private static final String STATE = "QUOTE_STATE";

    public record Id(UUID value) implements TypedId {}

    public enum Status {
        DRAFT,
        @Choice(tone = "blue")
        SENT,
        @Choice(tone = "green")
        ACCEPTED,
        @Choice(tone = "red")
        REJECTED,
        @Choice(tone = "amber")
        EXPIRED
    }
}
