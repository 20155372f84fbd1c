package dev.windrose.work;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail that somebody may send. Keeping it sends nothing. */
@RecordType(name = "mail_draft", icon = "mail", title = "subject", category = "MAIL_DRAFT")
public record MailDraft(
        MailDraft.Id id,

        @Field(filter = true, sort = true, search = true, list = 1, maxLength = 300) @Nullable
        String subject,

        @Field(filter = true, sort = true, search = true, list = 2, label = "To", maxLength = 500) @Nullable
        String toAddress,

        @Field(kind = FieldKind.LONG_TEXT, maxLength = 50_000) @Nullable
        String body,

        @Field(filter = true, sort = true, list = 3) @Nullable
        Status status,

        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ContactId contactId,
        @Field(filter = true) @Nullable DealId dealId,

        @Field(computed = "company_id.name", label = "Company", list = 4) @Nullable
        String companyName)
        implements BusinessRecord<MailDraft.Id> {

    public record Id(UUID value) implements TypedId {}

    public enum Status {
        @Choice(tone = "blue")
        DRAFT,
        @Choice(tone = "green")
        USED,
        DISCARDED
    }
}
