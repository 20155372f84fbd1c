package dev.windrose.work;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.ProjectId;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import dev.windrose.work.Task.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that has to be put right, for a customer or for ourselves. */
@RecordType(name = "issue", icon = "circle-alert", title = "title", category = "ISSUE_INFO")
public record Issue(
        Issue.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1)
        String title,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, sort = true, list = 4, label = "Kind") @Nullable
        Kind issueType,

        @Field(filter = true, sort = true, list = 2, major = true, category = "ISSUE_STATUS") @Nullable
        Status status,

        @Field(filter = true, sort = true, list = 3, major = true, category = "ISSUE_PRIORITY") @Nullable
        Priority priority,

        @Field(filter = true, list = 5, category = "OWNERSHIP", major = true) @Nullable
        PersonId assigneeId,

        @Field(filter = true, help = "Who reported it to us") @Nullable
        PersonId reporterId,

        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ProductId productId,
        @Field(filter = true) @Nullable DealId dealId,

        @Field(filter = true, sort = true, list = 7, label = "Due") @Nullable
        LocalDate dueDate,

        @Field(kind = FieldKind.LONG_TEXT, help = "How it was put right") @Nullable
        String resolution,

        @Field(filter = true) @Nullable ProjectId projectId,

        @Field(kind = FieldKind.MULTI_CHOICE, filter = true) @Nullable
        List<String> labels,

        @Field(filter = true, sort = true, readOnly = true, label = "Resolved", category = "ISSUE_STATUS") @Nullable
        Instant resolvedAt,

        @Field(computed = "company_id.name", label = "Company", list = 6) @Nullable
        String companyName)
        implements BusinessRecord<Issue.Id> {

    public record Id(UUID value) implements TypedId {}

    /** What somebody complains about or asks for. */
    public enum Kind {
        @Choice(tone = "red")
        BUG,
        QUESTION,
        @Choice(tone = "blue")
        FEATURE_REQUEST,
        BILLING,
        @Choice(tone = "teal")
        ONBOARDING,
        ACCESS,
        @Choice(tone = "red")
        OUTAGE,
        @Choice(tone = "amber")
        COMPLAINT,
        OTHER
    }

    public enum Status {
        @Choice(tone = "blue")
        OPEN,
        @Choice(tone = "teal")
        IN_PROGRESS,
        @Choice(tone = "amber")
        WAITING,
        @Choice(tone = "green")
        RESOLVED,
        CLOSED
    }
}
