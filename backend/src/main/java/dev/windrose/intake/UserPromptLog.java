package dev.windrose.intake;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.PromptLogId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text that came in, word for word, with what was decided about it. */
@RecordType(
        name = "user_prompt_log",
        icon = "scroll-text",
        title = "excerpt",
        category = "PROMPT_LOG",
        operations = {})
public record UserPromptLog(
        PromptLogId id,

        @Field(search = true, list = 1, readOnly = true, label = "Text") @Nullable
        String excerpt,

        @Field(filter = true, readOnly = true) @Nullable CompanyId companyId,
        @Field(filter = true, readOnly = true) @Nullable ContactId contactId,
        @Field(filter = true, readOnly = true) @Nullable DealId dealId,

        @Field(kind = FieldKind.LONG_TEXT, readOnly = true, label = "Whole text") @Nullable
        String rawInput,

        @Field(filter = true, readOnly = true, label = "Employee") @Nullable
        PersonId employeeId,

        @Field(filter = true, sort = true, list = 3, readOnly = true) @Nullable
        String employeeName,

        @Field(filter = true, sort = true, list = 2, readOnly = true, label = "Channel") @Nullable
        String interactionType,

        @Field(kind = FieldKind.JSON, readOnly = true) @Nullable
        Map<String, Object> decision)
        implements BusinessRecord<PromptLogId> {}
