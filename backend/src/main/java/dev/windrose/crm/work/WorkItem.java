package dev.windrose.crm.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for somebody.
 *
 * @param type record type of what waits: task, deal, comment
 * @param dueDate the day by which it should be done
 * @param at the moment it happens or happened
 * @param about what a comment is about
 */
public record WorkItem(
        String type,
        UUID id,
        String title,
        @Nullable String text,
        @Nullable LocalDate dueDate,
        @Nullable Instant at,
        @Nullable String status,
        @Nullable String priority,
        @Nullable Target company,
        @Nullable Target about,
        @Nullable String by) {

    public record Target(String type, UUID id, @Nullable String title) {}

    /** From the columns type, id, title, text, due_date, at, status, priority, company_id, company_name, about_type, about_id, about_title, by. */
    public static WorkItem of(ResultSet rs) throws SQLException {
        var at = rs.getObject("at", OffsetDateTime.class);
        return new WorkItem(
                rs.getString("type"),
                rs.getObject("id", UUID.class),
                String.valueOf(rs.getString("title")),
                rs.getString("text"),
                rs.getObject("due_date", LocalDate.class),
                at == null ? null : at.toInstant(),
                rs.getString("status"),
                rs.getString("priority"),
                target("company", rs.getObject("company_id", UUID.class), rs.getString("company_name")),
                target(rs.getString("about_type"), rs.getObject("about_id", UUID.class), rs.getString("about_title")),
                rs.getString("by"));
    }

    private static @Nullable Target target(@Nullable String type, @Nullable UUID id, @Nullable String title) {
        return type == null || id == null ? null : new Target(type, id, title);
    }
}
