package dev.windrose.records.access;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ties the people of a workspace to one record. */
@Component
class ExplainStore {

    private static final String TIES = """
            select p.id, coalesce(p.id = r.owner_id, false) as owns,
                   exists (select 1 from team_members mine
                       join team_members theirs on theirs.tenant_id = mine.tenant_id and theirs.team_id = mine.team_id
                       where mine.tenant_id = p.tenant_id and mine.person_id = p.id and theirs.person_id = r.owner_id) as colleague,
                   %s as account, %s as territory,
                   (select max(s.level) from record_shares s where s.tenant_id = p.tenant_id and s.record_type = :type
                        and s.record_id = :record and s.person_id = p.id) as shared,
                   (select max(s.level) from record_shares s
                    join team_members m on m.tenant_id = s.tenant_id and m.team_id = s.team_id and m.person_id = p.id
                    where s.tenant_id = p.tenant_id and s.record_type = :type and s.record_id = :record) as team_shared
            from people p
            join (select t.owner_id, %s as company from %s t where t.tenant_id = :tenant and t.id = :record) r on true
            where p.tenant_id = :tenant and p.status = 'active'
            """;

    private final JdbcClient jdbc;

    ExplainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param shared the highest level of a share; null without one */
    record Ties(
            boolean owns,
            boolean colleague,
            boolean account,
            boolean territory,
            @Nullable String shared,
            @Nullable String teamShared) {}

    /** What a comment or a file belongs to. */
    record Parent(String type, UUID id) {}

    /** By person. */
    Map<UUID, Ties> ties(
            String type, String table, UUID record, @Nullable String company, @Nullable AccessScope scope) {
        var ties = new HashMap<UUID, Ties>();
        jdbc.sql(TIES.formatted(
                        companies(scope == null ? List.of() : scope.accountTeams("p.tenant_id", "p.id"), company),
                        companies(scope == null ? List.of() : scope.territories("p.tenant_id", "p.id"), company),
                        company == null ? "null::uuid" : company,
                        table))
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type)
                .param("record", record)
                .query(rs -> {
                    ties.put(rs.getObject("id", UUID.class), of(rs));
                });
        return ties;
    }

    Optional<Parent> parent(String table, UUID record) {
        return jdbc.sql(
                        "select t.record_type, cast(t.record_id as uuid) as parent from %s t where t.tenant_id = :tenant and t.id = :record"
                                .formatted(table))
                .param("tenant", ActorScope.current().tenant().value())
                .param("record", record)
                .query((rs, _) -> new Parent(rs.getString("record_type"), rs.getObject("parent", UUID.class)))
                .optional();
    }

    /** Whether the row meets a condition on {@code t}. */
    boolean meets(String table, UUID record, String condition) {
        return jdbc.sql("select exists (select 1 from %s t where t.tenant_id = :tenant and t.id = :record and %s)"
                        .formatted(table, condition))
                .param("tenant", ActorScope.current().tenant().value())
                .param("record", record)
                .query(Boolean.class)
                .single();
    }

    private static String companies(List<String> statements, @Nullable String company) {
        return company == null || statements.isEmpty()
                ? "false"
                : statements.stream()
                        .map("exists (select 1 from (%s) reached where reached.company_id = r.company)"::formatted)
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static Ties of(ResultSet rs) throws SQLException {
        return new Ties(
                rs.getBoolean("owns"),
                rs.getBoolean("colleague"),
                rs.getBoolean("account"),
                rs.getBoolean("territory"),
                rs.getString("shared"),
                rs.getString("team_shared"));
    }
}
