package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts by several filters in one reading of a type, exactly, of what the actor sees. */
@Component
public class FilterCountStore {

    private final JdbcClient jdbc;
    private final OpenScope open;

    FilterCountStore(JdbcClient jdbc, OpenScope open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    /** @param counts in the order of the filters */
    public record Counts(long records, List<Long> counts) {}

    @Transactional(readOnly = true)
    public Counts of(String typeName, List<Filter> filters) {
        var scope = open.of();
        var type = scope.descriptors.get(typeName);
        var columns = new StringBuilder("count(*)");
        for (var filter : filters) {
            columns.append(", count(*) filter (where %s)".formatted(new FilterSql(scope, type, "t").of(filter)));
        }
        String sql = "select %s from %s where %s".formatted(columns, scope.from(type, "t"), scope.live(type, "t"));
        return jdbc.sql(sql)
                .param("tenant", ActorScope.current().tenant().value())
                .params(scope.sql.params())
                .query((rs, _) -> {
                    var counts = new ArrayList<Long>();
                    for (int i = 0; i < filters.size(); i++) {
                        counts.add(rs.getLong(i + 2));
                    }
                    return new Counts(rs.getLong(1), List.copyOf(counts));
                })
                .single();
    }

    /** How many there are, but no more than that are counted. */
    @Transactional(readOnly = true)
    public long atMost(String typeName, long most) {
        var scope = open.of();
        var type = scope.descriptors.get(typeName);
        return jdbc.sql("select count(*) from (select 1 from %s where %s limit %d) few"
                        .formatted(scope.from(type, "t"), scope.live(type, "t"), most))
                .param("tenant", ActorScope.current().tenant().value())
                .params(scope.sql.params())
                .query(Long.class)
                .single();
    }
}
