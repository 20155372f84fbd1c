package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.InteractionId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that took place between a customer and us. */
@RecordType(name = "interaction", icon = "message-circle", title = "subject", category = "INTERACTION")
public record Interaction(
        InteractionId id,

        @Field(filter = true, sort = true, list = 2, label = "Kind") @Nullable
        Kind interactionType,

        @Field(filter = true) @Nullable CompanyId companyId,

        @Field(filter = true, label = "People", ref = "contact", help = "Who took part on the customer's side")
        @Nullable
        List<ContactId> contacts,

        @Field(filter = true, sort = true, list = 4, help = "The day it took place") @Nullable
        LocalDate date,

        @Field(filter = true, sort = true, search = true, list = 1) @Nullable
        String subject,

        @Field(kind = FieldKind.LONG_TEXT, label = "Notes") @Nullable
        String body,

        @Field(filter = true, maxLength = 100) @Nullable String channel,
        @Field(filter = true) @Nullable DealId dealId,

        @Field(computed = "company_id.name", label = "Company", list = 3) @Nullable
        String companyName)
        implements BusinessRecord<InteractionId> {

    public enum Kind {
        @Choice(tone = "blue")
        CALL,
        @Choice(tone = "teal")
        MEETING,
        EMAIL,
        CHAT,
        @Choice(tone = "amber")
        EVENT,
        @Choice(tone = "teal")
        DEMO,
        NOTE
    }
}
