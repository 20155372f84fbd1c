package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.Instant;
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
        LocalDate lastContactDate,

        @Field(filter = true, label = "Consent", section = CONSENT, category = CONSENTED, major = true) @Nullable
        Consent consentState,

        @Field(
                label = "Source of consent",
                section = CONSENT,
                category = CONSENTED,
                help = "Where and how it was given")
        @Nullable
        String consentSource,

        @Field(readOnly = true, label = "Consent since", section = CONSENT, category = CONSENTED) @Nullable
        Instant consentChangedAt,

        @Field(
                filter = true,
                label = "Do not write",
                section = CONSENT,
                category = "CONTACT_SUPPRESSION",
                major = true,
                help = "Nothing is sent to this person, whatever the consent says")
        @Nullable
        Boolean suppressed,

        @Field(filter = true, label = "Why not", section = CONSENT, category = "CONTACT_SUPPRESSION") @Nullable
        Suppression suppressionReason,

        @Field(readOnly = true, label = "Not since", section = CONSENT, category = "CONTACT_SUPPRESSION") @Nullable
        Instant suppressedAt)
        implements BusinessRecord<ContactId> {

    private static final String CONSENT = "Consent";
    private static final String CONSENTED = "CONTACT_CONSENT";

    /** Whether somebody agreed to be written to. */
    public enum Consent {
        UNKNOWN,
        @Choice(tone = "green")
        GIVEN,
        @Choice(tone = "red")
        WITHDRAWN
    }

    /** Why nothing is sent to somebody. */
    public enum Suppression {
        @Choice(tone = "amber")
        UNSUBSCRIBED,
        @Choice(tone = "amber")
        BOUNCED,
        @Choice(tone = "red")
        COMPLAINED,
        BY_HAND,
        LEGAL
    }

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
