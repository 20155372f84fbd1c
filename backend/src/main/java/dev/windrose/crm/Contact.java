package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person outside our own company. */
@RecordType(name = "contact", icon = "user", category = "CONTACT_INFO")
public record Contact(
        ContactId id,

        @Field(filter = true, category = "CONTACT_COMPANY", major = true) @Nullable
        CompanyId companyId,

        @Field(
                filter = true,
                sort = true,
                search = true,
                list = 1,
                maxLength = 200,
                help = "Until it is known, the mail address stands here")
        @Nullable
        String name,

        @Field(kind = FieldKind.EMAIL, filter = true, sort = true, search = true, list = 4) @Nullable
        String email,

        @Field(kind = FieldKind.PHONE, filter = true, search = true, list = 5) @Nullable
        String phone,

        @Field(filter = true, sort = true, search = true, list = 2, maxLength = 300) @Nullable
        String title,

        @Field(filter = true, sort = true, list = 6, category = "CONTACT_ROLE") @Nullable
        InfluenceRole influenceRole,

        @Field(filter = true, label = "Primary contact", category = "CONTACT_ROLE") @Nullable
        Boolean isPrimary,

        @Field(computed = "company_id.name", label = "Company", list = 3) @Nullable
        String companyName,

        @Field(kind = FieldKind.SCORE, filter = true, sort = true, readOnly = true, label = "Engagement") @Nullable
        BigDecimal engagementScore,

        @Field(
                filter = true,
                sort = true,
                readOnly = true,
                list = 7,
                label = "Last contact",
                category = "CONTACT_ACTIVITY")
        @Nullable
        LocalDate lastContactDate)
        implements BusinessRecord<ContactId> {

    /** What part somebody plays when their company buys. */
    public enum InfluenceRole {
        @Choice(tone = "green")
        CHAMPION,
        @Choice(tone = "teal")
        DECISION_MAKER,
        @Choice(tone = "blue")
        INFLUENCER,
        @Choice(tone = "red")
        BLOCKER,
        USER,
        @Choice(tone = "amber")
        ECONOMIC_BUYER
    }
}
