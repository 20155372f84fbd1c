package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.FeedbackId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** Praise or complaint of a customer about a product or about us. */
@RecordType(
        name = "feedback",
        plural = "feedback",
        labelPlural = "Feedback",
        icon = "message-square-quote",
        title = "summary",
        category = "FEEDBACK")
public record Feedback(
        FeedbackId id,

        @Field(required = true, search = true, list = 1, maxLength = 2000)
        String summary,

        @Field(filter = true, sort = true, list = 2) @Nullable
        Sentiment sentiment,

        @Field(filter = true) @Nullable ProductId productId,
        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ContactId contactId,

        @Field(kind = FieldKind.LONG_TEXT, label = "In their words") @Nullable
        String body,

        @Field(computed = "company_id.name", label = "Company", list = 3) @Nullable
        String companyName,

        @Field(computed = "product_id.name", label = "Product", list = 4) @Nullable
        String productName)
        implements BusinessRecord<FeedbackId> {

    public enum Sentiment {
        @Choice(tone = "green")
        POSITIVE,
        NEUTRAL,
        @Choice(tone = "red")
        NEGATIVE
    }
}
