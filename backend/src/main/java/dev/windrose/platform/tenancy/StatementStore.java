package dev.windrose.platform.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends statements that nobody waits for between one another together: on the way to the database and back a save spends more time than in it.
 */
@Component
public class StatementStore {

    private static final ScopedValue<List<Waiting>> WAITING = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Waiting(String sql, Object[] values) {}

    /** What the work {@link #update updates} is sent when it is done, in order, as part of the transaction. Nothing of it can be read before. */
    public void together(Runnable work) {
        var waiting = new ArrayList<Waiting>();
        ScopedValue.where(WAITING, waiting).run(work);
        send(waiting);
    }

    /** At once, where nothing is to be sent together. The text must be one of few: it is kept. */
    public void update(String sql, SqlParameterSource params) {
        var named = parsed.computeIfAbsent(sql, NamedParameterUtils::parseSqlStatement);
        var one = new Waiting(
                NamedParameterUtils.substituteNamedParameters(named, params),
                NamedParameterUtils.buildValueArray(named, params, null));
        if (WAITING.isBound()) {
            WAITING.get().add(one);
        } else {
            send(List.of(one));
        }
    }

    private void send(List<Waiting> all) {
        if (!all.isEmpty()) {
            jdbc.sql(all.stream().map(Waiting::sql).collect(Collectors.joining(";\n")))
                    .params(all.stream()
                            .flatMap(each -> Arrays.stream(each.values()))
                            .toList())
                    .update();
        }
    }
}
