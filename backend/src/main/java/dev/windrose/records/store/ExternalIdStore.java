package dev.windrose.records.store;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.ExternalId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids that records have in other systems. */
@Component
public class ExternalIdStore {

    private final JdbcClient jdbc;

    ExternalIdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UUID> record(String type, ExternalId id) {
        return Optional.ofNullable(records(type, List.of(id)).get(id));
    }

    /** Those of the given ids that are taken, with the record that has them. */
    public Map<ExternalId, UUID> records(String type, List<ExternalId> ids) {
        var found = new LinkedHashMap<ExternalId, UUID>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select x.source, x.external_id, x.record_id
                        from unnest(cast(:sources as text[]), cast(:ids as text[])) wanted (source, external_id)
                        join external_ids x on x.tenant_id = :tenant and x.record_type = :type
                             and x.source = wanted.source and x.external_id = wanted.external_id
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type)
                .param(
                        "sources",
                        SqlArray.of(ids.stream().map(ExternalId::source).toList()))
                .param("ids", SqlArray.of(ids.stream().map(ExternalId::id).toList()))
                .query(rs -> {
                    found.put(
                            new ExternalId(rs.getString("source"), rs.getString("external_id")),
                            rs.getObject("record_id", UUID.class));
                });
        return found;
    }

    public void insert(String type, Map<UUID, List<ExternalId>> idsByRecord) {
        var sources = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var records = new ArrayList<UUID>();
        idsByRecord.forEach((record, list) -> list.forEach(id -> {
            sources.add(id.source());
            ids.add(id.id());
            records.add(record);
        }));
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into external_ids (tenant_id, record_type, source, external_id, record_id)
                        select :tenant, :type, new.source, new.external_id, new.record_id
                        from unnest(cast(:sources as text[]), cast(:ids as text[]), cast(:records as uuid[]))
                             new (source, external_id, record_id)
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type)
                .param("sources", SqlArray.of(sources))
                .param("ids", SqlArray.of(ids))
                .param("records", SqlArray.of(records))
                .update();
    }
}
