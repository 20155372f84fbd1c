package dev.windrose.platform.web;

import dev.windrose.platform.audit.AuditQuery;
import dev.windrose.platform.audit.AuditRow;
import dev.windrose.platform.audit.AuditSeal;
import dev.windrose.platform.audit.ReadAudit;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final ReadAudit audit;

    AuditController(ReadAudit audit) {
        this.audit = audit;
    }

    record Page(List<AuditRow> data, @Nullable String nextCursor) {}

    record Seals(List<AuditSeal> data) {}

    /** The newest first. {@code actor} is a person's id; {@code record_id} also finds changes of many records at once. */
    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "record_id", required = false) @Nullable UUID recordId,
            @RequestParam(name = "change_set_id", required = false) @Nullable UUID changeSetId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var rows = audit.page(new AuditQuery(actor, action, recordId, changeSetId, from, to, place(cursor), limit));
        boolean more = rows.size() > limit;
        return new Page(rows.subList(0, Math.min(limit, rows.size())), more ? cursor(rows.get(limit - 1)) : null);
    }

    @GetMapping("/seals")
    Seals seals() {
        return new Seals(audit.seals());
    }

    private static String cursor(AuditRow last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.at() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static AuditQuery.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new AuditQuery.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw new AppException(CommonError.BAD_VALUE, "This cursor is none of ours.", "cursor");
        }
    }
}
