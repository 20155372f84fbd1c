package dev.windrose.platform.people;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TeamId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TeamStore {

    private final JdbcClient jdbc;

    TeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Team> all(TenantId tenant) {
        return jdbc.sql("""
                        select t.id, t.name, t.lead_id,
                               array(select m.person_id from team_members m
                                     where m.tenant_id = t.tenant_id and m.team_id = t.id order by m.person_id) as members
                        from teams t where t.tenant_id = :tenant order by t.name_key, t.id
                        """)
                .param("tenant", tenant.value())
                .query(TeamStore::team)
                .list();
    }

    List<PersonId> colleagues(TenantId tenant, PersonId person) {
        return jdbc.sql("""
                        select distinct theirs.person_id from team_members mine
                        join team_members theirs on theirs.tenant_id = mine.tenant_id and theirs.team_id = mine.team_id
                        where mine.tenant_id = :tenant and mine.person_id = :person
                        """)
                .param("tenant", tenant.value())
                .param("person", person.value())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void insert(TenantId tenant, Team team, Instant at) {
        jdbc.sql("""
                        insert into teams (tenant_id, id, name, name_key, lead_id, created_at, updated_at)
                        values (:tenant, :id, :name, :key, :lead, :at, :at)
                        """)
                .param("tenant", tenant.value())
                .param("id", team.id().value())
                .param("name", team.name())
                .param("key", key(team))
                .param("lead", team.lead() == null ? null : team.lead().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        insertMembers(tenant, team);
    }

    void update(TenantId tenant, Team team, Instant at) {
        jdbc.sql("""
                        update teams set name = :name, name_key = :key, lead_id = :lead, updated_at = :at
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", team.id().value())
                .param("name", team.name())
                .param("key", key(team))
                .param("lead", team.lead() == null ? null : team.lead().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from team_members where tenant_id = :tenant and team_id = :id")
                .param("tenant", tenant.value())
                .param("id", team.id().value())
                .update();
        insertMembers(tenant, team);
    }

    void delete(TenantId tenant, TeamId id) {
        jdbc.sql("delete from teams where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    private void insertMembers(TenantId tenant, Team team) {
        jdbc.sql("""
                        insert into team_members (tenant_id, team_id, person_id)
                        select :tenant, :team, member from unnest(cast(:members as uuid[])) as named (member)
                        """)
                .param("tenant", tenant.value())
                .param("team", team.id().value())
                .param(
                        "members",
                        team.members().stream().map(PersonId::toString).collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    private static String key(Team team) {
        return team.name().toLowerCase(Locale.ROOT);
    }

    private static Team team(ResultSet row, int number) throws SQLException {
        var lead = row.getObject("lead_id", UUID.class);
        return new Team(
                new TeamId(row.getObject("id", UUID.class)),
                row.getString("name"),
                lead == null ? null : new PersonId(lead),
                Arrays.stream((UUID[]) row.getArray("members").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
