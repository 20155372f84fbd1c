package dev.windrose.records.store;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The values of fields that hold several, one row each, so that filters on them use an index. */
@Component
class ManyValuesStore {

    private final JdbcClient jdbc;

    ManyValuesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param columns those that were written */
    void replace(Descriptor type, Collection<String> columns, List<RowWrite> writes, boolean fresh) {
        for (var field : type.storedFields()) {
            if (field.filter() && field.kind().isJson() && columns.contains(field.name())) {
                if (!fresh) {
                    delete(type, field, writes);
                }
                insert(type, field, writes);
            }
        }
    }

    private void delete(Descriptor type, FieldDescriptor field, List<RowWrite> writes) {
        jdbc.sql("""
                        delete from record_values
                        where tenant_id = :tenant and record_id = any(cast(:records as uuid[])) and record_type = :type and field = :field
                        """)
                .param("tenant", tenant())
                .param("records", SqlArray.of(writes.stream().map(RowWrite::id).toList()))
                .param("type", type.name())
                .param("field", field.name())
                .update();
    }

    private void insert(Descriptor type, FieldDescriptor field, List<RowWrite> writes) {
        var records = new ArrayList<UUID>();
        var values = new ArrayList<String>();
        for (var write : writes) {
            if (write.values().get(field.name()) instanceof List<?> list) {
                list.stream().map(String::valueOf).distinct().forEach(value -> {
                    records.add(write.id());
                    values.add(value);
                });
            }
        }
        if (values.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into record_values (tenant_id, record_type, field, value, record_id)
                        select :tenant, :type, :field, new.value, new.record_id
                        from unnest(cast(:values as text[]), cast(:records as uuid[])) new (value, record_id)
                        """)
                .param("tenant", tenant())
                .param("type", type.name())
                .param("field", field.name())
                .param("values", SqlArray.of(values))
                .param("records", SqlArray.of(records))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
