package dev.windrose.crm.company;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.CompanyId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works on which account. */
@Component
class AccountTeamStore {

    private final JdbcClient jdbc;

    AccountTeamStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fresh they are new, so there is nothing to take away */
    void follow(List<UUID> companies, boolean fresh) {
        var ids = companies.toArray(UUID[]::new);
        if (!fresh) {
            jdbc.sql("delete from account_team_members where tenant_id = :tenant and company_id = any(:ids)")
                    .param("tenant", tenant())
                    .param("ids", ids)
                    .update();
        }
        jdbc.sql("""
                        insert into account_team_members (tenant_id, company_id, person_id, role)
                        select c.tenant_id, c.id, cast(member as uuid), left(c.account_team_roles ->> member, 100)
                        from companies c, jsonb_array_elements_text(c.account_team) member
                        where c.tenant_id = :tenant and c.id = any(:ids)
                        """).param("tenant", tenant()).param("ids", ids).update();
    }

    List<TeamMember> of(CompanyId company) {
        return jdbc.sql("""
                        select m.person_id, p.name, m.role from account_team_members m
                        join people p on p.tenant_id = m.tenant_id and p.id = m.person_id
                        where m.tenant_id = :tenant and m.company_id = :company order by p.name, p.id
                        """)
                .param("tenant", tenant())
                .param("company", company.value())
                .query((rs, _) -> new TeamMember(
                        rs.getObject("person_id", UUID.class), rs.getString("name"), rs.getString("role")))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
