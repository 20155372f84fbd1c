package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptors;
import dev.windrose.records.store.RowMapping;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database, as the role the product works as, how it would answer, and keeps the answers that read a whole table of many rows. */
final class ExplainPlans {

    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

    private final OpenScope open = Workspaces.bean(OpenScope.class);
    private final Descriptors descriptors = Workspaces.bean(Descriptors.class);
    private final JdbcClient jdbc = Workspaces.bean(JdbcClient.class);
    private final TransactionTemplate transactions = Workspaces.bean(TransactionTemplate.class);
    private final Set<String> tables;
    private final List<String> scans = new ArrayList<>();

    /** @param tables those with many rows */
    ExplainPlans(Set<String> tables) {
        this.tables = tables;
    }

    /** Statements that read a whole table, each with its plan. */
    List<String> scans() {
        return scans;
    }

    String page(RecordQuery query) {
        var page = new PageSql(open.of(), query);
        String statement = page.statement(RowMapping.listed(descriptors.get(query.type())));
        return kept(query, explain(statement, page.params(), query.limit() + 1));
    }

    void count(RecordQuery query) {
        var scope = open.of();
        String statement = "select count(*) from (select 1 from %s t where %s limit %d) counted"
                .formatted(descriptors.get(query.type()).table(), PageSql.where(scope, query), QueryStore.COUNTED + 1);
        kept(query, explain(statement, scope.sql.params(), 1));
    }

    private String explain(String statement, Map<String, Object> params, int limit) {
        var lines = transactions.execute(_ -> jdbc.sql("explain " + statement)
                .param("tenant", ActorScope.current().tenant().value())
                .param("limit", limit)
                .param("offset", 0)
                .param("upto", limit)
                .params(params)
                .query(String.class)
                .list());
        return String.join("\n", Objects.requireNonNull(lines));
    }

    private String kept(RecordQuery query, String plan) {
        if (SCAN.matcher(plan).results().anyMatch(found -> tables.contains(found.group(1)))) {
            scans.add("%s %s %s\n%s".formatted(query.type(), query.filter(), query.sort(), plan));
        }
        return plan;
    }
}
