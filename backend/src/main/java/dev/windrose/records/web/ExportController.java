package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.export.ExportFormat;
import dev.windrose.records.export.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Files of what a list shows. */
@RestController
class ExportController {

    private final Descriptors descriptors;
    private final Exports exports;
    private final Workspaces workspaces;
    private final AuditLog audit;

    ExportController(Descriptors descriptors, Exports exports, Workspaces workspaces, AuditLog audit) {
        this.descriptors = descriptors;
        this.exports = exports;
        this.workspaces = workspaces;
        this.audit = audit;
    }

    @PostMapping("/api/v1/{plural}/export")
    void export(
            @PathVariable String plural,
            @RequestBody Map<String, @Nullable Object> body,
            HttpServletResponse response) {
        var type = descriptors.byPlural(plural);
        Permissions.require(Operation.READ, type.name());
        var rest = new LinkedHashMap<>(body);
        Object wanted = rest.remove("format");
        var format = ExportFormat.of(wanted == null ? "csv" : AggregateJson.text(wanted, "format"));
        var query = QueryJson.of(type.name(), rest, false);
        audit.append(AuditEntry.of(
                AuditAction.EXPORT_MADE,
                type.labelPlural(),
                Map.of("record_type", type.name(), "format", format.extension(), "fields", query.fields())));
        exports.write(query, format, record -> RecordJson.of(type, record, query.fields()), () -> {
            response.setContentType(format.mediaType());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"%s-%s.%s\"".formatted(plural, workspaces.today(), format.extension()));
            return response.getOutputStream();
        });
    }
}
