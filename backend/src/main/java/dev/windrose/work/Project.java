package dev.windrose.work;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.platform.id.ProjectId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import dev.windrose.work.Task.Priority;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work of several people towards one end: a campaign, a launch, an initiative. */
@RecordType(name = "project", icon = "folder-kanban", category = "PROJECT_INFO")
public record Project(
        ProjectId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, sort = true, list = 2) @Nullable
        ProjectType projectType,

        @Field(kind = FieldKind.REFERENCE, ref = "team", filter = true, category = "OWNERSHIP") @Nullable
        UUID teamId,

        @Field(filter = true, sort = true, list = 3, major = true, category = "PROJECT_STATUS") @Nullable
        Status status,

        @Field(filter = true, sort = true, list = 4) @Nullable
        Priority priority,

        @Field(filter = true, sort = true, list = 5, label = "Start", category = DATES) @Nullable
        LocalDate startDate,

        @Field(filter = true, sort = true, list = 6, label = "Planned end", category = DATES, major = true) @Nullable
        LocalDate targetEndDate,

        @Field(label = "End", category = DATES) @Nullable LocalDate actualEndDate,
        @Field(filter = true, label = "Accounts") @Nullable List<CompanyId> relatedCompanyIds,
        @Field(filter = true, label = "Products") @Nullable List<ProductId> relatedProductIds,

        @Field(filter = true, sort = true, label = "Place in the roadmap") @Nullable
        Integer roadmapPosition)
        implements BusinessRecord<ProjectId> {

    private static final String DATES = "PROJECT_DATES";

    public enum ProjectType {
        MARKETING_CAMPAIGN,
        PRODUCT_LAUNCH,
        SALES_INITIATIVE,
        CUSTOMER_SUCCESS_PROGRAM,
        CAPABILITY,
        INTERNAL,
        OTHER
    }

    public enum Status {
        PLANNED,
        @Choice(tone = "blue")
        ACTIVE,
        @Choice(tone = "amber")
        ON_HOLD,
        @Choice(tone = "green")
        DONE,
        CANCELLED
    }
}
