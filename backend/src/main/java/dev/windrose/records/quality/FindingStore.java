package dev.windrose.records.quality;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks of records. Found when they were written, so that no page has to read a million values. */
@Component
class FindingStore {

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Finding(UUID record, String field, QualityMark mark) {}

    /** These records have exactly these marks. */
    void replace(String type, Collection<UUID> records, List<Finding> findings) {
        jdbc.sql("""
                        delete from quality_findings
                        where tenant_id = :tenant and record_type = :type and record_id = any (cast(:records as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("records", records.toArray(UUID[]::new))
                .update();
        if (findings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into quality_findings (tenant_id, record_type, record_id, field, code)
                        select :tenant, :type, f.record, f.field, f.code
                        from unnest(cast(:records as uuid[]), cast(:fields as text[]), cast(:codes as text[])) f (record, field, code)
                        on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("records", findings.stream().map(Finding::record).toArray(UUID[]::new))
                .param("fields", findings.stream().map(Finding::field).toArray(String[]::new))
                .param(
                        "codes",
                        findings.stream().map(found -> found.mark().wire()).toArray(String[]::new))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
