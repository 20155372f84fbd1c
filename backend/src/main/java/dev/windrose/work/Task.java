package dev.windrose.work;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TaskId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that one of us promised or was asked to do. */
@RecordType(name = "task", icon = "check-square", title = "title", category = "TASK")
public record Task(
        TaskId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1)
        String title,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, sort = true, list = 3, label = "Due") @Nullable
        LocalDate dueDate,

        @Field(filter = true, sort = true, label = "Remind", help = "When the assignee is reminded") @Nullable
        Instant remindAt,

        @Field(filter = true, list = 4) @Nullable PersonId assigneeId,

        @Field(filter = true, sort = true, list = 2, major = true) @Nullable
        Status status,

        @Field(filter = true, sort = true, list = 5) @Nullable
        Priority priority,

        @Field(filter = true) @Nullable CompanyId companyId,
        @Field(filter = true) @Nullable ContactId contactId,
        @Field(filter = true) @Nullable DealId dealId,

        @Field(filter = true, sort = true, readOnly = true, label = "Done") @Nullable
        Instant completedAt,

        @Field(computed = "company_id.name", label = "Company", list = 6) @Nullable
        String companyName)
        implements BusinessRecord<TaskId> {

    public enum Status {
        @Choice(tone = "blue")
        OPEN,
        @Choice(tone = "teal")
        IN_PROGRESS,
        @Choice(tone = "green")
        DONE,
        CANCELLED
    }

    public enum Priority {
        LOW,
        @Choice(tone = "blue")
        MEDIUM,
        @Choice(tone = "amber")
        HIGH,
        @Choice(tone = "red")
        URGENT
    }
}
