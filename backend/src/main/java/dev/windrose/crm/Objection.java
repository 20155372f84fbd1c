package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.ObjectionId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import org.jspecify.annotations.Nullable;

/** What somebody on the customer's side holds against buying. */
@RecordType(name = "objection", icon = "shield-alert", title = "text", category = "OBJECTION")
public record Objection(
        ObjectionId id,

        @Field(filter = true, sort = true, list = 2) @Nullable
        Category category,

        @Field(filter = true, sort = true, search = true, list = 4, maxLength = 200) @Nullable
        String competitor,

        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ContactId contactId,
        @Field(filter = true) @Nullable DealId dealId,

        @Field(label = "Objection", search = true, list = 1, maxLength = 2000) @Nullable
        String text,

        @Field(filter = true, sort = true, list = 5, major = true) @Nullable
        Status status,

        @Field(kind = FieldKind.LONG_TEXT, label = "Our answer") @Nullable
        String response,

        @Field(computed = "company_id.name", label = "Company", list = 3) @Nullable
        String companyName)
        implements BusinessRecord<ObjectionId> {

    public enum Category {
        @Choice(tone = "amber")
        PRICE,
        TIMING,
        @Choice(tone = "red")
        SECURITY,
        @Choice(tone = "teal")
        COMPETITOR,
        @Choice(tone = "blue")
        FEATURE_GAP,
        AUTHORITY,
        @Choice(tone = "teal")
        CONTRACT,
        OTHER
    }

    public enum Status {
        @Choice(tone = "amber")
        OPEN,
        @Choice(tone = "blue")
        ANSWERED,
        @Choice(tone = "green")
        RESOLVED,
        /** It stands, and we live with it. */
        @Choice(tone = "red")
        ACCEPTED
    }
}
