package dev.windrose.crm.contact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody worked at a company.
 *
 * @param fromDate null where nobody knows
 * @param toDate null for where the person works now
 */
public record Membership(
        UUID id,
        UUID companyId,
        @Nullable String companyName,
        @Nullable String title,
        @Nullable LocalDate fromDate,
        @Nullable LocalDate toDate) {

    public boolean current() {
        return toDate == null;
    }

    Membership withoutTitle() {
        return new Membership(id, companyId, companyName, null, fromDate, toDate);
    }
}
