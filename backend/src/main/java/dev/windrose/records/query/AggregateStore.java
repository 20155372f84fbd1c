package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs aggregates. */
@Component
class AggregateStore {

    private final JdbcClient jdbc;
    private final OpenScope open;

    AggregateStore(JdbcClient jdbc, OpenScope open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    /** What the rows of one group and currency come to. */
    record Part(List<@Nullable Object> keys, long count, List<Figure> figures) {}

    /** One measure over these rows. */
    record Figure(
            long values,
            @Nullable BigDecimal sum,
            @Nullable Object least,
            @Nullable Object greatest,
            @Nullable String currency) {}

    /** The compiled query with what it found. */
    record Result(AggregateSql sql, List<Part> parts) {}

    Result read(AggregateQuery query) {
        var scope = open.of(query.asOf(), open.type(query.type()), List.of(query.filter()));
        var sql = new AggregateSql(scope, query);
        var parts = jdbc.sql(sql.statement())
                .param("tenant", ActorScope.current().tenant().value())
                .params(scope.sql.params())
                .query((rs, _) -> part(sql, rs))
                .list();
        return new Result(sql, parts);
    }

    private static Part part(AggregateSql sql, ResultSet rs) throws SQLException {
        var keys = new ArrayList<@Nullable Object>();
        for (int i = 0; i < sql.groups.size(); i++) {
            keys.add(plain(rs.getObject(sql.groups.get(i).column(i))));
        }
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < sql.measures.size(); i++) {
            var measure = sql.measures.get(i);
            figures.add(new Figure(
                    rs.getLong("n" + i),
                    measure.summed() ? rs.getBigDecimal("sum" + i) : null,
                    measure.bounded() ? bound(rs, "min" + i) : null,
                    measure.bounded() ? bound(rs, "max" + i) : null,
                    measure.value().currency() == null ? null : rs.getString("c" + i)));
        }
        return new Part(keys, rs.getLong("n"), figures);
    }

    private static @Nullable Object bound(ResultSet rs, String column) throws SQLException {
        return switch (rs.getObject(column)) {
            case Number number -> new BigDecimal(number.toString());
            case Timestamp _ ->
                rs.getObject(column, OffsetDateTime.class).toInstant().toString();
            case null -> null;
            case Object other -> other.toString();
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Number || value == null ? value : value.toString();
    }
}
