package dev.windrose.crm.contact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody knows of where a person worked. */
public record MembershipChange(
        @Nullable UUID companyId,
        @Nullable String title,
        @Nullable LocalDate fromDate,
        @Nullable LocalDate toDate) {}
